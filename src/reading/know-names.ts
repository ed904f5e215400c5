/**
 * Sets right what the layer of names cannot know from the words near by: titles taken for names, names of states cut in
 * two, people taken for bodies after a form of address.
 */
import {
  CLASS,
  getCountryByAdjective,
  getCountryByName,
  getWordFacts,
  type Name,
  type NamedDocument,
  type NameKind,
  type TaggedDocument,
} from "../language/index.ts";
import { beginsSmall } from "./begins-small.ts";
import type { ReportHeader } from "./find-report-header.ts";
import { cutAtOffice, cutAtPeople } from "./mend-names.ts";
import { getNounClass } from "./referents.ts";
import { getKindOfHeadNoun, HONORIFICS } from "./word-lists.ts";

export interface KnownNames {
  /** Names in text order, none within another: what the components of this room read. */
  readonly knownNames: readonly Name[];
}

/** Requires `names` and `tags`, and uses `header` if there is one; adds `knownNames`. */
export function knowNames<Given extends NamedDocument & TaggedDocument & { readonly header?: ReportHeader }>(
  document: Given,
): Given & KnownNames {
  const known: Name[] = [];
  const { names } = document;
  const inText = cutInHeadline(document);
  for (let index = 0; index < names.length; index++) {
    const name = knowLetters(
      document,
      takeWhole(
        document,
        cutAtPeople(document, cutAtOffice(document, inText(names[index]))),
        known.at(-1)?.endToken ?? 0,
      ),
    );
    const next = names[index + 1];
    const joined = next === undefined ? undefined : joinState(document, name, next);
    if (isBeforeLeader(document, name)) {
      known.push(cut(document, name.startToken, name.endToken - 1, name.kind));
    } else if (isBeforeOffice(document, name)) {
      known.push(...keepState(document, name));
    } else if (joined !== undefined) {
      known.push(joined);
      index++;
    } else if (
      name.kind !== "person" &&
      next?.kind === "person" &&
      next.startToken === name.endToken &&
      endsWithTitle(document, name)
    ) {
      known.push(...keepState(document, name));
    } else if (
      name.kind !== "person" &&
      name.endToken - name.startToken > 1 &&
      HONORIFICS.has(bare(document, name.startToken))
    ) {
      known.push(keepPerson(document, name));
    } else if (name.kind === "state" && isCommonAdjective(document, name)) {
      known.push({ ...name, kind: "other" });
    } else {
      known.push(name);
    }
  }
  return { ...document, knownNames: nameCourts(document, known) };
}

/**
 * "Impeaches Norland" of a headline with capitals throughout: what the text itself has for a name.
 *
 * @returns A function that gives every name as it is, but those of the headline as the text has them.
 */
function cutInHeadline({
  header,
  names,
  tokens,
  text,
}: NamedDocument & { readonly header?: ReportHeader }): (name: Name) => Name {
  const end = header?.titleSpan?.end ?? -1;
  const kinds = new Map<string, NameKind>();
  const spell = (start: number, stop: number): string => text.slice(tokens[start].start, tokens[stop - 1].end);
  if (end >= 0)
    for (const name of names) if (name.start >= end) kinds.set(spell(name.startToken, name.endToken), name.kind);
  return (name) => {
    const { startToken, endToken } = name;
    if (name.end > end || endToken - startToken < 2 || kinds.has(spell(startToken, endToken))) return name;
    for (let length = endToken - startToken - 1; length > 0; length--)
      for (let start = startToken; start + length <= endToken; start++) {
        const kind = kinds.get(spell(start, start + length));
        if (kind !== undefined)
          return {
            startToken: start,
            endToken: start + length,
            start: tokens[start].start,
            end: tokens[start + length - 1].end,
            kind,
          };
      }
    return name;
  };
}

/**
 * "Special Tribunal for Norland", where the layer of names saw "Norland" only or nothing: courts have their names in capitals.
 */
function nameCourts(document: NamedDocument & TaggedDocument, known: readonly Name[]): Name[] {
  const { tokens, sentences } = document;
  const nameAt = new Int32Array(tokens.length).fill(-1);
  for (const [index, { startToken, endToken }] of known.entries()) nameAt.fill(index, startToken, endToken);
  const found: Name[] = [];
  for (const { startToken: first, endToken: last } of sentences) {
    for (let head = first + 1; head < last; head++) {
      const { text } = tokens[head];
      if (nameAt[head] >= 0 || beginsSmall(text) || !/^\p{Lu}\p{Ll}/u.test(text)) continue;
      if (getKindOfHeadNoun(tokens[head].text.toLowerCase()) !== "court") continue;
      const start = findCourtStart(document, known, nameAt, first, head);
      if (start === head) continue;
      const area = nameAt[findAreaAfter(document, head + 1)] ?? -1;
      found.push(cut(document, start, area < 0 ? head + 1 : known[area].endToken, "organisation"));
    }
  }
  if (found.length === 0) return [...known];
  const isFree = ({ startToken }: Name): boolean =>
    found.every((court) => startToken < court.startToken || startToken >= court.endToken);
  return [...known.filter(isFree), ...found].sort((a, b) => a.startToken - b.startToken);
}

/**
 * Where the name of a court begins: over words in capitals, "First-tier", "Magistrates'" and names of places, "Port Arden
 * Magistrates' Court", but not over whose it is, "Norland's".
 */
function findCourtStart(
  { tokens }: NamedDocument,
  known: readonly Name[],
  nameAt: Int32Array,
  first: number,
  head: number,
): number {
  let start = head;
  for (let at = head - 1; at >= first; ) {
    const word = tokens[at].text;
    const isMark = /^['’]$/.test(word) && at > first && /^\p{Lu}.*s$/u.test(tokens[at - 1].text);
    const isTail = at - 2 >= first && tokens[at - 1].text === "-" && isNameWord(tokens[at - 2].text);
    if (nameAt[at] >= 0) {
      if (known[nameAt[at]].kind === "person") break;
      start = known[nameAt[at]].startToken;
    } else if (isMark) {
      at -= 1;
      continue;
    } else if (isTail && /^\p{L}+$/u.test(word)) start = at - 2;
    else if (isNameWord(word)) start = at;
    else break;
    at = start - 1;
  }
  return start;
}

/** A capitalised word that is no article: "Special", not "The". */
function isNameWord(word: string): boolean {
  return (
    /^\p{Lu}\p{Ll}+$/u.test(word) &&
    !/^(?:The|A|An|This|That|Its|His|Her|Their|Our|In|At|On|But|And|When|While|If|As|Of|For)$/.test(word)
  );
}

/** "Norland" in "for the former Norland": the token where what a court is for is named, or -1. */
function findAreaAfter({ tokens }: NamedDocument, from: number): number {
  if (tokens[from]?.text !== "for") return -1;
  let at = from + 1;
  while (/^(?:the|former)$/.test(tokens[at]?.text ?? "")) at++;
  return at;
}

function bare({ tokens }: NamedDocument, token: number): string {
  return tokens[token].text.toLowerCase().replaceAll(".", "");
}

function cut({ tokens }: NamedDocument, startToken: number, endToken: number, kind: Name["kind"]): Name {
  return { startToken, endToken, start: tokens[startToken].start, end: tokens[endToken - 1].end, kind };
}

/** "South" before "African", which the layer of names left out: the adjective of one state. */
function takeWhole(document: NamedDocument, name: Name, from: number): Name {
  const before = name.startToken - 1;
  const word = document.tokens[before]?.text ?? "";
  if (name.kind === "person" || before < from || !/^\p{Lu}\p{Ll}+$/u.test(word) || word === "The") return name;
  const text = document.text.slice(document.tokens[before].start, name.end).replace(/\s+/g, " ");
  if (getCountryByName(text) === undefined && getCountryByAdjective(text) === undefined) return name;
  return cut(document, before, name.endToken, "state");
}

/** "South" and "African": one adjective. */
function joinState(document: NamedDocument, name: Name, next: Name): Name | undefined {
  if (next.startToken !== name.endToken || name.kind === "person" || next.kind === "person") return undefined;
  const text = document.text.slice(name.start, next.end).replace(/\s+/g, " ");
  if (getCountryByName(text) === undefined && getCountryByAdjective(text) === undefined) return undefined;
  return cut(document, name.startToken, next.endToken, "state");
}

/** "Democratic", "Western": an adjective in use that is no state's. One that is not in use may be that of a state unheard of. */
export function isCommonAdjective(
  document: NamedDocument & TaggedDocument,
  { startToken, endToken }: Pick<Name, "startToken" | "endToken">,
): boolean {
  if (endToken - startToken > 1 || document.tags[startToken] !== "ADJ") return false;
  const { text } = document.tokens[startToken];
  if (getCountryByAdjective(text) !== undefined || getCountryByName(text) !== undefined) return false;
  const facts = getWordFacts();
  return facts.values[facts.findRows(document.tokens)[startToken] + CLASS] > 0;
}

/** Letters after a name that say what its bearer is. */
const LETTERS = /^(?:MP|MEP|MSP|MLA|KC|QC|OBE|CBE|MBE|PhD)$/;

/** "Jon Berg MP" is a person, whatever it was taken for. */
function knowLetters({ tokens }: NamedDocument, name: Name): Name {
  const isLettered = name.endToken - name.startToken > 2 && LETTERS.test(tokens[name.endToken - 1].text);
  return isLettered && name.kind !== "person" ? { ...name, kind: "person" } : name;
}

/** "Senate Minority" of "Senate Minority Leader Jon Berg": a body and how its leader is called. */
function isBeforeLeader({ tokens }: NamedDocument, { kind, startToken, endToken }: Name): boolean {
  if (kind === "person" || endToken - startToken < 2 || !/^(?:Leader|Whip)$/.test(tokens[endToken]?.text ?? ""))
    return false;
  return /^(?:Minority|Majority|Opposition)$/.test(tokens[endToken - 1].text);
}

/** "US Defense" of "US Defense Secretary Jon Berg": a state and a field of its government, no body. */
function isBeforeOffice(document: NamedDocument, { kind, startToken, endToken }: Name): boolean {
  const { tokens } = document;
  if (kind === "person" || endToken - startToken < 2 || !/^(?:Secretary|Minister)$/.test(tokens[endToken]?.text ?? ""))
    return false;
  if (getKindOfHeadNoun(tokens[endToken - 1].text.toLowerCase()) !== undefined) return false;
  return [1, 2].some((length) => {
    if (startToken + length >= endToken) return false;
    const text = document.text.slice(tokens[startToken].start, tokens[startToken + length - 1].end);
    return getCountryByName(text) !== undefined || getCountryByAdjective(text) !== undefined;
  });
}

/** "Hestrian Justice Minister" and "Chief Justice" before "Jon Berg": an office, not a body. */
function endsWithTitle(document: NamedDocument & TaggedDocument, { endToken }: Name): boolean {
  const word = document.tokens[endToken - 1].text.toLowerCase();
  return word === "justice" || getNounClass(word) === "person";
}

/** Of a title, only the state at its head is a name. */
function keepState(document: NamedDocument, { startToken, endToken }: Name): Name[] {
  for (let length = Math.min(2, endToken - startToken - 1); length > 0; length--) {
    const name = cut(document, startToken, startToken + length, "state");
    const text = document.text.slice(name.start, name.end);
    if (getCountryByName(text) !== undefined || getCountryByAdjective(text) !== undefined) return [name];
  }
  return [];
}

/** "Prof Jon Berg of the University of Quell": the person, up to the first small word. */
function keepPerson(document: NamedDocument, { startToken, endToken, kind }: Name): Name {
  let end = startToken + 1;
  while (end < endToken && /^[\p{Lu}-]/u.test(document.tokens[end].text)) end++;
  return end > startToken + 1
    ? cut(document, startToken + 1, end, "person")
    : cut(document, startToken, endToken, kind);
}
