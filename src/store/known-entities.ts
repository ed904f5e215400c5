/** Entities of the record that the reports of one transaction may name: looked up for many reports at once, and kept up to date. */
import type { Entity } from "../reading/index.ts";
import type { IdentityCandidate, IdentityRole } from "../record/index.ts";
import { runForList } from "./run-prepared.ts";
import type { Database, EntityTable } from "./tables.ts";

/** Of each key, the oldest: a name such as "the company" is another body's in every report. */
const MAX_CANDIDATES = 40;

/** The same object for everybody who holds it: what a report adds, the next one sees. */
export interface KnownEntity extends IdentityCandidate {
  readonly nr: number;
  names: readonly string[];
  name: string;
  country: string | null;
  readonly roles: IdentityRole[];
  /** Whether its roles in the archive are not among `roles` yet. */
  lacksRoles: boolean;
  readonly mergedInto: number | null;
}

export type TakenEntity = Pick<EntityTable, "nr" | "id" | "name" | "merged_into">;

type EntityRow = Omit<EntityTable, "report_count" | "statement_count">;

export class KnownEntities {
  readonly #db: Database;
  readonly #most: number;
  readonly #byNr = new Map<number, KnownEntity>();
  readonly #byKey = new Map<string, KnownEntity[]>();
  /** Null: nobody has that id. */
  readonly #byId = new Map<string, TakenEntity | null>();
  readonly #haveRoles = new Set<KnownEntity>();

  /** @param most Candidates of each key. */
  constructor(db: Database, most = MAX_CANDIDATES) {
    this.#db = db;
    this.#most = most;
  }

  /** Looks up what is filed under keys, and who has ids, but for those that were looked up before. */
  async load(keys: Iterable<string>, ids: Iterable<string> = []): Promise<void> {
    const newKeys = [...new Set(keys)].filter((key) => !this.#byKey.has(key));
    const newIds = [...new Set(ids)].filter((id) => !this.#byId.has(id));
    const rows = await runForList<EntityRow & { key: string }>(
      this.#db,
      // Of a name that thousands have, no more rows are looked at than are taken.
      `with wanted (key) as materialized (select distinct column1 from (values (*)) v),
       bounded as materialized (select w.key, coalesce(
         (select k.entity from entity_key k where k.key = w.key order by k.entity limit 1 offset ?),
         9007199254740991) as last from wanted w)
       select b.key, e.nr, e.id, e.kind, e.name, e.country, e.names, e.merged_into
       from bounded b join entity_key k on k.key = b.key and k.entity <= b.last
       join entity e on e.nr = k.entity order by e.nr`,
      newKeys,
      [this.#most - 1],
    );
    for (const key of newKeys) this.#byKey.set(key, []);
    for (const row of rows) this.#byKey.get(row.key)!.push(this.#take(row));
    for (const id of newIds) this.#byId.set(id, null);
    const text = "select nr, id, name, merged_into from entity where id in (*)";
    for (const row of await runForList<TakenEntity>(this.#db, text, newIds)) this.#byId.set(row.id, row);
  }

  /** Those filed under a key that was loaded, in the order in which they came to the archive. */
  getCandidates(key: string): readonly KnownEntity[] {
    return this.#byKey.get(key) ?? [];
  }

  /** Who has an id. */
  async findTaken(id: string): Promise<TakenEntity | null> {
    if (!this.#byId.has(id)) await this.load([], [id]);
    return this.#byId.get(id)!;
  }

  async findById(id: string): Promise<KnownEntity | undefined> {
    const row = await this.#db.selectFrom("entity").selectAll().where("id", "=", id).executeTakeFirst();
    return row === undefined ? undefined : this.#take(row);
  }

  /** Notes an entity that is made, or was filed under more keys. */
  note(entity: KnownEntity, keys: readonly string[]): void {
    const { nr, id, name, mergedInto } = entity;
    this.#byNr.set(nr, entity);
    this.#byId.set(id, { nr, id, name, merged_into: mergedInto });
    for (const key of keys) {
      const filed = this.#byKey.get(key);
      if (filed === undefined || filed.includes(entity)) continue;
      let place = filed.length;
      while (place > 0 && filed[place - 1].nr > nr) place--;
      filed.splice(place, 0, entity);
      if (filed.length > this.#most) filed.pop();
    }
  }

  /** @param entity One that was given roles: they are asked for again, for the next report. */
  noteRoles(entity: KnownEntity): void {
    this.#haveRoles.add(entity);
  }

  /** To be called when a report is done: its roles are in the archive now. */
  dropRoles(): void {
    for (const entity of this.#haveRoles) {
      entity.roles.length = 0;
      entity.lacksRoles = entity.kind === "person";
    }
    this.#haveRoles.clear();
  }

  /** To be called when entities were changed by others than this. */
  forget(): void {
    this.#byNr.clear();
    this.#byKey.clear();
    this.#byId.clear();
    this.#haveRoles.clear();
  }

  #take(row: EntityRow): KnownEntity {
    const known = this.#byNr.get(row.nr);
    if (known !== undefined) return known;
    const entity: KnownEntity = {
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
    this.#byNr.set(row.nr, entity);
    return entity;
  }
}
