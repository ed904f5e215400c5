/** Reads the title right before a name: "Norland's Defence Minister Jon Berg", "Secretary of State Jon Berg". */
import { bareWord, toKindOfNoun } from "../find-mentions.ts";
import type { Mention } from "../mention.ts";
import { endsAsAgent, isKnownNoun } from "../referents.ts";
import { chooseOf } from "./choose-of.ts";
import { readDescription } from "./read-description.ts";
import { add, canHoldOffice, describesPerson, findCoordinated, type RoleFrame } from "./role-frame.ts";
import { isAddress, isOfficeNoun, isStateOfOffice, spell, toLowerWords, toTitle } from "./role-title.ts";

/** "Norland's Defence Minister Jon Berg", "party leaders Ann Dahl and Jon Berg". */
export function readTitleBefore(frame: RoleFrame, person: Mention): void {
  const { tokens, tags, lemmas, features } = frame.document;
  let { titleStart, titleEnd } = person;
  const names = person.modifiers.map((index) => frame.document.mentions[index]);
  // "Jon Berg challenges President Ann Dahl", taken for one phrase: a title reaches back to the last person at most.
  titleStart = Math.max(titleStart, names.findLast(({ kind }) => kind === "person")?.endToken ?? titleStart);
  titleStart = extendToOffice(frame, titleStart, titleEnd);
  const lastName = names.filter(({ endToken }) => endToken <= titleEnd).at(-1);
  while (titleEnd > titleStart && isAddress(frame, titleEnd - 1)) titleEnd--;
  // "retired Gen. Jon Berg": what is left without the rank is no title.
  if (titleEnd > titleStart && titleEnd < person.titleEnd && isRankOnly(frame, titleStart, titleEnd)) titleEnd++;
  if (readOfficeOf(frame, person, titleEnd)) return;
  if (lastName !== undefined && lastName.endToken === titleEnd) return;
  const head = titleEnd - 1;
  if (head < titleStart) {
    readCompoundBefore(frame, person);
    readProfessor(frame, person);
    readWordsBefore(frame, person);
    return;
  }
  // "president-elect Ann Dahl".
  const isElect =
    /^(?:elect|designate)$/.test(tokens[head].text) && tokens[head - 1]?.text === "-" && head - 1 > titleStart;
  const isNoun = isElect || tags[head] === "NOUN" || tags[head] === "PROPN" || tags[head] === "ADJ";
  const lemma = lemmas[head].toLowerCase();
  const isPerson = isElect || toKindOfNoun(lemma, false) === "person";
  const isThing = !isPerson && isKnownNoun(lemma) && !endsAsAgent(lemma);
  if (!isNoun || (tags[head] === "NOUN" ? isThing : tags[head] === "ADJ" && !isPerson)) return;
  const title = toTitle(frame, titleStart, titleEnd, head);
  if (title === "") return;
  const chosen = chooseOf(frame, person.possessor, person.modifiers, person.endToken);
  const of = chosen < 0 ? ownerBefore(frame, person) : chosen;
  const span = { startToken: titleStart, endToken: titleEnd };
  add(frame, person, title, span, of, -1);
  if (!features[head].includes("Number=Plur") && tokens[head].text.toLowerCase() === lemma) return;
  for (const next of findCoordinated(frame, person)) add(frame, next, title, span, of, -1);
}

/** "Chief Justice Ann Dahl", "junior minister Jon Berg", where the tree cut the title from the name. */
function readWordsBefore(frame: RoleFrame, person: Mention): void {
  const { tokens, tags, lemmas, features, sentences } = frame.document;
  const head = person.phraseStart - 1;
  const first = sentences[person.sentence].startToken;
  if (head < first || !/^(?:NOUN|PROPN)$/.test(tags[head]) || features[head].includes("Number=Plur")) return;
  if (person.endToken - person.startToken < 2 || frame.nameAt[head] >= 0) return;
  const word = lemmas[head].toLowerCase();
  const isOffice = toKindOfNoun(word, false) === "person" || /^Justice$/.test(tokens[head].text);
  if (!isOffice || isAddress(frame, head)) return;
  let start = head;
  while (start > first && /^(?:ADJ|NOUN|PROPN)$/.test(tags[start - 1]) && frame.nameAt[start - 1] < 0) start--;
  // "the man Ann Dahl married" says nothing of her.
  if (start > first && /^(?:DET|PRON|PART|NUM)$/.test(tags[start - 1])) return;
  const title = toTitle(frame, start, head + 1, head);
  if (title === "") return;
  const owner = frame.nameAt[start - 1] ?? -1;
  const before = owner < 0 ? undefined : frame.document.mentions[frame.document.mentionAt[start - 1] ?? -1];
  const of =
    before?.by === "name" && before.kind !== "person" && canHoldOffice(before)
      ? before.index
      : chooseOf(frame, -1, [], person.endToken);
  add(frame, person, title, { startToken: start, endToken: head + 1 }, of, frame.document.mentionAt[head]);
}

/** "council director-general Ann Dahl", "president-elect Jon Berg": an office whose last part is an adjective. */
function readCompoundBefore(frame: RoleFrame, person: Mention): void {
  const { tokens, mentions, mentionAt } = frame.document;
  const hyphen = person.phraseStart - 2;
  if (!/^(?:general|elect|designate|emeritus)$/i.test(tokens[hyphen + 1]?.text ?? "")) return;
  if (tokens[hyphen]?.text !== "-" || tokens[hyphen].end !== tokens[hyphen + 1].start) return;
  const office = mentions[mentionAt[hyphen - 1] ?? -1];
  if (!describesPerson(office) || office.endToken !== hyphen) return;
  const { startToken, of } = readDescription(frame, office);
  const title = toTitle(frame, startToken, hyphen + 2, hyphen + 1);
  add(frame, person, title, { startToken, endToken: hyphen + 2 }, of, -1);
}

/** "retired", "former Norlandic": what stands before a rank and is no office. */
function isRankOnly({ document: { tokens } }: RoleFrame, start: number, end: number): boolean {
  if (isStateOfOffice(tokens[end - 1].text)) return true;
  return (
    end - start > 1 &&
    isStateOfOffice(tokens[end - 2].text) &&
    /^\p{Lu}.*(?:an|ian|ese|ish|ic)$/u.test(tokens[end - 1].text)
  );
}

/** "Prof Jon Berg of the University of Quell", "Professor Ann Dahl": the one form of address that is an office. */
function readProfessor(frame: RoleFrame, person: Mention): void {
  const { tokens } = frame.document;
  const address = person.startToken - 1;
  if (!/^prof(?:essor)?$/.test(bareWord(tokens[address]?.text ?? ""))) return;
  const near = chooseOf(frame, -1, [], person.endToken);
  const of = near >= 0 ? near : findWorkplace(frame, person);
  if (of >= 0 || person.endToken - person.startToken > 1)
    add(frame, person, "professor", { startToken: address, endToken: person.startToken }, of, -1);
}

/** "Professor Ann Dahl, who teaches law at the University of Quell": the body in the clause about her. */
function findWorkplace(frame: RoleFrame, person: Mention): number {
  const { tokens, mentions } = frame.document;
  if (tokens[person.endToken]?.text !== "," || tokens[person.endToken + 1]?.text !== "who") return -1;
  for (let token = person.endToken + 2; token < person.endToken + 10; token++) {
    if (/^[,.;]?$/.test(tokens[token]?.text ?? "")) return -1;
    const body = tokens[token].text === "at" ? mentions[frame.phraseAt[token + 1] ?? -1] : undefined;
    if (body?.by === "name" && body.kind === "organisation") return body.index;
  }
  return -1;
}

/** "Attorney" before "General Jon Berg", where the phrase was thought to begin with a rank. */
function extendToOffice(frame: RoleFrame, titleStart: number, titleEnd: number): number {
  const { tokens } = frame.document;
  if (titleStart >= titleEnd || !/^gen(?:eral)?$/.test(bareWord(tokens[titleStart].text))) return titleStart;
  if (!isOfficeNoun(frame, titleStart - 1)) return titleStart;
  return isStateOfOffice(tokens[titleStart - 2]?.text ?? "") ? titleStart - 2 : titleStart - 1;
}

/** "Secretary of State Jon Berg", "President of the Lake Commission Ann Dahl": between "of" and the name stands a field or a body. */
function readOfficeOf(frame: RoleFrame, person: Mention, titleEnd: number): boolean {
  const { lemmas, mentions, mentionAt } = frame.document;
  const fieldStart = findFieldBefore(frame, titleEnd, person.sentence);
  if (fieldStart === titleEnd || toKindOfNoun(lemmas[titleEnd - 1].toLowerCase(), false) === "person") return false;
  const office = officeBefore(frame, fieldStart);
  if (office === undefined) return false;
  const { startToken } = readDescription(frame, office);
  const title = toTitle(frame, startToken, office.endToken, office.headToken);
  const span = { startToken, endToken: titleEnd };
  const body = mentions[mentionAt[titleEnd - 1] ?? -1];
  if (body?.by === "name" && body.kind !== "other" && body.kind !== "person" && canHoldOffice(body)) {
    add(frame, person, title, span, body.index, -1);
    return true;
  }
  const field = toLowerWords(spell(frame, fieldStart, titleEnd));
  add(frame, person, `${title} of ${field}`, span, chooseOf(frame, office.possessor, office.modifiers, -1), -1);
  return true;
}

/** Where the capitalised words that end here begin: "Foreign Affairs". */
function findFieldBefore(frame: RoleFrame, end: number, sentence: number): number {
  const { tokens, sentences } = frame.document;
  let start = end;
  while (start > sentences[sentence].startToken && end - start < 6) {
    const { text } = tokens[start - 1];
    const isLinked = /^(?:and|of)$/.test(text) && start < end && officeBefore(frame, start) === undefined;
    if (!isLinked && !/^\p{Lu}/u.test(text)) break;
    start--;
  }
  return start;
}

/** "Secretary" before "of State Jon Berg": the office whose field stands between "of" and the name. */
function officeBefore(frame: RoleFrame, titleStart: number): Mention | undefined {
  const { tokens, mentions, mentionAt } = frame.document;
  const of = /^the$/i.test(tokens[titleStart - 1]?.text ?? "") ? titleStart - 2 : titleStart - 1;
  if (tokens[of]?.text.toLowerCase() !== "of") return undefined;
  const office = mentions[mentionAt[of - 1] ?? -1];
  return office?.endToken === of && describesPerson(office) ? office : undefined;
}

/** The name right before a title, where the tree cut it off; else the owner of the list. */
function ownerBefore(frame: RoleFrame, person: Mention): number {
  const { mentions, mentionAt } = frame.document;
  const before = mentions[mentionAt[person.phraseStart - 1] ?? -1];
  const isOwner = before?.by === "name" && before.endToken === person.phraseStart && canHoldOffice(before);
  return isOwner && before.kind !== "person" ? before.index : ownerInList(frame, person);
}

/** "Oxmar's leader Ann Dahl and military chief Jon Berg": one owner for all that a list names. */
function ownerInList(frame: RoleFrame, person: Mention): number {
  const { tokens, mentions } = frame.document;
  let before = person.phraseStart - 1;
  while (tokens[before]?.text === "," || tokens[before]?.text === "and") before--;
  if (before === person.phraseStart - 1) return -1;
  const role = frame.drafts.findLast(
    ({ holder, description }) => description < 0 && mentions[holder].endToken === before + 1,
  );
  return role?.of ?? -1;
}
