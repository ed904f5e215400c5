/** Which entities a phrase means: its own, those it joins with "and", those it belongs to, and whom it stands for. */
import { chooseRoleOwners } from "../choose-role-owners.ts";
import type { ResolvedDocument } from "../resolve-mentions.ts";
import { findChild, type TreeIndex } from "../tree-index.ts";
import { type EventFrame, findObliques, findSubject, LIGHT_VERBS, type Oblique } from "./event-frame.ts";
import { NOBODY, type Recipients, type Tie } from "./recipient-ties.ts";

/** Most entities that one phrase gives: "X, Y and Z". */
const MOST_ENTITIES = 4;
/** How deep a recipient may lie in what is done: "a warrant for the arrest of X". */
const MAX_DEPTH = 3;

/** Kinds of entities that do something. */
export const ACTING: ReadonlySet<string> = new Set(["person", "organisation", "state", "court", "group", "place"]);
/** Those who speak and act for a state or body, by their titles; heads of state and government act for themselves. */
const ENVOY_TITLES = /\b(?:spokes(?:man|woman|person)|foreign (?:minister|secretary)|envoy|deputy ambassador)\b/;
/** Organs of a state by their names. */
const ORGAN =
  /\b(?:ministry|government|foreign office|state department|embassy|air force|navy|army|military|troops|forces)\b/i;

/** Prepositions of those that a deed is done to, likeliest first, and their ranks. */
const TOWARDS: ReadonlyMap<string, number> = new Map(
  "against with to on at from for of over towards toward between about into in behind outside upon"
    .split(" ")
    .map((preposition, rank) => [preposition, rank]),
);

export class EntityFinder {
  readonly #document: ResolvedDocument;
  readonly #tree: TreeIndex;
  /** Per token the mention whose phrase hangs there, or -1. */
  readonly #mentionOf: Int32Array;
  #envoys: Map<number, number> | undefined;

  constructor(document: ResolvedDocument, tree: TreeIndex) {
    this.#document = document;
    this.#tree = tree;
    const mentionOf = document.mentionAt.slice();
    for (const { index, attachment, by } of document.mentions)
      if (by !== "pronoun" && mentionOf[attachment] < 0) mentionOf[attachment] = index;
    this.#mentionOf = mentionOf;
  }

  /**
   * The state that the report is about: told of first, and before a token no less than any other; none of the given. Relief
   * goes there where its words name nobody; -1 for none.
   */
  findStateOfReport(token: number, not: readonly number[]): number {
    const { mentions, resolvedEntities } = this.#document;
    let first = -1;
    let start = token;
    let toldOfFirst = 0;
    let most = 1;
    for (const { index, kind, isNamed, mentions: own } of resolvedEntities) {
      if (kind !== "state" || !isNamed) continue;
      const heads = own.map((mention) => mentions[mention].headToken).filter((head) => head < token);
      most = Math.max(most, heads.length);
      if (heads.length === 0 || heads[0] >= start) continue;
      [first, start, toldOfFirst] = [index, heads[0], heads.length];
    }
    return toldOfFirst > 1 && toldOfFirst === most && !not.includes(first) ? first : -1;
  }

  /** The entities of a phrase by its head; none where it means no one who acts. */
  findAt(head: number, as: "actor" | "recipient"): number[] {
    const found: number[] = [];
    if (head < 0) return found;
    this.#add(head, found);
    const { relations } = this.#document;
    const { childStart, children } = this.#tree;
    for (let i = childStart[head]; i < childStart[head + 1] && found.length > 0 && found.length < MOST_ENTITIES; i++)
      if (relations[children[i]] === "conj") this.#add(children[i], found);
    if (as === "recipient") return found;
    // A place does nothing; a state does, and whoever acts for one.
    return found.flatMap((entity) => {
      const actor = this.toPrincipal(entity);
      return this.#document.resolvedEntities[actor].kind === "place" ? [] : [actor];
    });
  }

  #add(head: number, found: number[]): void {
    const { mentions, entityOf, resolvedEntities } = this.#document;
    const mention = this.#mentionOf[head];
    if (mention < 0) return;
    const entity = resolvedEntities[entityOf[mention]];
    if (entity === undefined || !ACTING.has(entity.kind)) return;
    if (!entity.isNamed && mentions[mention].by === "pronoun" && entity.mentions.length < 2) return;
    if (!found.includes(entity.index)) found.push(entity.index);
  }

  /** The state or body that an envoy or an organ acts for; the entity itself for everybody else. */
  toPrincipal(entity: number): number {
    return (this.#envoys ??= this.#findEnvoys()).get(entity) ?? entity;
  }

  #findEnvoys(): Map<number, number> {
    const { roleDrafts, entityOf, resolvedEntities, mentions, lemmas } = this.#document;
    const envoys = new Map<number, number>();
    const states = new Map<string, number>();
    for (const { index, kind, country } of resolvedEntities)
      if (kind === "state" && country !== undefined && !states.has(country.code)) states.set(country.code, index);
    for (const { index, kind, name, country } of resolvedEntities) {
      const state = country === undefined ? undefined : states.get(country.code);
      if (kind === "organisation" && state !== undefined && ORGAN.test(name)) envoys.set(index, state);
    }
    // "Norland's foreign ministry", "Berg's office": what belongs to somebody and acts for him.
    for (const { index, isNamed, mentions: own } of resolvedEntities) {
      const first = mentions[own[0]];
      if (isNamed || first === undefined || first.possessor < 0 || first.plural) continue;
      const owner = resolvedEntities[entityOf[first.possessor]];
      const noun = lemmas[first.headToken].toLowerCase();
      if (owner === undefined || owner.index === index || !ACTING.has(owner.kind)) continue;
      if (ORGAN.test(noun) || noun === "office" || ENVOY_TITLES.test(noun)) envoys.set(index, owner.index);
    }
    if (roleDrafts.some(({ title }) => ENVOY_TITLES.test(title))) {
      const owners = chooseRoleOwners(this.#document);
      for (const [index, { title, holder }] of roleDrafts.entries()) {
        const owner = resolvedEntities[owners[index]];
        if (!ENVOY_TITLES.test(title) || owner === undefined || !ACTING.has(owner.kind)) continue;
        const body = owner.kind === "person" ? owner.index : (envoys.get(owner.index) ?? owner.index);
        if (entityOf[holder] >= 0) envoys.set(entityOf[holder], body);
      }
    }
    return envoys;
  }

  /**
   * Whom the deed is done to: the object, those within it, those behind prepositions; never one of the actors.
   *
   * @param isThing Whether the object itself is a thing done or asked for: only those within it are looked at.
   */
  findRecipients(frame: EventFrame, actors: readonly number[], isThing = false): Recipients {
    const { document: given, tree } = { document: this.#document, tree: this.#tree };
    const keep = (entities: number[], tie: Tie): Recipients | undefined => {
      const others = entities.filter(
        (entity) => !actors.includes(entity) && !actors.includes(this.toPrincipal(entity)),
      );
      return others.length > 0 ? { entities: others, tie } : undefined;
    };
    const within = (head: number, depth: number, isThing = false): Recipients | undefined => {
      const { entities, tie } = this.#findWithin(head, depth, isThing);
      return keep([...entities], tie);
    };
    const own =
      (isThing ? undefined : keep(this.findAt(frame.object, "recipient"), "object")) ??
      keep(this.findAt(frame.indirect, "recipient"), "indirect") ??
      within(frame.object, 0, isThing);
    if (own !== undefined) return own;
    for (const { preposition, token } of sortByRank(frame.obliques)) {
      // "Similar to the Union, Norland sent": what stands before the verb is compared, not done something to.
      if (!TOWARDS.has(preposition) || token < frame.trigger) continue;
      const found =
        keep(this.findAt(token, "recipient"), `verb ${preposition}`) ??
        (preposition === "in" ? undefined : within(token, 1));
      if (found !== undefined) return found;
    }
    if (frame.isNoun) return NOBODY;
    // "agreed to send aid to X", "refused to hand him to Y": whom the governed verb reaches.
    const governed = findChild(given, tree, frame.trigger, ["xcomp"]);
    if (governed < 0 || given.tags[governed] !== "VERB") return NOBODY;
    const object = findChild(given, tree, governed, ["obj"]);
    const reached = keep(this.findAt(object, "recipient"), "object");
    if (reached !== undefined) return reached;
    for (const { preposition, token } of [
      ...findObliques(given, tree, governed),
      ...(object < 0 ? [] : findObliques(given, tree, object)),
    ]) {
      if (!TOWARDS.has(preposition)) continue;
      const found = keep(this.findAt(token, "recipient"), `verb ${preposition}`);
      if (found !== undefined) return found;
    }
    return within(object, 0) ?? NOBODY;
  }

  /** Whom a thing is of, for, on or against: "a warrant for the arrest of X", "X's proposal", "American goods". */
  #findWithin(head: number, depth: number, isThing = false): Recipients {
    if (head < 0 || depth >= MAX_DEPTH || (!isThing && this.findAt(head, "recipient").length > 0)) return NOBODY;
    const { relations } = this.#document;
    const { childStart, children } = this.#tree;
    // "criticised Berg's handling of Norland": whose thing it is, before what it is about.
    const owner = this.findAt(findChild(this.#document, this.#tree, head, ["nmod:poss"]), "recipient");
    if (owner.length > 0) return { entities: owner, tie: "owner" };
    const phrases = findObliques(this.#document, this.#tree, head);
    // "condemned attacks by Norland on Estaria": who did it, before whom it was done to.
    const by = phrases.find(({ preposition }) => preposition === "by");
    const doer = by === undefined ? [] : this.findAt(by.token, "recipient");
    if (doer.length > 0) return { entities: doer, tie: "inside by" };
    for (const { preposition, token } of sortByRank(phrases)) {
      // "the riots in Norland" are nothing that Norland did.
      if (preposition === "in" || !TOWARDS.has(preposition)) continue;
      const found = this.findAt(token, "recipient");
      if (found.length > 0) return { entities: found, tie: `inside ${preposition}` };
      const deeper = this.#findWithin(token, depth + 1);
      if (deeper.entities.length > 0) return deeper;
    }
    for (let i = childStart[head]; i < childStart[head + 1]; i++) {
      const child = children[i];
      if (!/^(?:compound|amod|nmod)$/.test(relations[child])) continue;
      const found = this.findAt(child, "recipient");
      if (found.length > 0) return { entities: found, tie: "modifier" };
    }
    return NOBODY;
  }

  /** Who does what a noun names, where nothing but the words around it says so: "Norlandic raids", "launched a raid". */
  findDoers(noun: number): number[] {
    const { heads, relations, tags, tokens } = this.#document;
    const { childStart, children } = this.#tree;
    for (let i = childStart[noun]; i < childStart[noun + 1]; i++) {
      const child = children[i];
      if (child >= noun) break;
      if (/^(?:amod|compound)$/.test(relations[child])) {
        // "a rebel-led attack": who leads it stands before the hyphen.
        const isLed = /^(?:led|backed|launched)$/i.test(tokens[child].text);
        const found = this.findAt(isLed ? child - 2 : child, "actor");
        if (found.length > 0) return found;
      }
    }
    const verb = heads[noun];
    // "called the raid a crime": only a verb without sense of its own makes its subject the doer.
    const lemma = this.#document.lemmas[verb]?.toLowerCase() ?? "";
    if (relations[noun] !== "obj" || tags[verb] !== "VERB" || lemma === "have" || !LIGHT_VERBS.has(lemma)) return [];
    return this.findAt(findSubject(this.#document, this.#tree, verb, false, 0), "actor");
  }
}

/** Likeliest first; in text order where the preposition is the same. */
function sortByRank(obliques: readonly Oblique[]): readonly Oblique[] {
  if (obliques.length < 2) return obliques;
  return [...obliques].sort((a, b) => rank(a.preposition) - rank(b.preposition));
}

function rank(preposition: string): number {
  return TOWARDS.get(preposition) ?? TOWARDS.size;
}
