/**
 * Mends the bounds and kinds of single names that the layer of names got wrong, by signs that the words themselves give: a
 * hyphen inside a surname, an office taken for a name, a firm that was not seen, a headline with capitals throughout.
 */
import { CLASS, getWordFacts, isGivenName, type Name, type NameKind, type TaggedDocument } from "../language/index.ts";
import { getNounClass, isKnownNoun } from "./referents.ts";
import { CALENDAR } from "./word-lists.ts";

/** What stations are called by: "Radio Quell". */
const STATION = /^(?:Radio|TV|Televisi[oó]n|Channel)$/;

/** Nouns that end the names of bodies, and of hardly anything else. */
const BODY_NOUNS = new Set(
  (
    "securities bank holdings airlines airways motors industries technologies pharmaceuticals petroleum logistics " +
    "party alliance union league council committee commission association federation foundation institute university " +
    "authority agency ministry coalition"
  ).split(" "),
);

/** Nouns for offices, which are no part of a body's name. */
const OFFICE = /^(?:minister|secretary|spokesman|spokeswoman|spokesperson|commissioner|ambassador)$/;

/** Joins, cuts and adds names; they stay in text order, none within another. */
export function mendNames(document: TaggedDocument, names: readonly Name[]): Name[] {
  const mended = joinHyphens(document, names)
    .map((name, index, all) => takeGivenName(document, nameStation(document, name), all[index - 1]?.endToken ?? 0))
    .filter((name) => !isOffice(document, name));
  return addBodies(document, mended);
}

function span({ tokens }: TaggedDocument, startToken: number, endToken: number, kind: NameKind): Name {
  return { startToken, endToken, start: tokens[startToken].start, end: tokens[endToken - 1].end, kind };
}

/** "Ann Dahl-Lund", of which the layer of names took "Lund" for a town. */
function joinHyphens(document: TaggedDocument, names: readonly Name[]): Name[] {
  const { tokens } = document;
  const joined: Name[] = [];
  for (const name of names) {
    const last = joined.at(-1);
    const hyphen = name.startToken - 1;
    if (!isTightHyphen(document, hyphen)) {
      joined.push(name);
      continue;
    }
    if (
      last !== undefined &&
      last.kind === "person" &&
      last.endToken === hyphen &&
      last.endToken - last.startToken > 1
    ) {
      joined[joined.length - 1] = span(document, last.startToken, name.endToken, "person");
      continue;
    }
    const isFree = last === undefined || last.endToken <= hyphen - 2;
    const isPerson =
      isFree && /^\p{Lu}\p{Ll}/u.test(tokens[hyphen - 1].text) && isGivenName(tokens[hyphen - 2]?.text ?? "");
    joined.push(
      isPerson && /^\p{Lu}/u.test(tokens[hyphen - 2].text) ? span(document, hyphen - 2, name.endToken, "person") : name,
    );
  }
  return joined;
}

function isTightHyphen({ tokens }: TaggedDocument, token: number): boolean {
  if (token < 1 || tokens[token].text !== "-") return false;
  return tokens[token - 1].end === tokens[token].start && tokens[token].end === tokens[token + 1]?.start;
}

/** "Radio Quell" is nobody. */
function nameStation({ tokens }: TaggedDocument, name: Name): Name {
  const isStation = name.endToken - name.startToken > 1 && STATION.test(tokens[name.startToken].text);
  return isStation ? { ...name, kind: "organisation" } : name;
}

/** "Joy Berg", where the layer of names took "Joy" for a noun. */
function takeGivenName(document: TaggedDocument, name: Name, from: number): Name {
  const { tokens, tags } = document;
  const before = name.startToken - 1;
  if (name.kind !== "person" || name.endToken - name.startToken > 1 || before < from) return name;
  const word = tokens[before].text;
  const isGiven =
    tags[before] === "PROPN" &&
    /^\p{Lu}\p{Ll}+$/u.test(word) &&
    isGivenName(word) &&
    word !== "Justice" &&
    !CALENDAR.has(word.toLowerCase()) &&
    getNounClass(word.toLowerCase()) !== "person";
  return isGiven ? span(document, before, name.endToken, "person") : name;
}

/** "Hestrian minister for Trade", taken for one name: the state alone is. */
export function cutAtOffice(document: TaggedDocument, name: Name): Name {
  const { tokens } = document;
  for (let token = name.startToken + 1; token < name.endToken; token++)
    if (OFFICE.test(tokens[token].text))
      return span(document, name.startToken, token, token - name.startToken > 1 ? name.kind : "state");
  return name;
}

/** "the Home Secretary", taken for somebody's name: common words, the last of them an office. */
function isOffice({ tokens }: TaggedDocument, { kind, startToken, endToken }: Name): boolean {
  if (kind !== "person" || endToken - startToken < 2 || !/^the$/i.test(tokens[startToken - 1]?.text ?? ""))
    return false;
  for (let token = startToken; token < endToken; token++) {
    const word = tokens[token].text.toLowerCase();
    if (!isKnownNoun(word) || isGivenName(tokens[token].text)) return false;
  }
  return getNounClass(tokens[endToken - 1].text.toLowerCase()) === "person";
}

/** "Larkfield Securities", which the layer of names left out: capitals up to a noun for a body, in running text. */
function addBodies(document: TaggedDocument, names: readonly Name[]): Name[] {
  const { tokens, sentences } = document;
  const isTaken = new Uint8Array(tokens.length);
  for (const { startToken, endToken } of names) isTaken.fill(1, startToken, endToken);
  const facts = getWordFacts();
  const rows = facts.findRows(tokens);
  const added: Name[] = [];
  for (const { startToken: first, endToken: end } of sentences) {
    for (let head = first + 1; head < end; head++) {
      const { text } = tokens[head];
      if (isTaken[head] === 1 || !/^\p{Lu}\p{Ll}/u.test(text) || !BODY_NOUNS.has(text.toLowerCase())) continue;
      // A headline has capitals throughout.
      if (isTaken[head + 1] === 1 || /^\p{Lu}/u.test(tokens[head + 1]?.text ?? "")) continue;
      let start = head;
      while (start > first && isTaken[start - 1] === 0 && /^\p{Lu}\p{Ll}+$/u.test(tokens[start - 1].text)) start--;
      // "Local Council" at the head of a sentence, "The Council".
      while (start < head && facts.values[rows[start] + CLASS] > 0 && (start === first || isSmall(tokens[start].text)))
        start++;
      if (start === head || isTaken[start - 1] === 1) continue;
      added.push(span(document, start, head + 1, "organisation"));
    }
  }
  return added.length === 0 ? [...names] : [...names, ...added].sort((a, b) => a.start - b.start);
}

function isSmall(word: string): boolean {
  return /^(?:The|A|An|This|That|Its|His|Her|Their|Our|In|At|On|But|And|When|While|If|As|Of|For|By|Both|Every)$/.test(
    word,
  );
}
