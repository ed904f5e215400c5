/** Finds, for each entity of a reading, the one of the record that it is, or makes it. */
import type { Entity, Reading } from "../reading/index.ts";
import {
  type DecidedEntity,
  decideIdentity,
  type IdentityFacts,
  type MergeReason,
  makeIdentityKeys,
  toNameWords,
} from "../record/index.ts";
import type { Engine } from "./engine.ts";
import { EntityWriter, type KnownEntity } from "./entity-writer.ts";
import { insertRows } from "./insert-rows.ts";
import { runForList, runPrepared } from "./run-prepared.ts";
import type { Database, EntityTable, RoleTable } from "./tables.ts";

/** Roles of a candidate that are compared, the newest ones. */
const MAX_ROLES = 60;
const MAX_CANDIDATES = 40;

export interface LinkedEntity {
  readonly base: number;
  /** What it counts as, after people's merges. */
  readonly entity: number;
  readonly id: string;
}

interface LinkedReport {
  readonly nr: number;
  readonly id: string;
  readonly day: number;
}

/**
 * Links every entity of a reading and writes their appearances and roles.
 *
 * States, courts and other bodies come first: offices are compared by the body of the record that they are held of.
 *
 * @param decided What another archive decided, by the ids of the reading: it is taken over.
 */
export async function linkEntities(
  db: Database,
  engine: Engine,
  report: LinkedReport,
  reading: Reading,
  decided: Readonly<Record<string, DecidedEntity>> = {},
): Promise<Map<string, LinkedEntity>> {
  const writer = new EntityWriter(db, engine, report.id);
  const linked = new Map<string, LinkedEntity>();
  /** Those of this report, which the tables may not have yet. */
  const named = new Map<string, KnownEntity>();
  const reasons = new Map<string, { reason: MergeReason; because: string }>();
  const bodies = reading.entities.filter(({ kind }) => kind !== "person");
  const persons = reading.entities.filter(({ kind }) => kind === "person");
  for (const group of [bodies, persons]) {
    const facts = new Map(group.map((entity) => [entity.id, toFacts(entity, linked, report.day)]));
    const known = await findCandidates(db, [...facts.values()], MAX_CANDIDATES);
    await writer.expect([...facts].map(([localId, own]) => ({ facts: own, localId })));
    for (const entity of group) {
      const own = facts.get(entity.id)!;
      const keys = new Set(makeIdentityKeys(own));
      const candidates = [...new Set([...keys].flatMap((key) => known.get(key) ?? []))].slice(0, MAX_CANDIDATES);
      const taken = decided[entity.id];
      if (taken === undefined) await loadRoles(db, own, candidates);
      const decision = taken === undefined ? decideIdentity(own, candidates) : { ...taken, candidate: undefined };
      const found =
        taken === undefined
          ? candidates.find(({ id }) => id === decision.candidate?.id)
          : (named.get(taken.id) ?? (await findById(db, taken.id)));
      const merged = found === undefined ? writer.make(own, entity.id, taken?.id) : await writer.enrich(found, own);
      named.set(merged.id, merged);
      for (const key of keys) {
        const others = (known.get(key) ?? []).filter(({ nr }) => nr !== merged.nr);
        known.set(key, [...others, merged]);
      }
      linked.set(entity.id, { base: merged.nr, entity: merged.mergedInto ?? merged.nr, id: merged.id });
      reasons.set(entity.id, decision);
    }
  }
  await writer.flush();
  await writeAppearances(db, engine, report, reading, linked, reasons);
  return linked;
}

function toFacts(entity: Entity, linked: ReadonlyMap<string, LinkedEntity>, day: number): IdentityFacts {
  const names = [entity.name, ...entity.aliases.filter((alias) => isNameOf(entity, alias))];
  const roles = entity.roles.map(({ title, of }) => ({
    title: title.toLowerCase(),
    of: of === null ? null : (linked.get(of)?.id ?? null),
    day,
  }));
  return { kind: entity.kind, names: [...new Set(names)], country: entity.country, roles };
}

/** An alias may be a description ("the prosecutor"): only what looks like a fuller form of the name may stand for it. */
function isNameOf(entity: Entity, alias: string): boolean {
  if (!/^\p{Lu}/u.test(alias)) return false;
  if (entity.kind !== "person") return true;
  const own = new Set(toNameWords(entity.name));
  const words = toNameWords(alias);
  return words.length > 1 && words.some((word) => own.has(word));
}

/** @param most Of each key, the oldest: a name such as "the company" is another body's in every report. */
async function findCandidates(
  db: Database,
  facts: readonly IdentityFacts[],
  most: number,
): Promise<Map<string, KnownEntity[]>> {
  const keys = [...new Set(facts.flatMap(makeIdentityKeys))];
  const found = new Map<string, KnownEntity[]>();
  if (keys.length === 0) return found;
  const rows = await runForList<Omit<EntityTable, "report_count" | "statement_count"> & { key: string }>(
    db,
    // Of a name that thousands have, no more rows are looked at than are taken.
    `with wanted (key) as materialized (select distinct column1 from (values (*)) v),
     bounded as materialized (select w.key, coalesce(
       (select k.entity from entity_key k where k.key = w.key order by k.entity limit 1 offset ?),
       9007199254740991) as last from wanted w)
     select b.key, e.nr, e.id, e.kind, e.name, e.country, e.names, e.merged_into
     from bounded b join entity_key k on k.key = b.key and k.entity <= b.last
     join entity e on e.nr = k.entity order by e.nr`,
    keys,
    [most - 1],
  );
  const known = new Map<number, KnownEntity>();
  for (const row of rows) {
    const entity = known.get(row.nr) ?? {
      nr: row.nr,
      id: row.id,
      kind: row.kind as Entity["kind"],
      name: row.name,
      names: JSON.parse(row.names) as string[],
      country: row.country,
      roles: [],
      lacksRoles: row.kind === "person",
      mergedInto: row.merged_into,
    };
    known.set(row.nr, entity);
    found.set(row.key, [...(found.get(row.key) ?? []), entity]);
  }
  return found;
}

async function findById(db: Database, id: string): Promise<KnownEntity | undefined> {
  const row = await db.selectFrom("entity").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) return undefined;
  const { nr, kind, name, country, merged_into } = row;
  const names = JSON.parse(row.names) as string[];
  const known = { nr, id, kind: kind as Entity["kind"], name, names, country, mergedInto: merged_into };
  return { ...known, roles: [], lacksRoles: kind === "person" };
}

/** Gives the candidates the roles that they have in the archive, where there is one to compare them with. */
async function loadRoles(db: Database, facts: IdentityFacts, candidates: readonly KnownEntity[]): Promise<void> {
  if (!facts.roles.some(({ of }) => of !== null)) return;
  for (const candidate of candidates) {
    if (!candidate.lacksRoles) continue;
    candidate.lacksRoles = false;
    const rows = await runPrepared<Pick<RoleTable, "title_key" | "day"> & { of: string | null }>(
      db,
      `select r.title_key, r.day, o.id as of from role r left join entity o on o.nr = r.of_entity
       where r.base = ? order by r.day desc limit ?`,
      [candidate.nr, MAX_ROLES],
    );
    for (const { title_key, day, of } of rows) candidate.roles.push({ title: title_key, of, day });
  }
}

async function writeAppearances(
  db: Database,
  engine: Engine,
  report: LinkedReport,
  reading: Reading,
  linked: ReadonlyMap<string, LinkedEntity>,
  reasons: ReadonlyMap<string, { reason: MergeReason; because: string }>,
): Promise<void> {
  const appearances = reading.entities.map((entity) => {
    const { base, entity: counted } = linked.get(entity.id)!;
    const mention = entity.mentions.find(({ by }) => by === "name") ?? entity.mentions[0];
    return {
      report_nr: report.nr,
      local_id: entity.id,
      base,
      entity: counted,
      name: entity.name,
      reason: reasons.get(entity.id)!.reason,
      because: reasons.get(entity.id)!.because,
      mention_start: mention?.start ?? null,
      mention_end: mention?.end ?? null,
    };
  });
  const rows = appearances.map(({ report_nr, local_id, base, entity, name, reason, because, mention_start, mention_end }) => ({
    report_nr, local_id, base, entity, name, reason, because, mention_start, mention_end,
  })); // biome-ignore format: a row
  await insertRows(db, engine, "appearance", rows);
  const roles = reading.entities.flatMap((entity) => {
    const { base, entity: counted } = linked.get(entity.id)!;
    return entity.roles.map(({ title, of, evidence }) => ({
      report_nr: report.nr,
      local_id: entity.id,
      base,
      entity: counted,
      title,
      title_key: title.toLowerCase(),
      of_entity: of === null ? null : (linked.get(of)?.entity ?? null),
      day: report.day,
      evidence: JSON.stringify(evidence),
    }));
  });
  await insertRows(db, engine, "role", roles);
}

/** An entity that only a person named, in a correction. */
export async function nameEntity(db: Database, engine: Engine, name: string, reportId: string): Promise<number> {
  const facts: IdentityFacts = { kind: "person", names: [name], country: null, roles: [] };
  const known = await findCandidates(db, [facts], Number.MAX_SAFE_INTEGER);
  const candidates = [...new Set([...known.values()].flat())];
  await loadRoles(db, facts, candidates);
  const decision = decideIdentity(facts, candidates);
  const found = candidates.find(({ id }) => id === decision.candidate?.id);
  if (found !== undefined) return found.mergedInto ?? found.nr;
  const writer = new EntityWriter(db, engine, reportId);
  await writer.expect([{ facts, localId: name }]);
  const made = writer.make(facts, name);
  await writer.flush();
  return made.mergedInto ?? made.nr;
}
