/**
 * Decides which entity every role is of: a minister of a state, a director of a body.
 *
 * Where the words do not say it, a title of government belongs to the state or government spoken of last, in the same
 * paragraph or the one before.
 */
import { findFirst } from "./find-first.ts";
import type { RoleDraft } from "./find-roles.ts";
import type { Mention } from "./mention.ts";
import type { ResolvedDocument } from "./resolve-mentions.ts";
import { getKindOfHeadNoun } from "./word-lists.ts";

/** Words of titles that somebody holds in a government or state. */
const OF_GOVERNMENT =
  /\b(minister|president|premier|chancellor|government|ministry|army|military|parliament|treasury|senator|congressman|congresswoman|king|queen|cabinet|monarch|attorney general|leader|interior|defen[cs]e)\b/;

/** Titles that a paper gives without a state to the heads of its own. */
const BARE = new Set(["president", "prime minister", "vice president"]);

/** Words of titles of those who speak for somebody. */
const OF_SPEAKER = /\b(spokesman|spokeswoman|spokesperson|press secretary)\b/;

/** Words of titles held at a court. */
const OF_COURT = /\b(prosecutor|judge|registrar|chief justice)\b/;

/** Words of titles that make every part of a state a matter of the state itself. */
const GOVERNING_NOUNS = new Set(["ministry", "minister", "government", "authority", "parliament", "army", "cabinet"]);

/** Per role the entity it is of, or -1. */
export function chooseRoleOwners(document: ResolvedDocument): number[] {
  const chooser = new OwnerChooser(document);
  return document.roleDrafts.map((role) => chooser.choose(role, 0));
}

class OwnerChooser {
  readonly #document: ResolvedDocument;
  readonly #governing: Set<number>;
  /** A restored text has lost its paragraphs: then only the sentence before counts. */
  readonly #hasParagraphs: boolean;

  constructor(document: ResolvedDocument) {
    this.#document = document;
    this.#governing = findGoverning(document);
    this.#hasParagraphs = document.paragraphOf.at(-1) !== 0;
  }

  choose(role: RoleDraft, depth: number): number {
    const { entityOf, resolvedEntities, roleDrafts, mentions } = this.#document;
    if (role.of < 0) {
      const body = this.#findBodyInTitle(role.title);
      if (body >= 0) return body;
    }
    if (role.of >= 0) {
      const owner = entityOf[role.of];
      const entity = resolvedEntities[owner];
      // Nobody is of himself, and no office is of a thing without a name: "its top lobbyist".
      if (owner >= 0 && owner === entityOf[role.holder]) return -1;
      if (entity !== undefined && entity.kind === "other" && !entity.isNamed) return -1;
      if (entity === undefined) {
        const subject = this.#findSubjectSpokenOf(role, mentions[role.of].gender !== undefined);
        return subject < 0 && OF_GOVERNMENT.test(role.title) ? this.#findGovernmentSpokenOf(role, true) : subject;
      }
      if (entity.kind !== "person" || !OF_GOVERNMENT.test(role.title) || depth > 0) return owner;
      // "his former defence minister": of the state that he himself has an office in.
      const own = roleDrafts.find((other) => entityOf[other.holder] === owner && OF_GOVERNMENT.test(other.title));
      const state = own === undefined ? -1 : this.choose(own, depth + 1);
      if (state >= 0) return state;
      // "Dahl and former President Jon Berg": no head of a state is of a person, but where it says "Velland's".
      const isSaid = [role.holder, role.description].some((index) => mentions[index]?.possessor === role.of);
      return !isSaid && BARE.has(role.title.replace(/^former /, "")) ? -1 : owner;
    }
    if (OF_GOVERNMENT.test(role.title)) {
      const spokenOf = this.#findGovernmentSpokenOf(role);
      return spokenOf >= 0 ? spokenOf : this.#findOnlyGovernmentWith(role);
    }
    // "the prosecutor" is of the court spoken of, "a former judge" of any.
    const determiner = mentions[role.description]?.determiner ?? "definite";
    if (OF_COURT.test(role.title)) return determiner === "indefinite" ? -1 : this.#findCourtSpokenOf(role);
    return OF_SPEAKER.test(role.title) ? this.#findSubjectSpokenOf(role, false) : -1;
  }

  /** "a commission spokesman" in a report on one commission with a name: that one. */
  #findBodyInTitle(title: string): number {
    const [first, second] = title.split(" ");
    if (second === undefined || getKindOfHeadNoun(first) !== "organisation") return -1;
    const named = this.#document.resolvedEntities.filter(
      ({ isNamed, name, kind }) =>
        isNamed && kind === "organisation" && name.toLowerCase().split(" ").slice(1).includes(first),
    );
    return named.length === 1 ? named[0].index : -1;
  }

  /** The court named last before, else the only one. */
  #findCourtSpokenOf(role: RoleDraft): number {
    const { mentions, entityOf, resolvedEntities } = this.#document;
    const courts = resolvedEntities.filter(({ kind, isNamed }) => kind === "court" && isNamed);
    if (courts.length <= 1) return courts[0]?.index ?? -1;
    const { sentence } = mentions[role.holder];
    for (let index = role.holder - 1; index >= 0 && sentence - mentions[index].sentence <= 4; index--) {
      const entity = entityOf[index];
      if (entity >= 0 && resolvedEntities[entity].kind === "court" && resolvedEntities[entity].isNamed) return entity;
    }
    const [first, second] = [...courts].sort((a, b) => b.mentions.length - a.mentions.length);
    return first.mentions.length >= 2 * second.mentions.length ? first.index : -1;
  }

  /** The state or government that a mention is, belongs to or holds an office in; -1 for none. */
  #governmentOf(index: number): number {
    const { mentions, entityOf, lemmas, roleDrafts } = this.#document;
    const entity = entityOf[index];
    if (entity >= 0 && this.#governing.has(entity)) return entity;
    const { by, headToken, possessor, modifiers } = mentions[index];
    if (by === "description" && GOVERNING_NOUNS.has(lemmas[headToken].toLowerCase())) {
      const owner = [possessor, ...modifiers]
        .map((other) => entityOf[other] ?? -1)
        .find((other) => this.#governing.has(other));
      if (owner !== undefined) return owner;
    }
    const office =
      by === "name" ? roleDrafts.find((role) => role.holder === index && OF_GOVERNMENT.test(role.title)) : undefined;
    const owner = office === undefined || office.of < 0 ? -1 : entityOf[office.of];
    return this.#governing.has(owner) ? owner : -1;
  }

  /** The body, or the person, that the same paragraph says something of: whose "its spokesman" is where nothing else tells. */
  #findSubjectSpokenOf(role: RoleDraft, isPerson: boolean): number {
    const { mentions, entityOf, heads, paragraphOf, relations, resolvedEntities } = this.#document;
    const holder = mentions[role.holder];
    const reach = this.#hasParagraphs ? 3 : 1;
    for (let index = role.holder - 1; index >= 0; index--) {
      const mention = mentions[index];
      const isElsewhere = paragraphOf[holder.sentence] !== paragraphOf[mention.sentence];
      if (isElsewhere || holder.sentence - mention.sentence > reach) break;
      const entity = entityOf[index];
      if (mention.quotation !== holder.quotation || entity === entityOf[role.holder]) continue;
      if (entity < 0 || !relations[mention.attachment].startsWith("nsubj") || mention.startToken >= role.startToken)
        continue;
      // "the Commission, which oversees a treaty that both states signed": what is told of the Commission.
      if (relations[heads[mention.attachment]]?.startsWith("acl")) continue;
      const { kind } = resolvedEntities[entity];
      const isBody = kind === "organisation" || kind === "state" || kind === "court";
      if (isPerson ? kind === "person" : isBody) return entity;
    }
    return -1;
  }

  /** "President Jon Berg" in a report that speaks of "Norland's president" and of no other: Norland. */
  #findOnlyGovernmentWith({ title, holder }: RoleDraft): number {
    if (!BARE.has(title)) return -1;
    const { mentions, entityOf, roleDrafts } = this.#document;
    const owners = new Set<number>();
    for (const mention of mentions) {
      if (mention.by !== "description" || !this.#isOffice(mention, title)) continue;
      const owner = this.#ownerOfDescription(mention);
      if (owner >= 0) owners.add(owner);
    }
    const [only] = owners;
    if (owners.size !== 1 || this.#document.resolvedEntities[only].kind !== "state") return -1;
    // Of two presidents without a state either may be meant, and who is said to be Norland's is the one.
    const isAlone = roleDrafts.every(
      (other) =>
        other.title !== title ||
        entityOf[other.holder] === entityOf[holder] ||
        (other.of >= 0 && entityOf[other.of] !== only),
    );
    return isAlone ? only : -1;
  }

  /** Whether the description ends with the words of the title: "sitting president". */
  #isOffice({ startToken, headToken }: Mention, title: string): boolean {
    const { tokens } = this.#document;
    const words = title.split(" ");
    const first = headToken - words.length + 1;
    return first >= startToken && words.every((word, k) => tokens[first + k].text.toLowerCase() === word);
  }

  /** The government whose office a description names: "Norland's president", "the president of Norland". */
  #ownerOfDescription({ possessor, modifiers, endToken }: Mention): number {
    const { mentions, entityOf, tokens } = this.#document;
    const owners = [possessor, ...modifiers].filter((index) => index >= 0).map((index) => entityOf[index]);
    if (tokens[endToken]?.text === "of") {
      const at = findFirst(mentions, endToken + 1, ({ headToken }) => headToken);
      const object = mentions[at];
      if (object !== undefined && object.phraseStart === endToken + 1) owners.push(entityOf[object.index]);
    }
    return owners.find((owner) => this.#governing.has(owner)) ?? -1;
  }

  /** @param isOwned Whether it says that the office is somebody's: "its president". */
  #findGovernmentSpokenOf(role: RoleDraft, isOwned = false): number {
    const { mentions, paragraphOf, relations } = this.#document;
    const isBare = BARE.has(role.title) && !isOwned;
    const holder = mentions[role.holder];
    const reach = this.#hasParagraphs ? 3 : 1;
    let fallback = -1;
    for (let index = role.holder - 1; index >= 0; index--) {
      const mention = mentions[index];
      const apart = paragraphOf[holder.sentence] - paragraphOf[mention.sentence];
      const isElsewhere = apart > 0 && (fallback >= 0 || isBare);
      if (isElsewhere || apart > 1 || holder.sentence - mention.sentence > reach) break;
      const entity = this.#governmentOf(index);
      if (entity < 0 || mention.quotation !== holder.quotation || mention.startToken >= role.startToken) continue;
      if (relations[mention.attachment].startsWith("nsubj")) return entity;
      if (fallback < 0 && apart === 0 && !isBare) fallback = entity;
    }
    return fallback;
  }
}

/** States, and whoever has ministries and ministers. */
function findGoverning({ resolvedEntities, mentions, entityOf, lemmas }: ResolvedDocument): Set<number> {
  const governing = new Set<number>();
  for (const { index, kind, isNamed } of resolvedEntities) if (kind === "state" && isNamed) governing.add(index);
  for (const { by, headToken, possessor, modifiers } of mentions) {
    if (by !== "description" || !GOVERNING_NOUNS.has(lemmas[headToken].toLowerCase())) continue;
    for (const owner of possessor >= 0 ? [possessor] : modifiers) {
      const entity = entityOf[owner];
      if (entity >= 0 && /^(?:state|organisation|place|other)$/.test(resolvedEntities[entity].kind))
        governing.add(entity);
    }
  }
  return governing;
}
