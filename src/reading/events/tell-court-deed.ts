/** What courts do and what is put before them: penalties told of whom they hit, filings, standing denied, members of a list. */
import { findSentence } from "../find-sentence.ts";
import { type EventFrame, frameVerb } from "./event-frame.ts";
import { type ToldTeller, toDeed } from "./told-teller.ts";
import { PENALTIES, STANDING } from "./told-words.ts";

const PENALTY = toDeed("COERCE", "173", 0.55);
const FILED_WITH = toDeed("REQUEST", "020", 0.55);

const PUNISHED = /^(?:get|receive|face|draw)$/;

/** "got six years", "received a suspended sentence": what a court did, told of whom it was done to. */
export function tellPenalty(teller: ToldTeller, frame: EventFrame, lemma: string, nouns: readonly string[]): boolean {
  if (!PUNISHED.test(lemma) || !nouns.some((noun) => PENALTIES.has(noun))) return false;
  const court = teller.told.findLast(({ class: cls, actors }) => cls === "COERCE" && actors.length > 0)?.actors ?? [];
  const punished = teller.reach.findSubjects(frame);
  if (punished.length === 0 || (court.length === 0 && !nouns.includes("sentence"))) return false;
  teller.add(frame, PENALTY, court.slice(0, 1), punished);
  return true;
}

/** "said the court had no jurisdiction". */
export function tellStanding(teller: ToldTeller, frame: EventFrame, lemma: string, actors: readonly number[]): boolean {
  const document = teller.document;
  const { lemmas, tokens, statementDrafts, innermostStatements } = document;
  if (lemma !== "have" || frame.object < 0 || !STANDING.has(lemmas[frame.object].toLowerCase())) return false;
  if (tokens[frame.object - 1]?.text.toLowerCase() !== "no") return false;
  const speaker = statementDrafts[innermostStatements[frame.trigger]]?.speaker ?? -1;
  if (speaker < 0) return false;
  const doers = teller.parties.toActors(speaker);
  const denied = actors
    .flatMap((actor) => teller.parties.toActors(actor).toReversed())
    .filter((actor) => !doers.includes(actor));
  const others = denied.length > 0 ? denied : teller.parties.findAnswerable(frame.actor, doers);
  teller.add(frame, toDeed("REJECT", "120", 0.55), doers, others.slice(0, 2), "asserted");
  return true;
}

/** "filed a complaint at the court": what is put before a body asks it. */
export function tellFiling(teller: ToldTeller, frame: EventFrame, actors: readonly number[]): void {
  const { resolvedEntities, tokens, mentions, mentionAt, entityOf } = teller.document;
  for (let token = frame.trigger + 2; token < tokens.length && token < frame.trigger + 16; token++) {
    if (/^[.;:]$/.test(tokens[token].text)) return;
    const mention = mentions[mentionAt[token]];
    const entity = mention === undefined ? -1 : entityOf[mention.index];
    if (entity < 0 || !/^(?:court|organisation)$/.test(resolvedEntities[entity].kind)) continue;
    const before = tokens[mention.phraseStart - 1]?.text.toLowerCase() ?? "";
    if (!/^(?:at|with|before|to)$/.test(before) || !teller.parties.isParty(entity)) continue;
    teller.add(frame, FILED_WITH, actors, [entity]);
    return;
  }
}

/** "The list includes X and Y": those of a group that a sanction or charge was told of before. */
export function tellMembers(teller: ToldTeller, verb: number): void {
  const document = teller.document;
  const { sentences, mentions, entityOf, resolvedEntities, tokens } = document;
  const last = teller.listed;
  const sentence = findSentence(sentences, verb);
  if (last === undefined || sentence - last.sentence > 3 || sentence === last.sentence) return;
  const members: number[] = [];
  for (const { index, headToken, phraseStart, sentence: own, by } of mentions) {
    const entity = entityOf[index];
    if (own !== sentence || headToken < verb || entity < 0 || by !== "name") continue;
    const { isNamed, kind } = resolvedEntities[entity];
    if (!isNamed || (kind !== "person" && kind !== "organisation") || members.length === 4) continue;
    if (/^(?:in|of|to|by|from|through|for|at)$/i.test(tokens[phraseStart - 1]?.text ?? "")) continue;
    if (/^['’]s?$/.test(tokens[mentions[index].endToken]?.text ?? "") || members.includes(entity)) continue;
    members.push(entity);
  }
  const frame = frameVerb(document, document.tree, verb);
  for (const member of members) teller.add(frame, last.deed, last.actors, [member], "asserted");
}
