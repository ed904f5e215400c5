/** Writes the entities that a report brings, or knows more of: gathered, and written together. */
import { foldName, type IdentityFacts, makeEntityId, makeIdentityKeys, toNameWords } from "../record/index.ts";
import type { Engine } from "./engine.ts";
import { insertRows } from "./insert-rows.ts";
import type { KnownEntities, KnownEntity } from "./known-entities.ts";
import type { NumberStock } from "./row-numbers.ts";
import { runPrepared } from "./run-prepared.ts";
import type { Database, EntityTable } from "./tables.ts";

const MAX_NAMES = 40;

export class EntityWriter {
  readonly #db: Database;
  readonly #engine: Engine;
  readonly #reportId: string;
  readonly #known: KnownEntities;
  readonly #numbers: NumberStock;
  readonly #made = new Map<number, EntityTable>();
  readonly #keys: { key: string; entity: number }[] = [];
  readonly #words: { word: string; entity: number }[] = [];

  constructor(db: Database, engine: Engine, reportId: string, known: KnownEntities, numbers: NumberStock) {
    this.#db = db;
    this.#engine = engine;
    this.#reportId = reportId;
    this.#known = known;
    this.#numbers = numbers;
  }

  /**
   * A new entity of the record.
   *
   * @param keys Of these facts.
   * @param id What it is called, unless another is.
   */
  async make(
    facts: IdentityFacts,
    { keys, id }: { readonly keys: readonly string[]; readonly id: string },
    localId: string,
  ): Promise<KnownEntity> {
    if ((await this.#known.findTaken(id)) === null) {
      return this.#add(facts, keys, id, await this.#numbers.take("entity", 1));
    }
    const ownId = makeEntityId(facts, this.#reportId, localId, true);
    const own = await this.#known.findTaken(ownId);
    if (own === null) return this.#add(facts, keys, ownId, await this.#numbers.take("entity", 1));
    // The same report read again: its own entity of before, which nothing holds any more.
    const known = { ...toKnown(facts, own.nr, ownId), name: own.name, mergedInto: own.merged_into };
    this.#fileUnder(known, facts.names, keys);
    return known;
  }

  /** Adds what a report knows more: names, a fuller one to be called by, a country. */
  async enrich(known: KnownEntity, facts: IdentityFacts): Promise<void> {
    if (facts.roles.length > 0) {
      known.roles.push(...facts.roles);
      this.#known.noteRoles(known);
    }
    const fresh = facts.names.filter((name) => !known.names.includes(name));
    const country = known.country ?? facts.country;
    const isBetter = await this.#isBetterName(known, facts.names[0]);
    if (fresh.length === 0 && country === known.country && !isBetter) return;
    known.names = [...known.names, ...fresh].slice(0, MAX_NAMES);
    known.country = country;
    if (isBetter) known.name = facts.names[0];
    const { nr, name } = known;
    const names = JSON.stringify(known.names);
    const made = this.#made.get(nr);
    if (made !== undefined) Object.assign(made, { names, country, name });
    else {
      const text = "update entity set names = ?, country = ?, name = ? where nr = ?";
      await runPrepared(this.#db, text, [names, country, name, nr]);
    }
    this.#fileUnder(known, fresh, makeIdentityKeys({ ...known, names: fresh }));
  }

  async flush(): Promise<void> {
    await insertRows(this.#db, this.#engine, "entity", [...this.#made.values()]);
    await insertRows(this.#db, this.#engine, "entity_key", this.#keys, "ignore");
    await insertRows(this.#db, this.#engine, "entity_word", this.#words, "ignore");
    this.#made.clear();
    this.#keys.length = 0;
    this.#words.length = 0;
  }

  /** A person is called by a name of several words where there is one, and of these by the one that most reports use. */
  async #isBetterName({ nr, kind, name }: KnownEntity, other: string): Promise<boolean> {
    if (kind !== "person" || name === other || !foldName(other).includes(" ")) return false;
    if (!foldName(name).includes(" ")) return true;
    const text = "select name, count(*) as count from appearance where entity = ? and name in (?, ?) group by name";
    const rows = await runPrepared<{ name: string; count: number }>(this.#db, text, [nr, name, other]);
    const count = (wanted: string) => Number(rows.find((row) => row.name === wanted)?.count ?? 0);
    return count(other) + 1 > count(name);
  }

  #add(facts: IdentityFacts, keys: readonly string[], id: string, nr: number): KnownEntity {
    this.#made.set(nr, {
      nr,
      id,
      kind: facts.kind,
      name: facts.names[0],
      country: facts.country,
      names: JSON.stringify(facts.names.slice(0, MAX_NAMES)),
      merged_into: null,
      report_count: 0,
      statement_count: 0,
    });
    const known = toKnown(facts, nr, id);
    if (known.roles.length > 0) this.#known.noteRoles(known);
    this.#fileUnder(known, facts.names, keys);
    return known;
  }

  /** Files an entity under keys and words of names. */
  #fileUnder(entity: KnownEntity, names: readonly string[], keys: readonly string[]): void {
    for (const key of keys) this.#keys.push({ key, entity: entity.nr });
    for (const word of new Set(names.flatMap(toNameWords))) this.#words.push({ word, entity: entity.nr });
    this.#known.note(entity, keys);
  }
}

function toKnown(facts: IdentityFacts, nr: number, id: string): KnownEntity {
  return { ...facts, roles: [...facts.roles], lacksRoles: false, nr, id, name: facts.names[0], mergedInto: null };
}
