/**
 * What somebody's words do to another beside what they tell: who says that another attacked or broke the law accuses him, who
 * says that another must do something asks him, or threatens him where he names what follows; and what two do to each other.
 */
import { findSentence } from "../find-sentence.ts";
import type { StatementDraft } from "../make-statements.ts";
import { findChild } from "../tree-index.ts";
import { type EventFrame, frameVerb } from "./event-frame.ts";
import type { ToldDocument } from "./told-parties.ts";
import { type ToldTeller, toDeed } from "./told-teller.ts";
import { type ToldDeed, toToldLemma } from "./told-words.ts";

const ISSUE = toDeed("ACCUSE", "112", 0.5);
const DEMAND = toDeed("REQUEST", "100", 0.5);
const ULTIMATUM = toDeed("THREATEN", "130", 0.5);
const MUTUAL = toDeed("ACCUSE", "112", 0.55);
const FIGHT = toDeed("ASSAULT", "190", 0.5);

/** Deeds that nobody would own to: told of another they accuse him. */
const WRONGS = new Set(
  "violate breach break mislead lie steal loot burn destroy betray cheat abuse torture kill murder massacre bomb attack shell fire shoot invade occupy ambush raid bombard poison smuggle bribe defraud provoke sabotage starve intimidate falsify rig plunder annex ignore exceed".split(
    " ",
  ),
);
/** Verbs of saying that doubt or charge by themselves. */
const CHARGING = /^(?:allege|claim|charge|complain)$/;

/** "said Norland had shelled a village": what is told of another as his wrong. */
export function tellIssue(teller: ToldTeller, frame: EventFrame): void {
  const { document, parties } = teller;
  const { statementDrafts, innermostStatements, tokens, lemmas } = document;
  const said = statementDrafts[innermostStatements[frame.trigger]];
  if (said === undefined || said.speaker < 0 || teller.isNegated(frame.trigger)) return;
  const lemma = toToldLemma(tokens[frame.trigger].text, lemmas[frame.trigger], (verb) => WRONGS.has(verb));
  if (!WRONGS.has(lemma) && !isCharged(document, frame.trigger, said)) return;
  if (hasModal(teller, frame.trigger)) return;
  const blamed = parties.at(frame.actor).flatMap((entity) => parties.toActors(entity).slice(0, 1));
  const speakers = parties.toActors(said.speaker);
  // "people who attack my wife": a kind of people.
  const { resolvedEntities } = document;
  if (blamed.some((one) => !resolvedEntities[one].isNamed && resolvedEntities[one].kind === "group")) return;
  if (blamed.length === 0 || blamed.some((one) => speakers.includes(one) || one === said.speaker)) return;
  teller.add(frame, ISSUE, speakers.slice(0, 1), blamed.slice(0, 1), "asserted");
}

/** "claims that they left": hangs on the word by which it is said, which charges by itself. */
function isCharged(
  { heads, lemmas, tokens, attributionParts }: ToldDocument,
  verb: number,
  said: StatementDraft,
): boolean {
  const head = heads[verb];
  if (head < 0 || !CHARGING.test(lemmas[head].toLowerCase())) return false;
  const cue = attributionParts.find(
    ({ attribution }) =>
      attribution.cueToken >= 0 && said.cue.some(({ start }) => start === tokens[attribution.cueToken].start),
  );
  return cue?.attribution.cueToken === head;
}

function hasModal({ document }: ToldTeller, verb: number): boolean {
  const aux = findChild(document, document.tree, verb, ["aux"]);
  return (
    aux >= 0 && /^(?:will|would|could|can|may|might|must|should|shall|['’]ll|['’]d)$/i.test(document.tokens[aux].text)
  );
}

/** "The army must pull back, he said": asks; "must pay or face strikes": threatens. @param aux "must". */
export function tellDemand(teller: ToldTeller, aux: number): void {
  const { document, parties } = teller;
  const { heads, statementDrafts, innermostStatements, sentences, tokens, tree } = document;
  const verb = heads[aux];
  const speaker = statementDrafts[innermostStatements[aux]]?.speaker ?? -1;
  // "should be prepared", "must be true": nothing that is done.
  if (verb < 0 || speaker < 0 || document.tags[verb] !== "VERB") return;
  const frame = frameVerb(document, tree, verb);
  // "should she become president": a condition.
  if (frame.actor > aux) return;
  // "should have left" asks for nothing any more.
  if (frame.isPassive || tokens.slice(aux + 1, verb).some(({ text }) => text === "have")) return;
  const speakers = parties.toActors(speaker);
  const asked = parties
    .at(frame.actor)
    .flatMap((entity) => parties.toActors(entity).slice(0, 1))
    .filter((one) => !speakers.includes(one) && one !== speaker);
  if (asked.length === 0) return;
  const { endToken } = sentences[findSentence(sentences, verb)];
  let isOrElse = false;
  for (let token = verb + 1; token < endToken - 1; token++)
    if (/^or$/i.test(tokens[token].text) && /^(?:face|risk|else|suffer|lose)$/i.test(tokens[token + 1].text))
      isOrElse = true;
  teller.add(frame, isOrElse ? ULTIMATUM : DEMAND, speakers, asked.slice(0, 2), "asserted");
}

/** "each side accusing the other", "X and Y traded blame": both do it. */
export function tellMutual(teller: ToldTeller, frame: EventFrame, lemma: string, deed: ToldDeed | undefined): boolean {
  const { document, parties } = teller;
  const { tokens, lemmas } = document;
  const isTraded = /^(?:trade|exchange|swap)$/.test(lemma);
  if (!isTraded && deed === undefined) return false;
  const object = frame.object < 0 ? "" : lemmas[frame.object].toLowerCase();
  const words = tokens
    .slice(frame.trigger + 1, frame.trigger + 3)
    .map(({ text }) => text.toLowerCase())
    .join(" ");
  const isMutual = /^(?:the other|each other|one another)$/.test(words);
  let kind: ToldDeed | undefined;
  if (isTraded && /^(?:blame|accusation|insult|barb|charge|recrimination)$/.test(object)) kind = MUTUAL;
  else if (isTraded && /^(?:fire|blow|shot|salvo)$/.test(object)) kind = FIGHT;
  else if (isMutual && deed !== undefined) kind = deed.class === "ACCUSE" ? MUTUAL : deed;
  if (kind === undefined) return false;
  const own = parties.at(frame.actor);
  const [one, other] = own.length > 1 ? own : findStatesOf(teller, frame.trigger);
  if (one === undefined || other === undefined) return false;
  teller.add(frame, kind, [one], [other], "asserted");
  teller.add(frame, kind, [other], [one], "asserted");
  return true;
}

/** The two states of a sentence, where it tells of just two. */
function findStatesOf({ document }: ToldTeller, token: number): number[] {
  const { sentences, mentions, entityOf, resolvedEntities } = document;
  const sentence = findSentence(sentences, token);
  const found = new Set<number>();
  for (const { index, sentence: own } of mentions)
    if (own === sentence && resolvedEntities[entityOf[index]]?.kind === "state") found.add(entityOf[index]);
  return found.size === 2 ? [...found] : [];
}
