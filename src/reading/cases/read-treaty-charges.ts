/** What a suit under a treaty is about, where the treaty is named after the act that it forbids: "under the genocide convention". */
import type { ChargeDraft } from "./case-draft.ts";
import type { ClauseNavigator } from "./clause-navigator.ts";

/** Acts that treaties forbid and are named after. */
const FORBIDDEN = new Set(
  "genocide torture apartheid slavery piracy trafficking corruption bribery terrorism hijacking desertification discrimination".split(
    " ",
  ),
);
const TREATIES = /^(convention|treaty|covenant|statute|pact|accord|protocol)$/;
const MAX_TOKENS = 14;

/** @param verb Of the move: "filed a suit under the … convention". */
export function readTreatyCharges(navigator: ClauseNavigator, verb: number, sentenceEnd: number): ChargeDraft[] {
  const { tokens, text } = navigator.document;
  for (let under = verb + 1; under < Math.min(sentenceEnd, verb + MAX_TOKENS); under++) {
    if (navigator.word(under) !== "under") continue;
    for (let token = under + 1; token < Math.min(sentenceEnd - 1, under + 6); token++) {
      if (!FORBIDDEN.has(navigator.word(token)) || !TREATIES.test(navigator.word(token + 1))) continue;
      const { start, end } = tokens[token];
      const name = text.slice(start, end).toLowerCase();
      return [{ name, class: name === "genocide" ? name : null, evidence: { start, end } }];
    }
  }
  return [];
}
