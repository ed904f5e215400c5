/** Deeds that nouns tell: "an appeal by X", "X's demand", "a claim by X that Y had paid". */
import { findChild } from "../tree-index.ts";
import { isWeak, WAR } from "./code-evidence.ts";
import { frameNoun, frameVerb } from "./event-frame.ts";
import { tellFight, tellRelief } from "./tell-scene.ts";
import { type ToldTeller, toDeed } from "./told-teller.ts";
import { DRAFTED, FILED, findToldNoun, type ToldDeed } from "./told-words.ts";

const JOINT = toDeed("COOPERATE", "060", 0.5);
const CHARGE = toDeed("ACCUSE", "115", 0.55);

export function tellNoun(teller: ToldTeller, noun: number): void {
  const document = teller.document;
  const { lemmas, heads, tags, tree } = document;
  const lemma = lemmas[noun].toLowerCase();
  if (tellFight(teller, noun, lemma) || tellRelief(teller, noun, lemma)) return;
  if (DRAFTED.has(lemma) || FILED.has(lemma)) tellText(teller, noun, lemma);
  const deed = findToldNoun(lemma);
  if (deed === undefined) return;
  const frame = frameNoun(document, tree, noun);
  let doers = teller.parties.at(frame.actor).flatMap((entity) => teller.parties.toActors(entity));
  if (doers.length === 0) doers = document.entityFinder.findDoers(noun).filter((one) => teller.parties.isParty(one));
  // "In an appeal for aid, it warned": whoever speaks in it makes it.
  const verb = heads[noun];
  if (
    doers.length === 0 &&
    verb >= 0 &&
    tags[verb] === "VERB" &&
    document.relations[noun].startsWith("obl") &&
    deed.aim === "open"
  )
    doers = teller.reach.findActors(frameVerb(document, tree, verb));
  if (doers.length === 0) return;
  // "acts of protest, he said": one person speaks of it.
  if (deed.class === "PROTEST" && doers.every((one) => document.resolvedEntities[one].kind === "person")) return;
  // "his attacks on her": words, where both are persons.
  const others = teller.reach.findOthers(frame, deed, doers, "");
  if (deed.class === "ASSAULT" && isWeak(WAR, 0, lemma, doers, others, document)) return;
  if (/^(?:claim|allegation|accusation)$/.test(lemma)) tellClaim(teller, noun, deed, doers);
  else teller.tell(frame, deed, doers);
}

/** "a claim by X that Y had paid": who claims it of whom. */
function tellClaim(teller: ToldTeller, noun: number, deed: ToldDeed, doers: readonly number[]): void {
  const document = teller.document;
  const clause = findChild(document, document.tree, noun, ["acl", "ccomp", "acl:relcl"]);
  const blamed = clause < 0 ? [] : teller.parties.at(findChild(document, document.tree, clause, ["nsubj"]));
  teller.add(frameNoun(document, document.tree, noun), deed, doers, blamed, "asserted");
}

/** "a proposal by X and Y", "an appeal by X against Y". */
function tellText(teller: ToldTeller, noun: number, lemma: string): void {
  const document = teller.document;
  const frame = frameNoun(document, document.tree, noun);
  const makers = frame.isPassive ? teller.parties.at(frame.actor) : [];
  if (DRAFTED.has(lemma) && makers.length > 1)
    teller.add(frame, JOINT, makers.slice(0, 1), makers.slice(1, 2), "asserted");
  const against = frame.obliques.find(({ preposition }) => preposition === "against");
  const brought = makers.length > 0 ? makers : teller.parties.at(frame.actor);
  if (FILED.has(lemma) && against !== undefined && brought.length > 0)
    teller.add(frame, CHARGE, brought, teller.parties.at(against.token), "asserted");
}
