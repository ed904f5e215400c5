/** What holders of stances are, in a word: the office that says most of whom they speak for. */
import { sql } from "kysely";
import type { EntityRef, HolderRole } from "../record/index.ts";
import type { Engine } from "./engine.ts";
import { toDay } from "./row-numbers.ts";
import type { Database } from "./tables.ts";

/** Reports that name somebody, at most, for all of them to be asked for a role. */
const MAX_REPORTS = 300;

interface Told {
  readonly entity: number;
  readonly title_key: string;
  readonly of_entity: number | null;
  readonly report_nr: number;
  readonly reports: number;
}

/**
 * Of each, the role told last, one that says of what before one that does not: by the reports given, or where these tell
 * none by any other.
 *
 * @param reports Numbers of those that tell the stances.
 */
export async function loadHolderRoles(
  db: Database,
  engine: Engine,
  entities: readonly number[],
  reports: readonly number[],
): Promise<Map<number, HolderRole>> {
  const best = new Map<number, Told>();
  const choose = (told: readonly Told[]) => {
    for (const role of told) {
      const known = best.get(role.entity);
      if (known === undefined || compare(role, known) < 0) best.set(role.entity, role);
    }
  };
  if (entities.length === 0) return new Map();
  choose(
    await db
      .selectFrom("role as r")
      .select(["r.entity", "r.title_key", "r.of_entity", "r.report_nr", sql<number>`1`.as("reports")])
      .where(engine.isAmong("r.report_nr", [...new Set(reports)]))
      // The reports lead; the sum keeps the entities from it.
      .where(engine.isAmong(sql`r.entity + 0`, entities))
      .execute(),
  );
  const lacking = entities.filter((entity) => !best.has(entity));
  if (lacking.length > 0) {
    const rarelyNamed = sql<boolean>`e.report_count <= ${MAX_REPORTS}`;
    choose(
      await db
        .selectFrom("entity as e")
        .innerJoin("role as r", "r.entity", "e.nr")
        .select(["r.entity", "r.title_key", "r.of_entity"])
        .select([sql<number>`max(r.report_nr)`.as("report_nr"), sql<number>`count(*)`.as("reports")])
        .where(engine.isAmong("e.nr", lacking))
        .where(rarelyNamed)
        .groupBy(["r.entity", "r.title_key", "r.of_entity"])
        .execute(),
    );
  }
  const wanted = new Set(entities);
  return loadTold(
    db,
    engine,
    [...best.values()].filter(({ entity }) => wanted.has(entity)),
  );
}

async function loadTold(db: Database, engine: Engine, told: readonly Told[]): Promise<Map<number, HolderRole>> {
  const wanted = new Map(told.map((role) => [role.entity, role]));
  const rows = await db
    .selectFrom("role as r")
    .leftJoin("entity as o", "o.nr", "r.of_entity")
    .select([
      "r.entity",
      "r.title",
      "r.title_key",
      "r.of_entity",
      "r.report_nr",
      "o.id",
      "o.name",
      "o.kind",
      "o.country",
    ])
    .where(engine.isAmong("r.report_nr", [...new Set(told.map(({ report_nr }) => report_nr))]))
    .execute();
  const roles = new Map<number, HolderRole>();
  for (const { entity, title, title_key, of_entity, report_nr, id, name, kind, country } of rows) {
    const role = wanted.get(entity);
    if (role?.report_nr !== report_nr || role.title_key !== title_key || role.of_entity !== of_entity) continue;
    const of = id === null ? null : { id, name: name!, kind: kind as EntityRef["kind"] };
    roles.set(entity, { title, of, country });
  }
  return roles;
}

function compare(one: Told, other: Told): number {
  return (
    Number(one.of_entity === null) - Number(other.of_entity === null) ||
    toDay(other.report_nr) - toDay(one.report_nr) ||
    Number(other.reports) - Number(one.reports) ||
    (one.title_key < other.title_key ? -1 : 1)
  );
}
