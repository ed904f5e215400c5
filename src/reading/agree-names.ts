/**
 * Makes the names of a report agree with one another. The layer of names reads sentence by sentence: it misses "Sessions" at the
 * head of a sentence, and takes one and the same word for a person here and a body there. The whole report shows what it is.
 */
import {
  CLASS,
  getWordFacts,
  isGivenName,
  type Name,
  type NamedDocument,
  type NameKind,
  type Tag,
  type TaggedDocument,
} from "../language/index.ts";
import { mendNames } from "./mend-names.ts";
import { GOVERNMENT_NOUNS, HONORIFICS, NAME_SUFFIXES, RANKS, TITLE_ABBREVIATIONS } from "./word-lists.ts";

/** What a word was taken for where it is a whole name, and how often. */
interface Use {
  /** Times as a person, the last word of fuller names counted. */
  person: number;
  /** Times as something else. */
  other: number;
  /** The commonest of the other kinds. */
  otherKind: NameKind;
  /** Whether it ends a person's full name or has a title somewhere: "Jon Berg", "Mr Berg". */
  isBorne: boolean;
  /** A full name that it ends. */
  fullName: Name | undefined;
}

/** Uses after which a word is looked for where the layer of names found none. */
const ENOUGH_USES = 2;
const MIN_CHARS = 3;

/** Requires `names` and `tags`; changes `names`, which stay in text order, none within another. */
export function agreeNames<Given extends NamedDocument & TaggedDocument>(document: Given): Given {
  const whole = mendNames(
    document,
    joinInitials(
      document,
      document.names.map((name) => trimName(document, name)),
    ),
  );
  const uses = countUses(document, whole);
  if (uses.size === 0) return { ...document, names: whole };
  const agreed = whole.map((name) => agreeKind(document, name, uses));
  return { ...document, names: addMissed(document, agreed, uses) };
}

/** What ends no name: "As" of "Jon Berg As" in a headline with capitals throughout, the hyphen of "Norland-backed". */
const NEVER_LAST = new Set(
  "- – / as at by for from in into of on over to with and but or nor if that than when while who whose which is was are were has had will the a an".split(
    " ",
  ),
);

function trimName({ tokens, tags }: TaggedDocument, name: Name): Name {
  let { endToken } = name;
  // "Norland-backed", taken for a name.
  const last = tokens[endToken - 1].text;
  const isParticiple = (tags[endToken - 1] === "VERB" || tags[endToken - 1] === "ADJ") && /^\p{Ll}/u.test(last);
  if (isParticiple && tokens[endToken - 2]?.text === "-" && endToken - 2 > name.startToken) endToken -= 2;
  while (endToken - 1 > name.startToken && NEVER_LAST.has(tokens[endToken - 1].text.toLowerCase())) endToken--;
  return endToken === name.endToken ? name : { ...name, endToken, end: tokens[endToken - 1].end };
}

/** "Anna K." and "Berg": the name of one person, cut at the initial. */
function joinInitials({ tokens }: TaggedDocument, names: readonly Name[]): Name[] {
  const joined: Name[] = [];
  for (const name of names) {
    const last = joined.at(-1);
    const isCut =
      last?.kind === "person" &&
      last.endToken === name.startToken &&
      last.endToken - last.startToken > 1 &&
      /^\p{Lu}\.$/u.test(tokens[last.endToken - 1].text);
    if (isCut) joined[joined.length - 1] = { ...last, endToken: name.endToken, end: name.end };
    else joined.push(name);
  }
  return joined;
}

/** One key for "Berg" and "BERG", none for what is no word with a capital. */
function toKey(text: string): string | undefined {
  const first = text.charCodeAt(0);
  // A quick look first: nearly all words begin with a small letter of ASCII.
  if ((first >= 97 && first <= 122) || text.length < MIN_CHARS || !/^\p{Lu}[\p{L}'’-]+$/u.test(text)) return undefined;
  const isCapitals = text.length > MIN_CHARS && text === text.toUpperCase();
  return isCapitals ? text[0] + text.slice(1).toLowerCase() : text;
}

function countUses({ tokens }: TaggedDocument, names: readonly Name[]): Map<string, Use> {
  const uses = new Map<string, Use>();
  const kindsOf = new Map<Use, Map<NameKind, number>>();
  for (const name of names) {
    const { startToken, endToken, kind } = name;
    let last = endToken - 1;
    while (last > startToken && NAME_SUFFIXES.has(bare(tokens[last].text))) last--;
    const isFull = last > startToken;
    if (isFull && kind !== "person") continue;
    const key = toKey(tokens[last].text);
    if (key === undefined) continue;
    let use = uses.get(key);
    if (use === undefined) {
      use = { person: 0, other: 0, otherKind: "other", isBorne: false, fullName: undefined };
      uses.set(key, use);
    }
    if (kind === "person") {
      use.person++;
      if (isFull) use.fullName ??= name;
      use.isBorne ||= isFull || isTitle(tokens[startToken - 1]?.text ?? "");
      continue;
    }
    use.other++;
    const kinds = kindsOf.get(use) ?? new Map<NameKind, number>();
    // "other" is what the layer says of names that it does not know.
    kindsOf.set(use, kinds.set(kind, (kinds.get(kind) ?? 0) + (kind === "other" ? 0.5 : 1)));
    if ((kinds.get(kind) ?? 0) > (kinds.get(use.otherKind) ?? 0)) use.otherKind = kind;
  }
  return uses;
}

function bare(word: string): string {
  return word.toLowerCase().replaceAll(".", "");
}

const TITLES: ReadonlySet<string> = new Set([
  ...HONORIFICS.keys(),
  ...RANKS,
  ...TITLE_ABBREVIATIONS.keys(),
  ...TITLE_ABBREVIATIONS.values(),
  ...GOVERNMENT_NOUNS,
]);

/** "Mr", "Gen.", "President": "contractor" may as well stand before the name of a firm. */
function isTitle(word: string): boolean {
  return TITLES.has(bare(word));
}

/** The kind that a name of one word has elsewhere in the report, where that is clear. */
function agreeKind({ tokens }: TaggedDocument, name: Name, uses: ReadonlyMap<string, Use>): Name {
  if (name.endToken - name.startToken > 1 || name.kind === "state") return name;
  const use = uses.get(toKey(tokens[name.startToken].text) ?? "");
  if (use === undefined || use.person === 0 || use.other === 0) return name;
  const kind = chooseKind(use, tokens[name.startToken].text);
  return kind === name.kind || kind === "state" ? name : { ...name, kind };
}

/** By how much more often a word is taken for something else before a person who bears it is none. */
const BORNE_WEIGHT = 3;

function chooseKind({ person, other, otherKind, isBorne }: Use, word: string): NameKind {
  if (isBorne) return person * BORNE_WEIGHT >= other ? "person" : otherKind;
  return person > other || (person === other && isGivenName(word)) ? "person" : otherKind;
}

/** Names of one word that the layer of names left out, though it found the same word elsewhere. */
function addMissed(document: TaggedDocument, names: readonly Name[], uses: ReadonlyMap<string, Use>): Name[] {
  const { tokens, tags } = document;
  const missed: Name[] = [];
  let next = 0;
  let common: Set<string> | undefined;
  const facts = getWordFacts();
  const rows = facts.findRows(tokens);
  for (let token = 0; token < tokens.length; token++) {
    if (names[next]?.startToken === token) {
      token = names[next].endToken - 1;
      next++;
      continue;
    }
    const use = uses.get(toKey(tokens[token].text) ?? "");
    if (use === undefined || !(use.isBorne || use.person + use.other >= ENOUGH_USES)) continue;
    const kind = chooseKind(use, tokens[token].text);
    const isUnheardOf = use.isBorne && tags[token] === "ADV" && facts.values[rows[token] + CLASS] === 0;
    if (!(mayBeName(tags[token], kind) || isUnheardOf) || isInCompound(document, token)) continue;
    // "Banks" may open a sentence on banks, if the report speaks of any.
    common ??= new Set(tokens.map(({ text }) => text).filter((text) => /^\p{Ll}/u.test(text)));
    if (common.has(tokens[token].text.toLowerCase())) continue;
    const startToken = kind === "person" ? extendLeft(document, token, use, names[next - 1]?.endToken ?? 0) : token;
    missed.push({ startToken, endToken: token + 1, start: tokens[startToken].start, end: tokens[token].end, kind });
  }
  return missed.length === 0 ? [...names] : [...names, ...missed].sort((a, b) => a.start - b.start);
}

function mayBeName(tag: Tag, kind: NameKind): boolean {
  if (kind === "person") return /^(?:PROPN|NOUN|ADJ|VERB|X)$/.test(tag);
  return tag === "PROPN" && kind !== "other";
}

/** "Berg-like", of which "Berg" is only a part. */
function isInCompound({ text, tokens }: TaggedDocument, token: number): boolean {
  return text[tokens[token].start - 1] === "-" || text[tokens[token].end] === "-";
}

/** "Will Young" where the layer took "Will" for a verb: the words of the full name that stand before. */
function extendLeft({ tokens }: TaggedDocument, token: number, { fullName }: Use, from: number): number {
  if (fullName === undefined) return token;
  const length = fullName.endToken - fullName.startToken - 1;
  const start = token - length;
  if (start < from || tokens[fullName.endToken - 1].text !== tokens[token].text) return token;
  for (let word = 0; word < length; word++)
    if (tokens[start + word].text !== tokens[fullName.startToken + word].text) return token;
  return start;
}
