/** Reads a clause that says what somebody does: "Ann Dahl, who runs the agency", "who sits on the council". */
import type { Mention } from "../mention.ts";
import { chooseOf } from "./choose-of.ts";
import { readDescription } from "./read-description.ts";
import { add, articleFor, canHoldOffice, isComma, type RoleFrame, sentenceEnd } from "./role-frame.ts";
import { spell } from "./role-title.ts";

/** Verbs of holding an office, and what one is who does. */
const OFFICE_VERBS = new Map([
  ["lead", "leader"],
  ["head", "head"],
  ["chair", "chair"],
  ["direct", "director"],
  ["manage", "manager"],
  ["command", "commander"],
  ["govern", "governor"],
  ["edit", "editor"],
  ["own", "owner"],
  ["run", "head"],
]);

/** "Ann Dahl, who runs a ferry to the islands": what somebody does, where no title is given. */
export function readOccupation(frame: RoleFrame, person: Mention): void {
  const { tokens, heads, relations, features, tags, mentions, lemmas } = frame.document;
  const who = isComma(tokens[person.endToken]?.text) ? person.endToken + 1 : person.endToken;
  if (tokens[who]?.text !== "who" || relations[who] !== "nsubj") return;
  const verb = heads[who];
  if (verb <= who || verb > who + 3 || tags[verb] !== "VERB" || !/Tense=Pres/.test(features[verb])) return;
  if (!/Person=3|Number=Sing/.test(features[verb]) || /^(have|say|want|hope|believe|think|know)$/.test(lemmas[verb]))
    return;
  for (let index = person.index + 1; mentions[index]?.sentence === person.sentence; index++) {
    const first = mentions[index];
    if (first.headToken <= verb || relations[first.attachment] !== "obj" || heads[first.attachment] !== verb) continue;
    // "heads the agency's operations": what is the agency's, whatever the tree says.
    const object = mentions.find(({ possessor }) => possessor === first.index) ?? first;
    const holderNoun = OFFICE_VERBS.get(lemmas[verb]);
    // "who runs a ferry" does so for a living, "who runs the agency" is its head.
    const isOffice = holderNoun !== undefined && (lemmas[verb] !== "run" || object.determiner !== "indefinite");
    if (isOffice && readOfficeIn(frame, person, holderNoun, verb, object)) return;
    const of = chooseOf(frame, -1, [], object.endToken);
    const span = { startToken: verb, endToken: object.endToken };
    add(frame, person, spell(frame, verb, object.endToken), span, of, -1);
    return;
  }
}

/** "who heads the agency's operations in Quell": head of operations in Quell, of the agency. */
function readOfficeIn(frame: RoleFrame, person: Mention, noun: string, verb: number, object: Mention): boolean {
  const { title, endToken, of } = readDescription(frame, object);
  if (object.by !== "name" && object.possessor >= 0 && title !== "") {
    const isBody = object.kind === "organisation" && object.plural;
    add(
      frame,
      person,
      `${noun} of ${isBody ? "" : articleFor(object)}${title}`,
      { startToken: verb, endToken },
      of,
      -1,
    );
    return true;
  }
  if (!canHoldOffice(object)) return false;
  add(frame, person, noun, { startToken: verb, endToken: object.endToken }, object.index, -1);
  return true;
}

/** "Ann Dahl, who sits on parliament's transport committee": a member of the committee, of parliament. */
export function readSeat(frame: RoleFrame, person: Mention): void {
  const { tokens, heads, relations, lemmas, mentions } = frame.document;
  const who = isComma(tokens[person.endToken]?.text) ? person.endToken + 1 : person.endToken;
  // "Ann Dahl, a surgeon who sits on the council".
  let relative = who;
  while (relative < who + 8 && tokens[relative] !== undefined && tokens[relative].text !== "who") {
    if (/^[,.;]$/.test(tokens[relative].text)) return;
    relative++;
  }
  const verb = heads[relative] ?? -1;
  if (tokens[relative]?.text !== "who" || relations[relative] !== "nsubj" || verb <= relative || verb > relative + 2)
    return;
  if (lemmas[verb] !== "sit" && lemmas[verb] !== "serve") return;
  const preposition = tokens[verb + 1]?.text;
  if (preposition !== "on" && preposition !== "in") return;
  const body = mentions[frame.phraseAt[verb + 2] ?? -1];
  if (body === undefined || !canHoldOffice(body)) return;
  const span = { startToken: verb, endToken: body.endToken };
  if (body.by === "name" || body.possessor < 0) add(frame, person, "member", span, body.index, -1);
  else {
    const { title, of } = readDescription(frame, body);
    add(frame, person, `member of the ${title}`, span, of, -1);
  }
}

/** "Ann Dahl mends nets for a living". */
export function readLiving(frame: RoleFrame, person: Mention): void {
  const { tokens, heads, relations, tags } = frame.document;
  const verb = heads[person.attachment];
  if (
    relations[person.attachment] !== "nsubj" ||
    verb < person.endToken ||
    tags[verb] !== "VERB" ||
    verb > person.endToken + 2
  )
    return;
  for (let token = verb + 1; token < Math.min(verb + 8, sentenceEnd(frame, person) - 2); token++) {
    if (tokens[token].text !== "for" || tokens[token + 1].text !== "a" || tokens[token + 2].text !== "living") continue;
    add(frame, person, spell(frame, verb, token), { startToken: verb, endToken: token + 3 }, -1, -1);
    return;
  }
}
