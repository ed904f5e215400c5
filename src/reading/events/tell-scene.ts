/** Deeds that a scene tells without a verb for them: fighting between two, relief teams at work, an attack led by somebody. */
import { frameNoun } from "./event-frame.ts";
import { type ToldTeller, toDeed } from "./told-teller.ts";

const FIGHT = toDeed("ASSAULT", "190", 0.5);
const RELIEF = toDeed("AID", "070", 0.5);
const FIGHTS = /^(?:fighting|clash|battle|war|skirmish|hostility|shootout|firefight|shelling)$/;
const TEAMS = /^(?:team|crew|worker|plane|flight|ship|convoy|unit|mission|rescuer|medic)$/;
const RELIEVING = /^(?:rescue|relief|aid|medical|search|humanitarian|emergency)$/;

/** "fighting between Norland and Estaria": both do it. @returns Whether it tells so. */
export function tellFight(teller: ToldTeller, noun: number, lemma: string): boolean {
  const { document, parties } = teller;
  if (!FIGHTS.test(lemma)) return false;
  const frame = frameNoun(document, document.tree, noun);
  const between = frame.obliques.find(({ preposition }) => preposition === "between");
  if (between === undefined) return false;
  const own = parties.at(between.token).filter((one) => document.resolvedEntities[one].isNamed);
  const sides = own.length > 1 ? own : parties.findAllOwners(between.token);
  const [one, other] = sides.filter((side) => document.resolvedEntities[side].kind !== "person");
  if (one === undefined || other === undefined) return false;
  teller.add(frame, FIGHT, [one], [other]);
  teller.add(frame, FIGHT, [other], [one]);
  return true;
}

/** "a rescue team from Norland", in a report of a disaster elsewhere. */
export function tellRelief(teller: ToldTeller, noun: number, lemma: string): boolean {
  const { document, parties } = teller;
  const { lemmas, resolvedEntities } = document;
  if (!TEAMS.test(lemma) || !RELIEVING.test(lemmas[noun - 1]?.toLowerCase() ?? "")) return false;
  const frame = frameNoun(document, document.tree, noun);
  const from = frame.obliques.find(({ preposition }) => preposition === "from");
  const givers = from === undefined ? [] : parties.at(from.token).flatMap((one) => parties.toActors(one).slice(0, 1));
  const home = parties.homeState;
  const bodies = givers.filter((one) => one !== home && /^(?:state|organisation)$/.test(resolvedEntities[one].kind));
  if (home < 0 || bodies.length === 0) return false;
  teller.add(frame, RELIEF, bodies, [home]);
  return true;
}
