/** Verdicts that somebody gives on a thing by what he calls it. */

import { isLegalWord } from "../cases/legal-words.ts";
import { findSentence } from "../find-sentence.ts";
import { rate } from "../stances/judge-phrase.ts";
import { findChild } from "../tree-index.ts";
import { type EventFrame, frameVerb } from "./event-frame.ts";
import { type ToldTeller, toDeed } from "./told-teller.ts";

/** A verdict in quotation marks must be this good to be praise: irony is common. */
const CLEAR_PRAISE = 2;
/** How far behind the verb the noun for the thing may stand. */
const MOST_WORDS = 5;

/** Words for what has no force in law. */
const VOID =
  /^(?:void|invalid|devoid|baseless|groundless|unfounded|meritless|illegitimate|illegal|unlawful|worthless|inadmissible|unconstitutional)$/;

/** What somebody holds to be so: who gives it a bad name rejects it, where he finds fault with all else. */
const CLAIMED =
  /^(?:allegation|assertion|charge|claim|accusation|suggestion|idea|notion|figure|number|estimate|report|offer|proposal|theory|rumou?r|remark|comment)$/;

/** "called the ruling a disgrace", "described it as a model". */
export function tellNaming(teller: ToldTeller, frame: EventFrame, actors: readonly number[]): boolean {
  const { tokens, tags, lemmas, sentences, quotationAt } = teller.document;
  if (actors.length === 0 || frame.isPassive) return false;
  const named = frame.object < 0 ? findNamed(teller, frame.trigger) : frame.object;
  if (named < 0) return false;
  const { endToken } = sentences[findSentence(sentences, frame.trigger)];
  let value = 0;
  let plain = 0;
  let isQuoted = false;
  for (let token = named + 1; token < endToken; token++) {
    if (quotationAt[token] >= 0) isQuoted = true;
    else if (isQuoted || tags[token] === "VERB") break;
    const isJoined = tokens[token - 1]?.text === "-";
    const text = isJoined ? tokens[token - 2].text + tokens[token].text : tokens[token].text;
    value += isJoined
      ? rate(`${tokens[token - 2].text}-${tokens[token].text}`, text, "ADJ")
      : rate(text, lemmas[token], tags[token]);
    if (!isQuoted) plain = value;
  }
  if (value === 0 && !isQuoted) return false;
  // What the report itself says of his words before it quotes them is no irony: "a victory for …".
  const isPraise = plain >= 0.1 || value >= (isQuoted ? CLEAR_PRAISE : 0.1);
  if (!isPraise && value > 0) return false;
  const score = value === 0 ? 0.45 : 0.55;
  const others = teller.reach
    .findOthers({ ...frame, object: named }, toDeed("REJECT", "120", score), actors, "")
    .slice(0, 1);
  if (isPraise) teller.add(frame, toDeed("SUPPORT", "051", score), actors, others);
  else if (CLAIMED.test(lemmas[named].toLowerCase()) || isHit(teller, actors, others))
    teller.add(frame, toDeed("REJECT", "120", score), actors, others);
  else teller.add(frame, toDeed("ACCUSE", "111", score), actors, others);
  return true;
}

/** Whether the others did something to the actors or their state before: who is hit by a move and reviles it rejects it. */
function isHit({ told, document }: ToldTeller, actors: readonly number[], others: readonly number[]): boolean {
  const { resolvedEntities } = document;
  const countries = new Set(actors.map((actor) => resolvedEntities[actor].country?.code));
  countries.delete(undefined);
  return told.some(
    (deed) =>
      deed.class !== "SUPPORT" &&
      deed.actors.some((actor) => others.includes(actor)) &&
      deed.recipients.some((one) => actors.includes(one) || countries.has(resolvedEntities[one].country?.code)),
  );
}

/** "called the move “a declaration of war”": the noun right behind the verb, which the tree may take for what it is called. */
function findNamed({ document }: ToldTeller, verb: number): number {
  const { mentions, mentionAt, quotationAt, tags } = document;
  for (let token = verb + 1; token < verb + MOST_WORDS && token < tags.length; token++) {
    if (quotationAt[token] !== quotationAt[verb] || /^(?:ADP|PUNCT|VERB|SCONJ)$/.test(tags[token])) return -1;
    const mention = mentions[mentionAt[token]];
    if (mention !== undefined && mention.headToken === token) return token;
  }
  return -1;
}

/** "The application was “devoid of legal basis”, the ministry said": a thing of law that has no force is rejected. */
export function tellVoid(teller: ToldTeller, copula: number): void {
  const { document, parties } = teller;
  const { heads, tags, tokens, lemmas, statementDrafts, innermostStatements, tree } = document;
  const head = heads[copula];
  const speaker = statementDrafts[innermostStatements[copula]]?.speaker ?? -1;
  if (head < 0 || speaker < 0 || !parties.isParty(speaker) || teller.isNegated(head)) return;
  const words = tokens.slice(copula + 1, copula + MOST_WORDS + 1).map(({ text }) => text.toLowerCase());
  if (!words.some((word) => VOID.test(word))) return;
  const subject = findChild(document, tree, head, ["nsubj"]);
  if (subject < 0 || tags[subject] !== "NOUN" || !isLegalWord(lemmas[subject].toLowerCase())) return;
  const doers = parties.toActors(speaker).slice(0, 1);
  const others = parties.findAnswerable(subject, doers).slice(0, 1);
  teller.add(frameVerb(document, tree, head), toDeed("REJECT", "120", 0.5), doers, others, "asserted");
}
