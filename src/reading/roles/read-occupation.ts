/** Reads a clause that says what somebody does: "Ann Dahl, who runs the agency", "who sits on the council". */
import { isComma } from "../find-mentions.ts";
import type { Mention } from "../mention.ts";
import { chooseOf } from "./choose-of.ts";
import { readDescription } from "./read-description.ts";
import { add, articleFor, canHoldOffice, describesPerson, type RoleFrame, sentenceEnd } from "./role-frame.ts";
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

/** Verbs that say for whom or where somebody works, with what stands before the body. */
const WORK_VERBS = new Map([
  ["speak", "for"],
  ["work", "for"],
  ["play", "for"],
  ["act", "for"],
  ["work", "at"],
  ["teach", "at"],
  ["study", "at"],
]);

/** Nouns for parts of a body. */
const PARTS = /^(?:delegation|mission|office|branch|bureau|department|section|team|division|chapter)$/;

/** "Ann Dahl, who runs a ferry to the islands": what somebody does, where no title is given. */
export function readOccupation(frame: RoleFrame, person: Mention): void {
  const { tokens, tags } = frame.document;
  let who = isComma(tokens[person.endToken]?.text) ? person.endToken + 1 : person.endToken;
  // "Ann Dahl, 58, who".
  if (who > person.endToken && tags[who] === "NUM" && isComma(tokens[who + 1]?.text)) who += 2;
  if (frame.document.tokens[who]?.text !== "who") return;
  if (readTakenOffice(frame, person, who)) return;
  if (readClause(frame, person, who)) return;
  const second = findSecondClause(frame, person, who);
  if (second >= 0) readClause(frame, person, second);
}

/** "Ann Dahl, who took over as chief executive in May", "who became mayor". */
function readTakenOffice(frame: RoleFrame, person: Mention, who: number): boolean {
  const { tokens, lemmas, mentions } = frame.document;
  const verb = tokens[who + 1]?.text === "has" ? who + 2 : who + 1;
  const isTaken = lemmas[verb] === "take" && tokens[verb + 1]?.text === "over" && tokens[verb + 2]?.text === "as";
  const isServed = /^(?:serves|works|acts)$/.test(tokens[verb]?.text ?? "") && tokens[verb + 1]?.text === "as";
  const from = isTaken ? verb + 3 : isServed ? verb + 2 : lemmas[verb] === "become" ? verb + 1 : -1;
  const office = from < 0 ? undefined : mentions[frame.phraseAt[from] ?? -1];
  if (!describesPerson(office) || office.sentence !== person.sentence) return false;
  const { title, startToken, endToken, of } = readDescription(frame, office);
  if (title === "") return false;
  add(frame, person, title, { startToken, endToken }, of, -1);
  return true;
}

/** "Ann Dahl, who lost a son and who heads the society": where the second clause begins, or -1. */
function findSecondClause(frame: RoleFrame, person: Mention, who: number): number {
  const { tokens } = frame.document;
  for (let token = who + 2; token < sentenceEnd(frame, person) && !/^[.;:]$/.test(tokens[token].text); token++)
    if (tokens[token].text === "who" && tokens[token - 1].text === "and") return token;
  return -1;
}

/** What the clause with this "who" says that the person does; gives whether it says so. */
function readClause(frame: RoleFrame, person: Mention, who: number): boolean {
  const { tokens, heads, relations, features, tags, mentions, lemmas } = frame.document;
  const verb = relations[who] === "nsubj" ? heads[who] : tags[who + 1] === "VERB" ? who + 1 : -1;
  if (verb <= who || verb > who + 3 || tags[verb] !== "VERB") return false;
  // Of a stem nobody knows whether it was "heads" or "headed".
  const isEither =
    frame.document.form === "stemmed" && OFFICE_VERBS.has(lemmas[verb]) && tokens[verb].text.endsWith("ed");
  if (!isEither && !/Tense=Pres/.test(features[verb])) return false;
  if (
    (!isEither && !/Person=3|Number=Sing/.test(features[verb])) ||
    /^(have|say|want|hope|believe|think|know)$/.test(lemmas[verb])
  )
    return false;
  const body =
    tokens[verb + 1]?.text === WORK_VERBS.get(lemmas[verb]) ? mentions[frame.phraseAt[verb + 2] ?? -1] : undefined;
  if (body !== undefined && body.by === "name" && body.kind !== "place" && canHoldOffice(body)) {
    const span = { startToken: verb, endToken: body.endToken };
    add(frame, person, spell(frame, verb, verb + 2), span, body.index, -1);
    return true;
  }
  // "who speaks for the elders".
  if (body?.by === "description" && body.determiner === "definite" && lemmas[verb] === "speak") {
    add(frame, person, spell(frame, verb, body.endToken), { startToken: verb, endToken: body.endToken }, -1, -1);
    return true;
  }
  for (let index = person.index + 1; mentions[index]?.sentence === person.sentence; index++) {
    const first = mentions[index];
    const isObject = relations[first.attachment] === "obj" || (first.by === "name" && first.phraseStart === verb + 1);
    if (first.headToken <= verb || !isObject || heads[first.attachment] !== verb) continue;
    // "heads the agency's operations": what is the agency's, whatever the tree says.
    const object = mentions.find(({ possessor }) => possessor === first.index) ?? first;
    const holderNoun = OFFICE_VERBS.get(lemmas[verb]);
    // "who runs a ferry" does so for a living, "who runs the agency" is its head.
    const isOffice = holderNoun !== undefined && (lemmas[verb] !== "run" || object.determiner !== "indefinite");
    if (isOffice && readOfficeIn(frame, person, holderNoun, verb, object)) return true;
    let { endToken } = object;
    // "teaches sports law", where the tree takes the first noun for the object.
    while (tags[endToken] === "NOUN" && heads[endToken] !== verb - 1 && heads[endToken] > verb - 1) endToken++;
    const of = chooseOf(frame, -1, [], endToken);
    add(frame, person, spell(frame, verb, endToken), { startToken: verb, endToken }, of, -1);
    return true;
  }
  return false;
}

/** "It is led by Ann Dahl", "a group led by Ann Dahl": the office that the verb means, of what is led. */
export function readLedBy(frame: RoleFrame, person: Mention): void {
  const { tokens, lemmas, tags, heads, relations, mentions, features } = frame.document;
  const by = person.phraseStart - 1;
  const verb = by - 1;
  if (
    tokens[by]?.text !== "by" ||
    tags[verb] !== "VERB" ||
    !/^(?:lead|head|chair|own|run|manage|edit)$/.test(lemmas[verb])
  )
    return;
  const near = mentions.filter(
    ({ sentence, headToken }) => sentence === person.sentence && headToken < verb && headToken > verb - 12,
  );
  const led =
    near.find(({ attachment }) => heads[attachment] === verb && relations[attachment].startsWith("nsubj")) ??
    near.find(({ headToken }) => heads[verb] === headToken && relations[verb].startsWith("acl")) ??
    near.find(({ endToken }) => endToken === verb);
  if (led === undefined) return;
  // "was led by Ann Dahl until May": she is no more.
  let token = led.endToken;
  while (token < verb && tags[token] !== "AUX") token++;
  if (token < verb && /Tense=Past/.test(features[token])) return;
  const isThing =
    led.by === "pronoun" && led.gender === undefined && /^(?:it|which)$/i.test(tokens[led.startToken].text);
  const isBody = led.by !== "pronoun" && led.kind === "organisation" && !led.plural;
  if (!isThing && !isBody) return;
  add(frame, person, OFFICE_VERBS.get(lemmas[verb])!, { startToken: verb, endToken: verb + 1 }, led.index, -1);
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
  // "the Harbour Watch office in Quell": a part of a body with a name.
  const { mentions, tokens } = frame.document;
  const owner = object.modifiers.map((index) => mentions[index]).find(({ kind }) => kind === "organisation");
  const place =
    tokens[object.endToken]?.text === "in" ? mentions[frame.phraseAt[object.endToken + 1] ?? -1] : undefined;
  const where = place?.by === "name" ? ` ${spell(frame, object.endToken, place.endToken)}` : "";
  if (owner !== undefined && object.by === "description" && PARTS.test(tokens[object.headToken].text) && title !== "") {
    add(frame, person, `${noun} of the ${title}${where}`, { startToken: verb, endToken }, owner.index, -1);
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
