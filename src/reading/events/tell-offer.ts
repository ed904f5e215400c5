/** What states and bodies give, draft together, threaten and refuse. */
import { findChild } from "../tree-index.ts";
import type { EventFrame } from "./event-frame.ts";
import { findMood } from "./event-status.ts";
import { type ToldTeller, toDeed } from "./told-teller.ts";
import { NO_RELIEF, RELIEF, SENDING, type ToldDeed } from "./told-words.ts";

const RELIEVING: ToldDeed = { class: "AID", cameo: "070", aim: "stricken", score: 0.55, nouns: RELIEF };
const JOINT = toDeed("COOPERATE", "060", 0.5);
const THREAT = toDeed("THREATEN", "130", 0.45);
export const REFUSAL: ToldDeed = { class: "REJECT", cameo: "120", aim: "charged", score: 0.5, nouns: undefined };

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
  if (frame.isPassive || (!isMoney && !isSent && !nouns.some((noun) => RELIEF.has(noun)))) return false;
  const { homeState } = teller.parties;
  // A person who "gives relief" mostly speaks of it; one who gives money gives it.
  const givers = actors.filter(
    (actor) =>
      actor !== homeState && resolvedEntities[actor].isNamed && (isMoney || resolvedEntities[actor].kind !== "person"),
  );
  if (givers.length === 0) return false;
  const named = teller.reach.findOthers(frame, RELIEVING, givers, "to");
  const paid = teller.parties
    .at(frame.object)
    .filter((one) => !givers.includes(one) && resolvedEntities[one].kind !== "group")
    // "US$2 million" names no state.
    .filter((one) => !/[$€£]/.test(resolvedEntities[one].name));
  const recipients = named.length > 0 ? named : paid.length > 0 ? paid : homeState >= 0 ? [homeState] : [];
  teller.add(frame, RELIEVING, givers, recipients);
  return true;
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
  const doers = speaker >= 0 ? [...new Set([...teller.parties.toActors(speaker)])] : actors;
  if (doers.length === 0) return false;
  const deed = isNegated ? REFUSAL : THREAT;
  const recipients = teller.reach.findOthers(frame, { ...deed, aim: "thing" }, [...doers, ...actors], "");
  teller.add(frame, deed, doers, recipients, "asserted");
  return true;
}
