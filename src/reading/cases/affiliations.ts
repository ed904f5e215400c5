/** Who belongs to which state or body, by the roles that the report gives; looked up when it is first asked for. */
import { chooseRoleOwners } from "../choose-role-owners.ts";
import type { CaseSource } from "./case-draft.ts";

export class Affiliations {
  readonly #document: CaseSource;
  #owners: Map<number, Set<number>> | undefined;

  constructor(document: CaseSource) {
    this.#document = document;
  }

  /** People with a name whose title ends with a noun, or who are called by it before their name. */
  holdersOf(noun: string): number[] {
    const { entityOf, lemmas, mentions, resolvedEntities, roleDrafts } = this.#document;
    const found = new Set<number>();
    for (const { holder, title } of roleDrafts)
      if (title.toLowerCase().split(/\s+/).at(-1) === noun) found.add(entityOf[holder]);
    // Ranks are no roles: "Colonel X".
    for (const { by, index, startToken } of mentions)
      if (by === "name" && startToken > 0 && lemmas[startToken - 1].toLowerCase() === noun) found.add(entityOf[index]);
    return [...found].filter(
      (entity) => resolvedEntities[entity]?.kind === "person" && resolvedEntities[entity].isNamed,
    );
  }

  /** Whether an entity holds office in another, or in something of the same country. */
  isOf(entity: number, owner: number): boolean {
    const { resolvedEntities, roleDrafts, entityOf } = this.#document;
    if (this.#owners === undefined) {
      this.#owners = new Map();
      const owners = chooseRoleOwners(this.#document);
      for (const [index, role] of roleDrafts.entries()) {
        const holder = entityOf[role.holder];
        const list = this.#owners.get(holder) ?? new Set();
        if (owners[index] >= 0) list.add(owners[index]);
        this.#owners.set(holder, list);
      }
    }
    const own = this.#owners.get(entity);
    const country = resolvedEntities[owner].country;
    for (const of of own ?? []) {
      if (of === owner) return true;
      const other = resolvedEntities[of].country;
      if (country !== undefined && other !== undefined && country === other) return true;
    }
    return false;
  }
}
