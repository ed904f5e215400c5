/** Being on a list: "the group is on the terrorist lists of Norland and Estaria", "Norland put it on its sanctions list". */
import type { EventfulDocument } from "../events/draft-events.ts";
import { type DesignationFrame, entityAt, findAgents, findBefore, findBounds } from "./designation-frame.ts";

/** Verbs of being or being put on a list; the others, "wrote its name on a list", put nobody there. */
const STANDING = /^(?:be|remain|stay|appear)$/;
const PUTTING = /^(?:put|place|add|include|enter)$/;
/** Most words between "on" and the list, and between a verb and its "on". */
const MAX_WORDS = 5;

/** @returns `undefined` where the noun "list" is none that somebody is on, or nobody is told to keep it. */
export function findListFrame(document: EventfulDocument, list: number): DesignationFrame | undefined {
  const { tokens, tags, lemmas, resolvedEntities } = document;
  const { from, to } = findBounds(document, list);
  let on = list - 1;
  while (on > from && list - on <= MAX_WORDS && !/^(?:on|to|in)$/i.test(tokens[on].text)) {
    if (!/^(?:DET|ADJ|NOUN|PROPN|PART|PRON)$/.test(tags[on])) return undefined;
    on--;
  }
  if (!/^(?:on|to|in)$/i.test(tokens[on].text)) return undefined;
  // What the list is of: "terrorist", "sanctions"; a list of nothing is none.
  let first = list;
  while (first - 1 > on && /^(?:NOUN|ADJ)$/.test(tags[first - 1]) && entityAt(document, first - 1) < 0) first--;
  if (first === list && !/^blacklists?$/i.test(tokens[list].text)) return undefined;
  const keepers: number[] = [];
  for (let token = on + 1; token < first; token++) {
    const entity = entityAt(document, token);
    if (entity >= 0 && resolvedEntities[entity].isNamed) keepers.push(entity);
  }
  const agents =
    findAgents(document, list + 1, Math.min(to, list + 3), "of") && findAgents(document, list + 1, to, "of");
  keepers.push(...(agents?.entities ?? []));
  let verb = on - 1;
  while (verb > from && on - verb <= MAX_WORDS && tags[verb] !== "VERB" && tags[verb] !== "AUX") verb--;
  const lemma = lemmas[verb]?.toLowerCase() ?? "";
  const isPut = PUTTING.test(lemma);
  if (!isPut && !STANDING.test(lemma)) return undefined;
  let start = verb;
  while (start > from && (tags[start - 1] === "AUX" || tags[start - 1] === "ADV")) start--;
  for (let token = start; token < on; token++)
    if (/^(?:not|n['’]t|never|no|may|might|could|would|should|will|can|must)$/i.test(tokens[token].text))
      return undefined;
  const isPassive =
    isPut && tags[start] === "AUX" && lemmas.slice(start, verb).some((each) => each.toLowerCase() === "be");
  const subject = findBefore(document, start - 1, from);
  const object = isPut && !isPassive ? findBefore(document, on - 1, verb + 1) : undefined;
  const of = isPut && !isPassive ? object : subject;
  if (isPut && !isPassive && subject !== undefined && keepers.length === 0) keepers.push(subject.entity);
  if (of === undefined) return undefined;
  const by = [...new Set(keepers)].filter(
    (entity) => entity !== of.entity && /^(?:state|organisation|court|place)$/.test(resolvedEntities[entity].kind),
  );
  const end = agents?.to ?? list;
  const name = document.text
    .slice(tokens[first].start, tokens[list].end)
    .toLowerCase()
    .replace(/lists$/, "list");
  return { of: of.entity, by, name, from: Math.min(of.from, start), to: end };
}
