/** Who belongs to a court or treaty and who does not: "its 124 member states, who do not include X", "X is not a party to". */
import type { ClauseNavigator } from "./clause-navigator.ts";
import { readParties } from "./read-parties.ts";

const MEMBER_NOUNS = new Set(["member", "party", "signatory", "state", "nation", "country"]);
/** Nouns that say membership by themselves. */
const STANDING_NOUNS = new Set(["member", "party", "signatory"]);
const JOINING = new Set(["belong", "join", "ratify", "sign", "accede"]);
const LEAVING = new Set(["leave", "quit", "withdraw"]);
const NEGATION = /^(not|n't|n’t|never|neither|nor|no|non)$/;

export interface Membership {
  readonly memberStates: number | null;
  readonly nonMembers: readonly number[];
}

/** What a sentence says by its words alone. */
const ABOUT_MEMBERS = 1;
const NEGATED = 2;

export class MembershipFinder {
  readonly #navigator: ClauseNavigator;
  /** Per sentence: whether it speaks of members, and whether it denies something. */
  readonly #says: Uint8Array;
  /** Sentences about members that speak of treaties or of a court without a name, ascending. */
  readonly #ofAnyCourt: readonly number[];
  /** By sentence; of the same words every case learns the same. */
  readonly #counts = new Map<number, number | null>();
  readonly #nonMembers = new Map<number, readonly number[]>();

  /** @param ofAnyCourt Sentences that speak of a treaty or of a court without a name, ascending. */
  constructor(navigator: ClauseNavigator, ofAnyCourt: readonly number[]) {
    this.#navigator = navigator;
    const { sentences } = navigator.document;
    this.#says = new Uint8Array(sentences.length);
    for (const [index, { startToken, endToken }] of sentences.entries())
      for (let token = startToken; token < endToken; token++) {
        const lemma = navigator.lemma(token);
        const word = navigator.word(token);
        if (STANDING_NOUNS.has(lemma) || JOINING.has(lemma) || word === "signatory" || word === "signatories")
          this.#says[index] |= ABOUT_MEMBERS;
        // "left the convention in May"
        if (LEAVING.has(lemma) && lastWordBehind(navigator, token, endToken) !== "") this.#says[index] |= ABOUT_MEMBERS;
        if (NEGATION.test(word)) this.#says[index] |= NEGATED;
      }
    this.#ofAnyCourt = [...new Set(ofAnyCourt.filter((index) => this.#isAboutMembers(index)))];
  }

  /** @param ofCourt Sentences that speak of the court. */
  find(ofCourt: readonly number[]): Membership {
    let memberStates: number | null = null;
    const nonMembers = new Set<number>();
    const told = new Set(this.#ofAnyCourt);
    for (const index of ofCourt) if (this.#isAboutMembers(index)) told.add(index);
    let next = 0;
    for (const start of [...told].sort((a, b) => a - b)) {
      // What speaks of members right behind goes on about them; "Nor is X" too.
      for (let index = start; index === start || index >= next; index++) {
        if (index < next) break;
        next = index + 1;
        const isAmong = index > start && (this.#says[index] & NEGATED) !== 0;
        const isAbout = this.#isAboutMembers(index);
        if (told.has(index)) memberStates ??= this.#countOf(index, ofCourt.includes(index));
        if (!isAbout && !isAmong) break;
        for (const entity of this.#nonMembersOf(index, isAmong)) nonMembers.add(entity);
        if (!isAbout && nonMembers.size === 0) break;
      }
    }
    return { memberStates, nonMembers: [...nonMembers] };
  }

  #isAboutMembers(index: number): boolean {
    return (this.#says[index] & ABOUT_MEMBERS) !== 0;
  }

  #countOf(index: number, isOfCourt: boolean): number | null {
    let count = this.#counts.get(index);
    if (count === undefined) {
      const { startToken, endToken } = this.#navigator.document.sentences[index];
      count = readCount(this.#navigator, startToken, endToken);
      this.#counts.set(index, count);
    }
    // "one of the commission's 12 members", beside a protocol: people.
    return isOfCourt || this.#saysStates(index) ? count : null;
  }

  #saysStates(index: number): boolean {
    const { startToken, endToken } = this.#navigator.document.sentences[index];
    for (let token = startToken; token < endToken; token++)
      if (/^(state|nation|country|party|signatory|court|treaty|convention|statute)$/.test(this.#navigator.lemma(token)))
        return true;
    return false;
  }

  #nonMembersOf(index: number, isAmong: boolean): readonly number[] {
    const key = index * 2 + Number(isAmong);
    let found = this.#nonMembers.get(key);
    if (found === undefined) {
      const { startToken, endToken } = this.#navigator.document.sentences[index];
      found = readNonMembers(this.#navigator, startToken, endToken, isAmong);
      this.#nonMembers.set(key, found);
    }
    return found;
  }
}

/** "124 member states", "has 125 members". */
function readCount(navigator: ClauseNavigator, startToken: number, endToken: number): number | null {
  for (let token = startToken; token < endToken; token++) {
    if (!/^\d{1,3}$/.test(navigator.word(token))) continue;
    let isStanding = false;
    for (let next = token + 1; next < Math.min(endToken, token + 4); next++) {
      const lemma = navigator.lemma(next);
      if (STANDING_NOUNS.has(lemma)) isStanding = true;
      else if (!MEMBER_NOUNS.has(lemma) && navigator.document.tags[next] !== "ADJ") break;
    }
    // "14 members of the supreme court" are its judges.
    if (isStanding && !isBenchCounted(navigator, token, endToken)) return Number(navigator.word(token));
  }
  return null;
}

function readNonMembers(navigator: ClauseNavigator, startToken: number, endToken: number, isAmong: boolean): number[] {
  const { document } = navigator;
  const found: number[] = [];
  const add = (token: number) => {
    for (const entity of toStates(navigator, token)) if (!found.includes(entity)) found.push(entity);
  };
  for (let token = startToken; token < endToken; token++) {
    if (document.quotationAt[token] >= 0) continue;
    const word = navigator.word(token);
    const lemma = navigator.lemma(token);
    // "who do not include A or B"
    if (lemma === "include" && navigator.isNegated(token)) {
      const { mentions } = readParties(navigator, token + 1);
      for (const mention of mentions) add(mention.headToken);
      continue;
    }
    // "Merland is a member; Tesmark is not."
    if (
      word === "not" &&
      /^(is|are|was|were)$/.test(navigator.word(token - 1)) &&
      /^[.,;]$/.test(navigator.word(token + 1))
    ) {
      const before = navigator.mentionAt(token - 2);
      if (before?.endToken === token - 1) add(before.headToken);
      continue;
    }
    // "Nor is X": behind the verb.
    if (isAmong && word === "nor" && token === startToken) {
      const { mentions } = readParties(navigator, token + 2);
      for (const mention of mentions) add(mention.headToken);
      continue;
    }
    const isBelonging = JOINING.has(lemma) && document.tags[token] === "VERB";
    const isStanding =
      (STANDING_NOUNS.has(lemma) && document.tags[token] !== "VERB") ||
      (isAmong && /^(them|those)$/.test(word) && navigator.word(token - 1) === "among");
    const isLeft =
      LEAVING.has(lemma) &&
      document.tags[token] === "VERB" &&
      !navigator.isUnreal(token) &&
      !navigator.isNegated(token);
    if (!isBelonging && !isStanding && !isLeft) continue;
    if (word === "member" && /^non-?$/.test(navigator.word(token - 1))) {
      const { mentions } = readParties(navigator, token + 1);
      for (const mention of mentions) add(mention.headToken);
      continue;
    }
    if (!isLeft && !isNegatedAround(navigator, token, startToken)) continue;
    if (isLeft && !/^(court|statute|treaty|convention)$/.test(lastWordBehind(navigator, token, endToken))) continue;
    const tree = findSubject(navigator, token);
    const before = tree >= 0 ? tree : findAntecedent(navigator, token, startToken);
    const subject = before >= 0 ? before : findBeforeCopula(navigator, token, startToken);
    if (subject < 0) continue;
    add(subject);
    for (const child of navigator.children(subject)) {
      const relation = document.relations[child];
      const like = navigator.childWith(child, /^case/);
      if (/^conj/.test(relation) || (/^(nmod|obl)/.test(relation) && like >= 0 && navigator.word(like) === "like"))
        add(child);
    }
    // "which like X is not one of": hung on the predicate.
    for (const child of navigator.children(token)) {
      const like = navigator.childWith(child, /^case/);
      if (like >= 0 && navigator.word(like) === "like") add(child);
    }
    for (let at = token - 1; at > Math.max(startToken, token - 14); at--)
      if (navigator.word(at) === "like" && document.mentionAt[at + 1] >= 0) add(at + 1);
  }
  return found;
}

function lastWordBehind(navigator: ClauseNavigator, token: number, endToken: number): string {
  for (let at = token + 1; at < Math.min(endToken, token + 6); at++)
    if (/^(court|statute|treaty|convention)$/.test(navigator.lemma(at))) return navigator.lemma(at);
  return "";
}

function isNegatedAround(navigator: ClauseNavigator, token: number, startToken: number): boolean {
  for (let at = token - 1; at >= Math.max(startToken, token - 8); at--) {
    const word = navigator.word(at);
    if (NEGATION.test(word)) return true;
    if (/^[,;:]$/.test(word)) return false;
  }
  return false;
}

/** The subject of the clause whose predicate holds a token. */
function findSubject(navigator: ClauseNavigator, token: number): number {
  const { heads, relations } = navigator.document;
  let at = token;
  for (let steps = 0; steps < 5 && at >= 0; steps++) {
    const subject = navigator.childWith(at, /^nsubj/);
    if (subject >= 0) return /^(who|which|that)$/.test(navigator.word(subject)) && heads[at] >= 0 ? heads[at] : subject;
    // "to which X does not belong", "whose country does not belong".
    if (/^root/.test(relations[at])) return -1;
    at = heads[at];
  }
  return -1;
}

/** "X, which is not one of its members": where the tree is wrong, what stands before the relative pronoun. */
function findAntecedent(navigator: ClauseNavigator, token: number, startToken: number): number {
  for (let at = token - 1; at > startToken + 1; at--) {
    if (!/^(which|who)$/.test(navigator.word(at))) continue;
    return navigator.word(at - 1) === "," ? at - 2 : at - 1;
  }
  return -1;
}

/** "The X States is not one of its members": where the tree is wrong, the name right before the verb; -1 for none. */
function findBeforeCopula(navigator: ClauseNavigator, token: number, startToken: number): number {
  for (let at = token - 1; at > startToken; at--) {
    if (!/^(is|are|was|were|has|have|does|do|did)$/.test(navigator.word(at))) continue;
    const mention = navigator.mentionAt(at - 1);
    return mention?.endToken === at ? mention.headToken : -1;
  }
  return -1;
}

/** States that a token names: itself, the country of whose owner, the state of a capital. */
function toStates(navigator: ClauseNavigator, token: number): number[] {
  const { resolvedEntities, entityOf, mentions } = navigator.document;
  const mention = navigator.mentionAt(token);
  if (mention === undefined) return [];
  const entity = entityOf[mention.index];
  const own = resolvedEntities[entity];
  if (own !== undefined && (own.kind === "state" || own.kind === "organisation") && own.isNamed) return [entity];
  // "Merland, which is not among the parties": no person is a "which".
  const isThing = navigator.word(mention.endToken) === "," && navigator.word(mention.endToken + 1) === "which";
  if (own?.kind === "person" && own.isNamed && isThing && !/\s/.test(own.name)) return [entity];
  if (own?.kind === "person" || own?.kind === "court") {
    // "X, whose country does not belong": the state that X holds office in.
    return [];
  }
  const country = own?.country ?? undefined;
  const state =
    country === undefined
      ? undefined
      : resolvedEntities.find(({ kind, country: other, isNamed }) => kind === "state" && isNamed && other === country);
  if (state !== undefined) return [state.index];
  const owner = mention.possessor >= 0 ? mentions[mention.possessor] : undefined;
  const owned = owner === undefined ? undefined : resolvedEntities[entityOf[owner.index]];
  return owned?.kind === "state" ? [owned.index] : [];
}

function isBenchCounted(navigator: ClauseNavigator, count: number, endToken: number): boolean {
  for (let token = count + 1; token < Math.min(endToken, count + 4); token++) {
    if (navigator.lemma(token) !== "member" || navigator.word(token + 1) !== "of") continue;
    for (let court = token + 2; court < Math.min(endToken, token + 7); court++)
      if (/^(court|tribunal|bench|chamber|panel)$/.test(navigator.lemma(court))) return true;
  }
  return false;
}
