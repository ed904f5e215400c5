/** Finds, for each entity of a reading, the one of the record that it is, or makes it. */
import type { Entity, Reading } from "../reading/index.ts";
import {
  type DecidedEntity,
  decideIdentity,
  type IdentityFacts,
  type MergeReason,
  makeEntityId,
  makeIdentityKeys,
  toNameWords,
} from "../record/index.ts";
import type { Engine } from "./engine.ts";
import { EntityWriter } from "./entity-writer.ts";
import { insertRows } from "./insert-rows.ts";
import { KnownEntities, type KnownEntity } from "./known-entities.ts";
import { NumberStock } from "./row-numbers.ts";
import { runPrepared } from "./run-prepared.ts";
import type { Database, RoleTable } from "./tables.ts";

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

/** What the reports of one transaction share. */
export interface Linking {
  readonly known: KnownEntities;
  readonly numbers: NumberStock;
  readonly filings: WeakMap<Entity, Filing>;
}

/** What an entity of a reading is looked for by. */
interface Filing {
  readonly keys: readonly string[];
  /** What it is called if the record does not know it. */
  readonly id: string;
}

/** Looks up at once what the entities of many readings may be. */
export async function expectEntities(
  { known, numbers, filings }: Linking,
  readings: readonly { reportId: string; reading: Reading }[],
): Promise<void> {
  const all: Filing[] = [];
  for (const { reportId, reading } of readings) {
    for (const entity of reading.entities) {
      const filing = toFiling(entity, reportId);
      filings.set(entity, filing);
      all.push(filing);
    }
  }
  await known.load(
    all.flatMap(({ keys }) => keys),
    all.map(({ id }) => id),
  );
  await numbers.reserve("entity", all.length);
}

function toFiling(entity: Entity, reportId: string): Filing {
  const facts = { kind: entity.kind, names: listNames(entity), country: entity.country, roles: [] };
  return { keys: makeIdentityKeys(facts), id: makeEntityId(facts, reportId, entity.id, false) };
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
  { known, numbers, filings }: Linking,
  decided: Readonly<Record<string, DecidedEntity>> = {},
): Promise<Map<string, LinkedEntity>> {
  const writer = new EntityWriter(db, engine, report.id, known, numbers);
  const linked = new Map<string, LinkedEntity>();
  /** Those of this report, which the tables may not have yet. */
  const named = new Map<string, KnownEntity>();
  const reasons = new Map<string, { reason: MergeReason; because: string }>();
  const bodies = reading.entities.filter(({ kind }) => kind !== "person");
  const persons = reading.entities.filter(({ kind }) => kind === "person");
  for (const group of [bodies, persons]) {
    const facts = group.map((entity) => {
      const filing = filings.get(entity) ?? toFiling(entity, report.id);
      return { entity, own: toFacts(entity, linked, report.day), ...filing };
    });
    await known.load(
      facts.flatMap(({ keys }) => keys),
      facts.map(({ id }) => id),
    );
    /** By key: entities that this report names come behind the others. */
    const reordered = new Map<string, readonly KnownEntity[]>();
    for (const { entity, own, keys, id } of facts) {
      const getAll = (key: string) => reordered.get(key) ?? known.getCandidates(key);
      const candidates = [...new Set(keys.flatMap(getAll))].slice(0, MAX_CANDIDATES);
      const taken = decided[entity.id];
      if (taken === undefined) await loadRoles(db, known, own, candidates);
      const decision = taken === undefined ? decideIdentity(own, candidates) : { ...taken, candidate: undefined };
      const found =
        taken === undefined
          ? candidates.find((candidate) => candidate.id === decision.candidate?.id)
          : (named.get(taken.id) ?? (await known.findById(taken.id)));
      if (found !== undefined) await writer.enrich(found, own);
      const merged = found ?? (await writer.make(own, { keys, id: taken?.id ?? id }, entity.id));
      named.set(merged.id, merged);
      for (const key of keys) {
        const others = getAll(key).filter(({ nr }) => nr !== merged.nr);
        reordered.set(key, [...others, merged]);
      }
      linked.set(entity.id, { base: merged.nr, entity: merged.mergedInto ?? merged.nr, id: merged.id });
      reasons.set(entity.id, decision);
    }
  }
  await writer.flush();
  known.dropRoles();
  await writeAppearances(db, engine, report, reading, linked, reasons);
  return linked;
}

function toFacts(entity: Entity, linked: ReadonlyMap<string, LinkedEntity>, day: number): IdentityFacts {
  const roles = entity.roles.map(({ title, of }) => ({
    title: title.toLowerCase(),
    of: of === null ? null : (linked.get(of)?.id ?? null),
    day,
  }));
  return { kind: entity.kind, names: listNames(entity), country: entity.country, roles };
}

function listNames(entity: Entity): string[] {
  return [...new Set([entity.name, ...entity.aliases.filter((alias) => isNameOf(entity, alias))])];
}

/** An alias may be a description ("the prosecutor"): only what looks like a fuller form of the name may stand for it. */
function isNameOf(entity: Entity, alias: string): boolean {
  if (!/^\p{Lu}/u.test(alias)) return false;
  if (entity.kind !== "person") return true;
  const own = new Set(toNameWords(entity.name));
  const words = toNameWords(alias);
  return words.length > 1 && words.some((word) => own.has(word));
}

/** Gives the candidates the roles that they have in the archive, where there is one to compare them with. */
async function loadRoles(
  db: Database,
  known: KnownEntities,
  facts: IdentityFacts,
  candidates: readonly KnownEntity[],
): Promise<void> {
  if (!facts.roles.some(({ of }) => of !== null)) return;
  for (const candidate of candidates) {
    if (!candidate.lacksRoles) continue;
    candidate.lacksRoles = false;
    known.noteRoles(candidate);
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
  const known = new KnownEntities(db, Number.MAX_SAFE_INTEGER);
  const keys = makeIdentityKeys(facts);
  await known.load(keys);
  const candidates = [...new Set(keys.flatMap((key) => known.getCandidates(key)))];
  await loadRoles(db, known, facts, candidates);
  const decision = decideIdentity(facts, candidates);
  const found = candidates.find(({ id }) => id === decision.candidate?.id);
  if (found !== undefined) return found.mergedInto ?? found.nr;
  const writer = new EntityWriter(db, engine, reportId, known, new NumberStock(db));
  const id = makeEntityId(facts, reportId, name, false);
  const made = await writer.make(facts, { keys, id }, name);
  await writer.flush();
  return made.mergedInto ?? made.nr;
}
