/** Who holds an office and whom one serves by it: "the prosecutor" for the one named so, a state for its ministers. */
import { getCapitalCountry } from "../../language/index.ts";
import { chooseRoleOwners } from "../choose-role-owners.ts";
import type { ResolvedDocument } from "../resolve-mentions.ts";

/** Titles of those who act for a state, and of those who act for themselves. */
const SERVING = /\b(?:minister|secretary|ambassador|negotiator|delegate|envoy|representative|official)\b/i;
const HEADING = /(?<!deputy )\bprime minister\b|\bformer\b|\bgeneral\b/i;

export class Offices {
  readonly #document: ResolvedDocument;
  readonly #states: ReadonlyMap<string, number>;
  #roleOwners: readonly number[] | undefined;

  /** @param states Entities of the states that the report names, by the codes of their countries. */
  constructor(document: ResolvedDocument, states: ReadonlyMap<string, number>) {
    this.#document = document;
    this.#states = states;
  }

  /** The state whose capital a place is. */
  toState(entity: number): number {
    const { kind, name } = this.#document.resolvedEntities[entity];
    const code = kind === "person" || kind === "state" ? undefined : getCapitalCountry(name)?.code;
    return code === undefined ? -1 : (this.#states.get(code) ?? -1);
  }

  /** The state that a minister or official serves, by his title or by the state told of right before him; -1 for none. */
  findStateServed(person: number): number {
    const { roleDrafts, entityOf, resolvedEntities, mentions } = this.#document;
    if (resolvedEntities[person].kind !== "person") return -1;
    this.#roleOwners ??= chooseRoleOwners(this.#document);
    for (const [index, { title, holder }] of roleDrafts.entries()) {
      if (entityOf[holder] !== person || !SERVING.test(title) || HEADING.test(title)) continue;
      const owner = resolvedEntities[this.#roleOwners[index]];
      if (owner?.kind === "state") return owner.index;
      if (owner !== undefined) continue;
      const first = mentions[resolvedEntities[person].mentions[0]];
      let state = -1;
      for (let one = first.index - 1; one >= 0 && mentions[one].sentence >= first.sentence - 1 && state < 0; one--) {
        const near = entityOf[one];
        if (near < 0) continue;
        const found = resolvedEntities[near].kind === "state" ? near : this.toState(near);
        if (found >= 0) state = found;
      }
      if (state >= 0) return state;
    }
    return -1;
  }

  /** "the prosecutor", "the minister": the one person named in the report who holds that office; -1 for none. */
  findHolder(entity: number): number {
    const { resolvedEntities, mentions, lemmas, roleDrafts, entityOf } = this.#document;
    const { kind, isNamed, mentions: own, plural } = resolvedEntities[entity];
    if (kind !== "person" || isNamed || plural) return -1;
    const first = mentions[own[0]];
    if (first === undefined || first.by !== "description" || first.determiner !== "definite") return -1;
    if (first.possessor >= 0) return -1;
    const lemma = lemmas[first.headToken].toLowerCase();
    let found = -1;
    let latest = -1;
    for (const { title, holder } of roleDrafts) {
      const person = entityOf[holder];
      if (person < 0 || !resolvedEntities[person].isNamed || title.toLowerCase().split(/[ -]/).at(-1) !== lemma)
        continue;
      const heads = resolvedEntities[person].mentions.map((one) => mentions[one].headToken);
      const last = heads.findLast((head) => head < first.headToken) ?? 0;
      if (found < 0 || last > latest) [found, latest] = [person, last];
    }
    return found;
  }

  /** Whose head somebody is: a body, or -1. */
  findBodyOf(person: number): number {
    const { roleDrafts, entityOf, resolvedEntities } = this.#document;
    this.#roleOwners ??= chooseRoleOwners(this.#document);
    for (const [index, { holder }] of roleDrafts.entries()) {
      const owner = this.#roleOwners[index];
      if (entityOf[holder] === person && owner >= 0 && resolvedEntities[owner].kind === "organisation") return owner;
    }
    return -1;
  }
}
