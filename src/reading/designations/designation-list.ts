/** Being on a list: "the group is on the terrorist lists of Norland and Estaria", "Norland put it on its sanctions list". */
import type { EventfulDocument } from "../events/draft-events.ts";
import type { DesignationFrame } from "./designation-frame.ts";
import {
  entityAt,
  type Found,
  findAgents,
  findBefore,
  findBeforeClause,
  findBounds,
  findList,
} from "./designation-parts.ts";
import { OF_DESIGNATION } from "./designation-words.ts";

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
    // Words of names are tagged by what they mean: "the United Nations list".
    if (!/^(?:DET|ADJ|NOUN|PROPN|PART|PRON)$/.test(tags[on]) && !/^[A-Z]/.test(tokens[on].text)) return undefined;
    on--;
  }
  if (!/^(?:on|to|in)$/i.test(tokens[on].text)) return undefined;
  // What the list is of: "terrorist", "sanctions"; a list of nothing is none.
  let first = list;
  while (first - 1 > on && /^(?:NOUN|ADJ)$/.test(tags[first - 1]) && !isNamedAt(document, first - 1)) first--;
  const ofEnd = first === list ? findListed(document, list, to) : -1;
  if (first === list && ofEnd < 0 && !/^blacklists?$/i.test(tokens[list].text)) return undefined;
  const keepers: number[] = [];
  for (let token = on + 1; token < first; token++) {
    const entity = entityAt(document, token);
    if (tags[token] !== "PRON" && entity >= 0 && resolvedEntities[entity].isNamed) keepers.push(entity);
  }
  const agents =
    ofEnd < 0 && findAgents(document, list + 1, Math.min(to, list + 3), "of")
      ? findAgents(document, list + 1, to, "of")
      : undefined;
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
  const subject = /^(?:which|who|that)$/i.test(tokens[start - 1]?.text ?? "")
    ? findBeforeClause(document, start - 1, from)
    : findBefore(document, start - 1, from);
  const object =
    isPut && !isPassive ? (findBefore(document, on - 1, verb + 1) ?? findWhich(document, subject, from)) : undefined;
  const of = isPut && !isPassive ? object : subject;
  if (isPut && !isPassive && keepers.length === 0)
    keepers.push(...(findList(document, start - 1, from)?.entities ?? []));
  if (of === undefined) return undefined;
  const by = [...new Set(keepers)].filter(
    (entity) => entity !== of.entity && /^(?:state|organisation|court|place)$/.test(resolvedEntities[entity].kind),
  );
  const end = Math.max(agents?.to ?? list, ofEnd);
  const name = document.text
    .slice(tokens[first].start, tokens[Math.max(list, ofEnd)].end)
    .toLowerCase()
    .replace(/lists$/, "list");
  return { of: of.entity, by, name, from: Math.min(of.from, start), to: end };
}

function isNamedAt(document: EventfulDocument, token: number): boolean {
  return document.resolvedEntities[entityAt(document, token)]?.isNamed === true;
}

/** "its list of terrorist organisations": the last token of what is listed, if that is a designation; else -1. */
function findListed({ tags, tokens }: EventfulDocument, list: number, to: number): number {
  if (!/^of$/i.test(tokens[list + 1]?.text ?? "")) return -1;
  let end = -1;
  let isDesignation = false;
  for (let token = list + 2; token < to && /^(?:ADJ|NOUN|VERB)$/.test(tags[token]); token++) {
    isDesignation ||=
      OF_DESIGNATION.test(tokens[token].text) && !/^(?:organi[sz]ation|group|entit|agent)/i.test(tokens[token].text);
    if (tags[token] === "NOUN") end = token;
  }
  return isDesignation ? end : -1;
}

/** "the group, which X put on its list". */
function findWhich(document: EventfulDocument, subject: Found | undefined, from: number): Found | undefined {
  if (subject === undefined || subject.from <= from) return undefined;
  return /^(?:which|whom|that)$/i.test(document.tokens[subject.from - 1].text)
    ? findBeforeClause(document, subject.from - 1, from)
    : undefined;
}
