/** Gives a name the office that a report told of just before, without saying whose it is. */
import type { Mention } from "../mention.ts";
import { readDescription } from "./read-description.ts";
import { add, describesPerson, opensSentence, type RoleFrame, speaks } from "./role-frame.ts";

/**
 * "The prosecutor of the Lake Court asked for a warrant. Ann Dahl wants …": reports open with an office and then name, without
 * a title, who holds it.
 */
export function readOfficeOfLead(frame: RoleFrame, person: Mention): void {
  const { mentions, sentences, relations, header } = frame.document;
  const lead = sentences.findIndex(({ start }) => start >= header.bodyStart);
  const isNext = person.sentence > lead && person.sentence <= lead + 2;
  if (lead < 0 || !isNext || !opensSentence(frame, person) || person.endToken - person.startToken < 2) return;
  // Whom the office asks to arrest is named in that place, too, but does not speak.
  if (relations[person.attachment] !== "nsubj" || !speaks(frame, person)) return;
  if (
    mentions.some(
      ({ index, by, kind, sentence }) => index < person.index && by === "name" && kind === "person" && sentence >= lead,
    )
  )
    return;
  const office = mentions.find(({ sentence }) => sentence === lead);
  if (!describesPerson(office) || !opensSentence(frame, office) || office.determiner !== "definite") return;
  const { title, startToken, endToken, of } = readDescription(frame, office);
  if (title === "" || of < 0) return;
  add(frame, person, title, { startToken, endToken }, of, office.index);
}

/** "The regional governor disagrees. Ten are dead, Ann Dahl said": an office opens a paragraph, and then a name speaks that is new. */
export function readOfficeBefore(frame: RoleFrame, person: Mention): void {
  const { mentions, sentences, text, tokens } = frame.document;
  const { sentence, startToken, endToken } = person;
  const previous = sentences[sentence - 1];
  if (previous === undefined || endToken - startToken < 2 || person.quotation >= 0 || !speaks(frame, person)) return;
  if (text.slice(previous.end, sentences[sentence].start).includes("\n")) return;
  const opens = sentence < 2 || text.slice(sentences[sentence - 2].end, previous.start).includes("\n");
  const office = mentions[frame.phraseAt[previous.startToken]];
  if (!opens || !describesPerson(office) || !opensSentence(frame, office)) return;
  if (office.determiner !== "definite" && office.determiner !== "possessive") return;
  const last = tokens[endToken - 1].text;
  const isNew = mentions.every(
    (mention) => mention.by !== "name" || mention.index >= person.index || tokens[mention.endToken - 1].text !== last,
  );
  if (!isNew || frame.drafts.some(({ description }) => description === office.index)) return;
  if (
    mentions.some(
      ({ index, by, kind, sentence: other }) =>
        other >= sentence - 1 && index < person.index && by === "name" && kind === "person",
    )
  )
    return;
  const { title, startToken: from, endToken: to, of } = readDescription(frame, office);
  if (title !== "") add(frame, person, title, { startToken: from, endToken: to }, of, office.index);
}
