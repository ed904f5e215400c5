/**
 * Mends the bounds and kinds of single names that the layer of names got wrong, by signs that the words themselves give: a
 * hyphen inside a surname, an office taken for a name, a firm that was not seen, a headline with capitals throughout.
 */
import { CLASS, getWordFacts, isGivenName, type Name, type NameKind, type TaggedDocument } from "../language/index.ts";
import { beginsSmall } from "./begins-small.ts";
import { getNounClass, isKnownNoun } from "./referents.ts";
import { CALENDAR, FIRM_NOUNS } from "./word-lists.ts";

/** What stations are called by: "Radio Quell". */
const STATION = /^(?:Radio|TV|Televisi[oó]n|Channel)$/;

/** Nouns that end the names of bodies, and of hardly anything else. */
const BODY_NOUNS = new Set(
  (
    "securities bank holdings airlines airways motors industries technologies pharmaceuticals petroleum logistics " +
    "party alliance union league council committee commission association federation foundation institute university " +
    "authority agency ministry coalition forces front movement brigade brigades"
  ).split(" "),
);

/** Nouns for offices, which are no part of a body's name. */
const OFFICE = /^(?:minister|secretary|spokesman|spokeswoman|spokesperson|commissioner|ambassador)$/;

/** Joins, cuts and adds names; they stay in text order, none within another. */
export function mendNames(document: TaggedDocument, names: readonly Name[]): Name[] {
  const mended = joinHyphens(document, names)
    .flatMap((name) => splitOwner(document, name))
    .map((name, index, all) => takeGivenName(document, nameBody(document, name), all[index - 1]?.endToken ?? 0))
    .filter((name) => !isOffice(document, name));
  return addMissing(document, [...mended], [...findBodies(document, mended), ...findDoubleSurnames(document, mended)]);
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

/** "Radio Quell" and "Amber Resources" are nobody. */
function nameBody({ tokens }: TaggedDocument, name: Name): Name {
  const { startToken, endToken, kind } = name;
  if (endToken - startToken < 2 || kind === "organisation") return name;
  const first = tokens[startToken].text;
  const isFirm =
    kind !== "state" &&
    FIRM_NOUNS.has(tokens[endToken - 1].text.toLowerCase()) &&
    !(kind === "person" && isGivenName(first));
  return isFirm || STATION.test(first) ? { ...name, kind: "organisation" } : name;
}

/** "Dahl-Lund" alone, where the report has "Ann Dahl-Lund". */
function findDoubleSurnames(document: TaggedDocument, names: readonly Name[]): Name[] {
  const { tokens } = document;
  const surnames = new Set<string>();
  const isTaken = new Uint8Array(tokens.length);
  for (const { startToken, endToken, kind } of names) {
    isTaken.fill(1, startToken, endToken);
    if (kind === "person" && endToken - startToken > 3 && isTightHyphen(document, endToken - 2))
      surnames.add(`${tokens[endToken - 3].text}-${tokens[endToken - 1].text}`);
  }
  const found: Name[] = [];
  if (surnames.size === 0) return found;
  for (let token = 1; token < tokens.length - 1; token++) {
    if (isTaken[token - 1] + isTaken[token] + isTaken[token + 1] > 0 || !isTightHyphen(document, token)) continue;
    if (surnames.has(`${tokens[token - 1].text}-${tokens[token + 1].text}`))
      found.push(span(document, token - 1, token + 2, "person"));
  }
  return found;
}

/** With names that were not seen; those that overlap others are left out. */
function addMissing(document: TaggedDocument, names: Name[], added: readonly Name[]): Name[] {
  if (added.length === 0) return names;
  const isTaken = new Uint8Array(document.tokens.length);
  for (const { startToken, endToken } of names) isTaken.fill(1, startToken, endToken);
  for (const name of added) {
    if (isTaken.subarray(name.startToken, name.endToken).some((taken) => taken === 1)) continue;
    isTaken.fill(1, name.startToken, name.endToken);
    names.push(name);
  }
  return names.sort((a, b) => a.start - b.start);
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

/** "House of Hestria's Congress", "Bank of Hestria's Policy Committee", taken for one name: an owner and what it has. */
function splitOwner(document: TaggedDocument, name: Name): Name[] {
  const { tokens } = document;
  let mark = name.startToken + 1;
  while (mark < name.endToken - 1 && !/^['’]s$/.test(tokens[mark].text)) mark++;
  if (mark >= name.endToken - 1 || !/^\p{Lu}/u.test(tokens[mark + 1].text)) return [name];
  const isOf = tokens[name.startToken + 1].text === "of";
  if (!isOf) return [name];
  const isHouse = /^(?:House|Chamber)$/.test(tokens[name.startToken].text);
  const body = span(document, mark + 1, name.endToken, "organisation");
  if (!isHouse) return [span(document, name.startToken, mark, name.kind), body];
  const house = span(document, name.startToken, name.startToken + 1, "organisation");
  return [house, span(document, name.startToken + 2, mark, "place"), body];
}

/** "Hestrian minister for Trade", taken for one name: the state alone is. */
export function cutAtOffice(document: TaggedDocument, name: Name): Name {
  const { tokens } = document;
  for (let token = name.startToken + 1; token < name.endToken; token++)
    if (OFFICE.test(tokens[token].text))
      return span(document, name.startToken, token, token - name.startToken > 1 ? name.kind : "state");
  return name;
}

/**
 * "Judges of the Basin Tribunal ruled": a sentence begins with people, whom the report has with a small letter elsewhere, and
 * the name is what they are of.
 */
export function cutAtPeople(document: TaggedDocument, name: Name): Name {
  const { tokens, sentences } = document;
  const { kind, startToken, endToken } = name;
  if (kind === "person" || endToken - startToken < 3 || !/^(?:of|at|from)$/.test(tokens[startToken + 1].text))
    return name;
  const people = tokens[startToken].text.toLowerCase();
  const one = people.replace(/s$/, "");
  if (one === people || getNounClass(one) !== "person") return name;
  const before = tokens[startToken - 1]?.text ?? "";
  const isStart = sentences.some((sentence) => sentence.startToken === startToken) || /^[-–—:“"]$/.test(before);
  if (!isStart || !tokens.some(({ text }) => text === people || text === one)) return name;
  const start = tokens[startToken + 2].text === "the" ? startToken + 3 : startToken + 2;
  return start < endToken ? span(document, start, endToken, kind) : name;
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
function findBodies(document: TaggedDocument, names: readonly Name[]): Name[] {
  const { tokens, sentences } = document;
  const isTaken = new Uint8Array(tokens.length);
  for (const { startToken, endToken } of names) isTaken.fill(1, startToken, endToken);
  const facts = getWordFacts();
  const rows = facts.findRows(tokens);
  const added: Name[] = [];
  for (const { startToken: first, endToken: end } of sentences) {
    for (let head = first + 1; head < end; head++) {
      const { text } = tokens[head];
      if (beginsSmall(text)) continue;
      if (STATION.test(tokens[head - 1].text) && isTaken[head - 1] + isTaken[head] === 0 && /^\p{Lu}\p{Ll}/u.test(text))
        added.push(span(document, head - 1, head + 1, "organisation"));
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
  return added;
}

function isSmall(word: string): boolean {
  return /^(?:The|A|An|This|That|Its|His|Her|Their|Our|In|At|On|But|And|When|While|If|As|Of|For|By|Both|Every)$/.test(
    word,
  );
}
