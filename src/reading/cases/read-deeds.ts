/** Deeds that a finding or a claim tells, one for each verb that is joined: "unfairly dismissed X and discriminated against him". */
import type { ChargeDraft } from "./case-draft.ts";
import type { ClauseNavigator } from "./clause-navigator.ts";
import { readCharges } from "./read-charges.ts";

/** Between "and" and a further deed: "and that it misled", "and to have misled". */
const LINKS = /^(that|it|they|he|she|to|have|had|has)$/;

/** "unfairly dismissed X and discriminated against him": each deed that is joined to the first. */
export function readDeeds(navigator: ClauseNavigator, verb: number, sentenceEnd: number): ChargeDraft[] {
  const { tags } = navigator.document;
  const charges: ChargeDraft[] = [];
  let start = verb;
  for (let token = verb + 1; token <= sentenceEnd; token++) {
    const isNext = navigator.word(token) === "and" && isDeedAt(navigator, token + 1);
    const isEnd = token === sentenceEnd || /^[.;:,–—]$/.test(navigator.word(token));
    if (!isNext && !isEnd) continue;
    charges.push(...readDeed(navigator, start, token));
    if (!isNext) break;
    start = token + 1;
    while (/^(AUX|ADV)$/.test(tags[start]) || LINKS.test(navigator.word(start))) start += 1;
  }
  return charges;
}

/** "had misled", "destroyed", "that it misled" */
function isDeedAt(navigator: ClauseNavigator, from: number): boolean {
  const { tags } = navigator.document;
  let token = from;
  while (/^(AUX|ADV)$/.test(tags[token]) || LINKS.test(navigator.word(token))) token += 1;
  return tags[token] === "VERB";
}

function readDeed(navigator: ClauseNavigator, start: number, end: number): ChargeDraft[] {
  const { charges } = readCharges(navigator, start, end);
  if (charges.length > 0) return charges.slice(0, 1);
  const evidence = navigator.toSpan(start, end);
  const name = navigator.document.text.slice(evidence.start, evidence.end).replace(/\s+/g, " ");
  return [{ name, class: null, evidence }];
}
