/** Reads a description that a name follows: "The council's president, Jon Berg," and "a teacher known as Ann Dahl". */
import { isComma } from "../find-mentions.ts";
import type { Mention } from "../mention.ts";
import { endsAsAgent } from "../referents.ts";
import { TIME_NOUNS } from "../word-lists.ts";
import { readDescription } from "./read-description.ts";
import { add, describesPerson, findCoordinated, type RoleFrame } from "./role-frame.ts";

/** Longest stretch between a description and the name in apposition to it, in tokens. */
const LONGEST_GAP = 16;

/** "The council's president, Jon Berg, said", "a spokesman for the council, Jon Berg,". */
export function readAppositionBefore(frame: RoleFrame, person: Mention): void {
  const { tokens, mentions, heads, relations, mentionAt } = frame.document;
  const comma = person.phraseStart - 1;
  if (comma < 1 || !isComma(tokens[comma]?.text)) return;
  const isAppositive = relations[person.attachment] === "appos" && heads[person.attachment] < comma;
  const governor = isAppositive ? mentions[mentionAt[heads[person.attachment]] ?? -1] : undefined;
  const after = tokens[person.endToken]?.text;
  const origin = after === "of" || after === "from" ? mentions[frame.phraseAt[person.endToken + 1] ?? -1] : undefined;
  const end = origin?.by === "name" ? tokens[origin.endToken]?.text : after;
  const isClosed = end !== undefined && /^([,:.;)—–]|“|")$/.test(end);
  let description = governor;
  if (description === undefined || !mayDescribe(frame, description, isClosed)) {
    if (!isClosed) return;
    description = findDescriptionBefore(frame, comma, person.sentence);
  }
  if (description === undefined || !mayDescribe(frame, description, isClosed)) return;
  if (description.determiner === "none" && !isAppositive) return;
  const { title, startToken, endToken, of } = readDescription(frame, description);
  if (title !== "") add(frame, person, title, { startToken, endToken }, of, description.index);
}

/** The nearest description of one person before a comma, with nothing but phrases and clauses about it between. */
function findDescriptionBefore(frame: RoleFrame, comma: number, sentence: number): Mention | undefined {
  const { mentions, tokens, tags } = frame.document;
  for (let token = comma - 1; token > comma - LONGEST_GAP && token >= 0; token--) {
    const mention = mentions[frame.document.mentionAt[token]];
    if (mention !== undefined && mention.sentence !== sentence) return undefined;
    if (isComma(tokens[token].text)) return undefined;
    if (mention === undefined || mention.by !== "description" || !mayDescribe(frame, mention, true)) continue;
    const next = mention.endToken;
    if (next === comma || tags[next] === "ADP" || /^(who|that|of)$/.test(tokens[next].text)) return mention;
  }
  return undefined;
}

/** One person's description, or, at the head of a clause, one by a noun of no class: "The inspector, Ann Dahl, said". */
function mayDescribe(frame: RoleFrame, mention: Mention, isClosed: boolean): boolean {
  if (describesPerson(mention)) return true;
  const { lemmas } = frame.document;
  const { by, kind, plural, determiner, phraseStart, headToken, sentence } = mention;
  const isAgent = kind === "organisation" && endsAsAgent(lemmas[headToken].toLowerCase());
  const isOne = by === "description" && (kind === "other" || isAgent) && !plural && !TIME_NOUNS.has(lemmas[headToken]);
  if (!isOne || !isClosed || (determiner !== "definite" && determiner !== "possessive")) return false;
  const { tokens, sentences } = frame.document;
  return (
    phraseStart === sentences[sentence].startToken ||
    /^(?:and|but|while|“|”|"|'|’|But|And)$/.test(tokens[phraseStart - 1].text)
  );
}

/** "Two former ministers, Ann Dahl and Jon Berg": one title for each of those listed. */
export function readListAfter(frame: RoleFrame, person: Mention): void {
  const { tokens, mentions, mentionAt, features } = frame.document;
  const comma = person.phraseStart - 1;
  if (comma < 1 || !/^[,:]$/.test(tokens[comma].text) || person.titleEnd > person.titleStart) return;
  const description = mentions[mentionAt[comma - 1]];
  if (description?.by !== "description" || description.kind !== "group" || description.sentence !== person.sentence)
    return;
  if (!features[description.headToken].includes("Number=Plur")) return;
  const others = findCoordinated(frame, person);
  if (others.length === 0) return;
  const { title, startToken, endToken, of } = readDescription(frame, description);
  const words = title.replace(/^(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several) /, "");
  for (const holder of [person, ...others]) {
    add(frame, holder, words, { startToken, endToken }, of, -1);
  }
}

/** "One of the body's 12 members, Ann Dahl, has left": a member of the body. */
export function readOneOf(frame: RoleFrame, person: Mention): void {
  const { tokens, mentions, mentionAt } = frame.document;
  const comma = person.phraseStart - 1;
  if (!isComma(tokens[comma]?.text)) return;
  const group = mentions[mentionAt[comma - 1] ?? -1];
  if (group?.by !== "description" || !group.plural || group.kind !== "group" || group.sentence !== person.sentence)
    return;
  if (tokens[group.phraseStart - 1]?.text !== "of" || !/^one$/i.test(tokens[group.phraseStart - 2]?.text ?? "")) return;
  const { title, startToken, endToken, of } = readDescription(frame, group);
  add(
    frame,
    person,
    title.replace(/^(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve) /, ""),
    { startToken, endToken },
    of,
    -1,
  );
}

/** "Two members of the council left. A third, Ann Dahl, stayed": a member of the council. */
export function readAnotherOf(frame: RoleFrame, person: Mention): void {
  const { tokens, mentions } = frame.document;
  const comma = person.phraseStart - 1;
  if (!isComma(tokens[comma]?.text) || !/^(?:second|third|fourth|fifth)$/.test(tokens[comma - 1]?.text ?? "")) return;
  if (!/^a$/i.test(tokens[comma - 2]?.text ?? "") || !/^[,.]$/.test(tokens[person.endToken]?.text ?? "")) return;
  const group = mentions.findLast(
    ({ headToken, by, kind, plural, determiner, sentence }) =>
      headToken < comma - 2 &&
      sentence >= person.sentence - 1 &&
      by === "description" &&
      kind === "group" &&
      plural &&
      determiner === "quantity",
  );
  if (group === undefined) return;
  const { title, startToken, endToken, of } = readDescription(frame, group);
  const bare = title.replace(/^(?:\d+|two|three|four|five) /, "");
  if (bare !== "") add(frame, person, bare, { startToken, endToken }, of, -1);
}

/** "their commander, a former teacher known only as Ann Dahl". */
export function readKnownAs(frame: RoleFrame, person: Mention): void {
  const { tokens, mentions, mentionAt } = frame.document;
  let at = person.phraseStart - 1;
  // "a spokesman who calls himself Ann Dahl".
  const isOwn = /^(?:himself|herself|themselves)$/.test(tokens[at]?.text ?? "");
  if (isOwn && /^call(?:s|ed|ing)$/.test(tokens[at - 1]?.text ?? "")) {
    const who = tokens[at - 2]?.text === "who" ? at - 2 : at - 1;
    const caller = mentions[mentionAt[who - 1] ?? -1];
    if (!describesPerson(caller) || caller.sentence !== person.sentence) return;
    const { title, startToken, endToken, of } = readDescription(frame, caller);
    if (title !== "") add(frame, person, title, { startToken, endToken }, of, caller.index);
    return;
  }
  if (tokens[at]?.text === "as") at--;
  while (/^(?:only|also|better|simply|widely|by|the|name|alias)$/.test(tokens[at]?.text ?? "")) at--;
  if (!/^(?:known|named|called|identified|nicknamed)$/.test(tokens[at]?.text ?? "")) return;
  const description = mentions[mentionAt[at - 1] ?? -1];
  if (!describesPerson(description) || description.sentence !== person.sentence) return;
  const read = (one: Mention): void => {
    const { title, startToken, endToken, of } = readDescription(frame, one);
    if (title !== "" && title !== "man" && title !== "woman")
      add(frame, person, title, { startToken, endToken }, of, one.index);
  };
  const comma = description.phraseStart - 1;
  const before = isComma(tokens[comma]?.text) ? mentions[mentionAt[comma - 1] ?? -1] : undefined;
  if (describesPerson(before) && before.sentence === person.sentence) read(before);
  read(description);
}
