/** What states and bodies give, draft together, threaten and refuse. */
import { findChild } from "../tree-index.ts";
import type { EventFrame } from "./event-frame.ts";
import { findMood } from "./event-status.ts";
import { type ToldTeller, toDeed } from "./told-teller.ts";
import { NO_RELIEF, RELIEF, SENDING, type ToldDeed } from "./told-words.ts";

const RELIEVING: ToldDeed = { class: "AID", cameo: "070", aim: "stricken", score: 0.55, nouns: RELIEF };
const JOINT = toDeed("COOPERATE", "060", 0.5);
const THREAT = toDeed("THREATEN", "130", 0.45);
/** What one is struck with, and verbs by which it begins. */
const BLOWS =
  /^(?:strike|walkout|stoppage|boycott|sanction|tariff|duty|levy|countermeasure|retaliation|reprisal|consequence|attack|protest|blockade|embargo|lawsuit|penalty)$/;
const BEGINNING = /^(?:kick|follow|come|call|impose|take|resume|begin|start|continue|hit|launch|file|go)$/;
export const REFUSAL: ToldDeed = { class: "REJECT", cameo: "120", aim: "charged", score: 0.5, nouns: undefined };

/** People who relieve others. */
const RELIEVERS =
  /^(?:rescuer|engineer|doctor|medic|nurse|diver|team|crew|firefighter|volunteer|expert|surgeon|paramedic)$/;
/** What is given to those in need. */
const NEED =
  /^(?:aid|help|assistance|relief|supply|supplies|medicine|food|water|tent|blanket|rice|compensation|damages)$/;

/** Relief for the state of the report, or for whoever is named. */
export function tellGift(
  teller: ToldTeller,
  frame: EventFrame,
  actors: readonly number[],
  nouns: readonly string[],
): boolean {
  const { resolvedEntities, tokens, lemmas } = teller.document;
  const isMoney = [1, 2, 3, 4, 5].some((step) => /^[$€£]$/.test(tokens[frame.trigger + step]?.text ?? ""));
  const thing = frame.object >= 0 ? lemmas[frame.object].toLowerCase() : "";
  const isSent =
    SENDING.has(lemmas[frame.trigger].toLowerCase()) && thing !== "" && !nouns.some((noun) => NO_RELIEF.has(noun));
  // "sent its reporter", "flew the families to the coast": people who are sent relieve nobody.
  const isPeople = frame.object >= 0 && isPeopleAt(teller, frame.object);
  // "paid the state fees": what is owed is no gift.
  const isOwed = /^(?:pay|bring|lend|release)$/.test(lemmas[frame.trigger].toLowerCase());
  if (isPeople && !nouns.some((noun) => RELIEVERS.test(noun))) return false;
  if (isOwed && !nouns.some((noun) => NEED.test(noun))) return false;
  if (frame.isPassive || (!isMoney && !isSent && !nouns.some((noun) => RELIEF.has(noun)))) return false;
  const { homeState } = teller.parties;
  // A person who "gives relief" mostly speaks of it, one who gives money gives it to a campaign or a cause.
  const givers = actors.filter(
    (actor) => actor !== homeState && resolvedEntities[actor].isNamed && resolvedEntities[actor].kind !== "person",
  );
  if (givers.length === 0) return false;
  // "US$2 million" names no state.
  const isNoSum = (one: number): boolean => !/[$€£]/.test(resolvedEntities[one].name);
  const named = teller.reach.findOthers(frame, RELIEVING, givers, "to").filter(isNoSum);
  const paid = teller.parties
    .at(frame.object)
    .filter((one) => !givers.includes(one) && resolvedEntities[one].kind !== "group" && isNoSum(one));
  const recipients = named.length > 0 ? named : paid.length > 0 ? paid : homeState >= 0 ? [homeState] : [];
  teller.add(frame, RELIEVING, givers, recipients);
  return true;
}

function isPeopleAt({ document }: ToldTeller, head: number): boolean {
  const { mentionAt, entityOf, resolvedEntities } = document;
  const entity = mentionAt[head] < 0 ? -1 : entityOf[mentionAt[head]];
  return entity >= 0 && /^(?:person|group)$/.test(resolvedEntities[entity].kind);
}

/** "a text that Norland and Estaria drafted". */
export function tellJoint(teller: ToldTeller, frame: EventFrame): void {
  const [one, other] = teller.parties.at(frame.actor);
  if (one !== undefined && other !== undefined) teller.add(frame, JOINT, [one], [other]);
}

/** "said Norland would leave the court", "vowed to retaliate"; "would not negotiate" refuses. */
export function tellIntent(
  teller: ToldTeller,
  frame: EventFrame,
  actors: readonly number[],
  isNegated: boolean,
): boolean {
  const document = teller.document;
  const { statementDrafts, innermostStatements, tree, tokens, relations } = document;
  const aux = findChild(document, tree, frame.trigger, ["aux"]);
  const isWill = aux >= 0 && /^(?:will|would|wo|['’]ll)$/i.test(tokens[aux].text);
  const isVowed = relations[frame.trigger] === "xcomp" && findMood(document, tree, frame, false, true) === "planned";
  if (!isWill && !isVowed) return false;
  const speaker = statementDrafts[innermostStatements[frame.trigger]]?.speaker ?? -1;
  // "said that Norland would block it" is another's intent; "would have left" is none any more.
  if (tokens[frame.trigger - 1]?.text.toLowerCase() === "have") return false;
  if (speaker >= 0 && actors.length > 0 && !teller.parties.areOneSide(speaker, actors)) return false;
  const doers = speaker >= 0 ? [...new Set([...teller.parties.toActors(speaker)])] : actors;
  if (doers.length === 0) return false;
  const deed = isNegated ? REFUSAL : THREAT;
  const recipients = teller.reach.findOthers(frame, { ...deed, aim: "thing" }, [...doers, ...actors], "");
  teller.add(frame, deed, doers, recipients, "asserted");
  return true;
}

/** "our countermeasures will kick in", "strikes would be called unless the firm came back": what somebody says will follow. */
export function tellConsequence(teller: ToldTeller, frame: EventFrame, lemma: string): void {
  const { document, parties } = teller;
  const { statementDrafts, innermostStatements, tree, tokens, lemmas } = document;
  const subject = frame.isPassive ? frame.object : frame.actor;
  if (subject < 0 || !BEGINNING.test(lemma) || !BLOWS.test(lemmas[subject].toLowerCase())) return;
  const aux = findChild(document, tree, frame.trigger, ["aux"]);
  const speaker = statementDrafts[innermostStatements[frame.trigger]]?.speaker ?? -1;
  if (speaker < 0 || aux < 0 || !/^(?:will|would|wo|['’]ll)$/i.test(tokens[aux].text)) return;
  const doers = parties.toActors(speaker);
  const clause = findChild(document, tree, frame.trigger, ["advcl"]);
  const asked = clause < 0 ? [] : parties.at(findChild(document, tree, clause, ["nsubj"]));
  const named = asked.filter((one) => !doers.includes(one));
  const others = named.length > 0 ? named : teller.reach.findOthers({ ...frame, object: -1 }, THREAT, doers, "");
  teller.add(frame, THREAT, doers.slice(0, 1), others.slice(0, 1), "asserted");
}
