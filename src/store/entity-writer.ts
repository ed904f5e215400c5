/** Writes the entities that a report brings, or knows more of: gathered, and written together. */
import {
  foldName,
  type IdentityCandidate,
  type IdentityFacts,
  type IdentityRole,
  makeEntityId,
  makeIdentityKeys,
  toNameWords,
} from "../record/index.ts";
import type { Engine } from "./engine.ts";
import { insertRows } from "./insert-rows.ts";
import { takeNumbers } from "./row-numbers.ts";
import { runForList } from "./run-prepared.ts";
import type { Database, EntityTable } from "./tables.ts";

const MAX_NAMES = 40;

export interface KnownEntity extends IdentityCandidate {
  readonly nr: number;
  readonly roles: IdentityRole[];
  /** Whether its roles in the archive are not among `roles` yet. */
  lacksRoles: boolean;
  readonly mergedInto: number | null;
  readonly name: string;
}

type TakenEntity = Pick<EntityTable, "nr" | "id" | "name" | "merged_into">;

interface ExpectedEntity {
  readonly facts: IdentityFacts;
  readonly localId: string;
}

export class EntityWriter {
  readonly #db: Database;
  readonly #engine: Engine;
  readonly #reportId: string;
  /** Entities of the archive under ids that new ones might be given. */
  readonly #taken = new Map<string, TakenEntity>();
  #numbers = { next: 0, end: 0 };
  readonly #made = new Map<number, EntityTable>();
  readonly #keys: { key: string; entity: number }[] = [];
  readonly #words: { word: string; entity: number }[] = [];

  constructor(db: Database, engine: Engine, reportId: string) {
    this.#db = db;
    this.#engine = engine;
    this.#reportId = reportId;
  }

  /** Looks up what `make` has to know of those that it may be called with. */
  async expect(entities: readonly ExpectedEntity[]): Promise<void> {
    if (entities.length === 0) return;
    const ids = new Set(
      entities.flatMap(({ facts, localId }) =>
        [false, true].map((isTaken) => makeEntityId(facts, this.#reportId, localId, isTaken)),
      ),
    );
    const text = "select nr, id, name, merged_into from entity where id in (*)";
    const rows = await runForList<TakenEntity>(this.#db, text, [...ids]);
    for (const row of rows) this.#taken.set(row.id, row);
    // Numbers that are not used are lost, which costs less than asking for each.
    const next = await takeNumbers(this.#db, "entity", entities.length);
    this.#numbers = { next, end: next + entities.length };
  }

  /**
   * A new entity of the record.
   *
   * @param givenId What another archive calls it; nobody here has that id.
   */
  make(facts: IdentityFacts, localId: string, givenId?: string): KnownEntity {
    let id = givenId ?? makeEntityId(facts, this.#reportId, localId, false);
    if (givenId === undefined && this.#taken.has(id)) {
      id = makeEntityId(facts, this.#reportId, localId, true);
      // The same report read again: its own entity of before, which nothing holds any more.
      const own = this.#taken.get(id);
      if (own !== undefined) {
        const known = {
          ...facts,
          roles: [...facts.roles],
          lacksRoles: false,
          nr: own.nr,
          id,
          name: own.name,
          mergedInto: own.merged_into,
        };
        this.#fileUnder(known, facts.names);
        return known;
      }
    }
    if (this.#numbers.next >= this.#numbers.end) throw new RangeError("An entity was made that nobody expected.");
    const nr = this.#numbers.next++;
    const known: KnownEntity = {
      ...facts,
      roles: [...facts.roles],
      lacksRoles: false,
      nr,
      id,
      name: facts.names[0],
      mergedInto: null,
    };
    const row: EntityTable = {
      nr,
      id,
      kind: facts.kind,
      name: facts.names[0],
      country: facts.country,
      names: JSON.stringify(facts.names.slice(0, MAX_NAMES)),
      merged_into: null,
      report_count: 0,
      statement_count: 0,
    };
    this.#made.set(nr, row);
    this.#taken.set(id, row);
    this.#fileUnder(known, facts.names);
    return known;
  }

  /** Adds what a report knows more: names, a fuller one to be called by, a country. */
  async enrich(known: KnownEntity, facts: IdentityFacts): Promise<KnownEntity> {
    const fresh = facts.names.filter((name) => !known.names.includes(name));
    const country = known.country ?? facts.country;
    const roles = [...known.roles, ...facts.roles];
    if (fresh.length === 0 && country === known.country) return { ...known, roles };
    const names = [...known.names, ...fresh].slice(0, MAX_NAMES);
    const isFuller =
      facts.kind === "person" && !foldName(known.name).includes(" ") && foldName(facts.names[0]).includes(" ");
    const name = isFuller ? facts.names[0] : known.name;
    const change = { names: JSON.stringify(names), country, name };
    const made = this.#made.get(known.nr);
    if (made !== undefined) Object.assign(made, change);
    else await this.#db.updateTable("entity").set(change).where("nr", "=", known.nr).execute();
    const richer = { ...known, names, country, name, roles };
    this.#fileUnder(richer, fresh);
    return richer;
  }

  async flush(): Promise<void> {
    await insertRows(this.#db, this.#engine, "entity", [...this.#made.values()]);
    await insertRows(this.#db, this.#engine, "entity_key", this.#keys, "ignore");
    await insertRows(this.#db, this.#engine, "entity_word", this.#words, "ignore");
    this.#made.clear();
    this.#keys.length = 0;
    this.#words.length = 0;
  }

  /** Files an entity under keys and words of names. */
  #fileUnder(entity: KnownEntity, names: readonly string[]): void {
    const keys = makeIdentityKeys({ ...entity, names });
    for (const key of keys) this.#keys.push({ key, entity: entity.nr });
    for (const word of new Set(names.flatMap(toNameWords))) this.#words.push({ word, entity: entity.nr });
  }
}
