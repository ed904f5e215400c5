/** Verdicts that somebody gives on a thing: what he calls it, and what he says that it was. */
import { findSentence } from "../find-sentence.ts";
import { rate } from "../stances/judge-phrase.ts";
import { findChild } from "../tree-index.ts";
import { type EventFrame, frameVerb } from "./event-frame.ts";
import { type ToldTeller, toDeed } from "./told-teller.ts";

/** A verdict in quotation marks must be this good to be praise: irony is common. */
const CLEAR_PRAISE = 2;

/** "called the ruling a disgrace", "described it as a model". */
export function tellNaming(teller: ToldTeller, frame: EventFrame, actors: readonly number[]): boolean {
  const { tokens, tags, lemmas, sentences, quotationAt } = teller.document;
  if (frame.object < 0 || actors.length === 0 || frame.isPassive) return false;
  const { endToken } = sentences[findSentence(sentences, frame.trigger)];
  let value = 0;
  let plain = 0;
  let isQuoted = false;
  for (let token = frame.object + 1; token < endToken; token++) {
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
  const others = teller.reach.findOthers(frame, toDeed("REJECT", "120", score), actors, "").slice(0, 1);
  if (isPraise) teller.add(frame, toDeed("SUPPORT", "051", score), actors, others);
  else {
    teller.add(frame, toDeed("ACCUSE", "111", score), actors, others);
    teller.add(frame, toDeed("REJECT", "120", score - 0.05), actors, others);
  }
  return true;
}

/** "The trial was a theatre", said of a thing by somebody: a verdict on whoever answers for it. */
export function tellVerdict(teller: ToldTeller, copula: number): void {
  const document = teller.document;
  const { heads, tags, tokens, statementDrafts, innermostStatements, quotationAt, lemmas, tree, sentences } = document;
  const speaker = statementDrafts[innermostStatements[copula]]?.speaker ?? -1;
  const head = heads[copula];
  if (speaker < 0 || head < 0 || !teller.parties.isParty(speaker)) return;
  // "legal experts said the ruling was": who comments without a name takes no side.
  const { isNamed, kind } = document.resolvedEntities[speaker];
  if (!isNamed && kind === "group") return;
  const subject = findChild(document, tree, head, ["nsubj"]);
  if (
    subject < 0 ||
    subject > copula ||
    (tags[subject] !== "NOUN" && !/^(?:this|it|that)$/i.test(tokens[subject].text))
  )
    return;
  if (tags[subject] === "NOUN" && !/^(?:the|this|that)$/i.test(tokens[subject - 1]?.text ?? "")) return;
  const { endToken } = sentences[findSentence(sentences, copula)];
  let value = 0;
  let isQuoted = false;
  for (let token = copula + 1; token < Math.min(endToken, copula + 12); token++) {
    if (/^[.;,]$/.test(tokens[token].text)) break;
    if (quotationAt[token] >= 0 && quotationAt[copula] < 0) isQuoted = true;
    value += rate(tokens[token].text, lemmas[token], tags[token]);
  }
  if (teller.isNegated(head)) value = -value;
  const isSaid = tags[subject] !== "NOUN" && value === 0;
  if ((value === 0 && !isQuoted) || isSaid) return;
  const doers = teller.parties.toActors(speaker).slice(0, 1);
  const others = teller.parties.findAnswerable(tags[subject] === "NOUN" ? subject : -1, doers).slice(0, 1);
  const frame = frameVerb(document, tree, head);
  if (value >= 1) teller.add(frame, toDeed("SUPPORT", "051", 0.4), doers, others, "asserted");
  else if (value <= 0) {
    teller.add(frame, toDeed("ACCUSE", "111", 0.4), doers, others, "asserted");
    teller.add(frame, toDeed("REJECT", "120", 0.35), doers, others, "asserted");
  }
}
