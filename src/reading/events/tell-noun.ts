/** Deeds that nouns tell: "an appeal by X", "X's demand", "a claim by X that Y had paid". */
import { findChild } from "../tree-index.ts";
import { frameNoun, frameVerb } from "./event-frame.ts";
import { type ToldTeller, toDeed } from "./told-teller.ts";
import { DRAFTED, FILED, findToldNoun, type ToldDeed } from "./told-words.ts";

const JOINT = toDeed("COOPERATE", "060", 0.5);
const REJECTION = toDeed("REJECT", "120", 0.45);
const CHARGE = toDeed("ACCUSE", "115", 0.55);

export function tellNoun(teller: ToldTeller, noun: number): void {
  const document = teller.document;
  const { lemmas, heads, tags, tree } = document;
  const lemma = lemmas[noun].toLowerCase();
  if (lemma === "appeal") tellAppeal(teller, noun);
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
  if (/^(?:claim|allegation|accusation)$/.test(lemma)) tellClaim(teller, noun, deed, doers);
  else teller.tell(frame, deed, doers);
}

/** "a notice of appeal", "the appeal rests on": who was punished rejects what the court did. */
function tellAppeal(teller: ToldTeller, noun: number): void {
  const { document, told } = teller;
  const frame = frameNoun(document, document.tree, noun);
  if (frame.obliques.some(({ preposition }) => preposition === "for" || preposition === "to")) return;
  const isOfCourt = (actor: number): boolean => document.resolvedEntities[actor].kind === "court";
  const judged = told.find(({ class: cls, actors }) => cls === "COERCE" && actors.some(isOfCourt));
  const punished = judged?.recipients.filter((one) => document.resolvedEntities[one].kind === "person") ?? [];
  if (judged !== undefined && punished.length > 0)
    teller.add(frame, REJECTION, punished.slice(0, 1), judged.actors.filter(isOfCourt), "asserted");
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
