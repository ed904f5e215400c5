/** Lists of how many voted: "Against: Norland, Sudland and Westland." */

import type { Leanings } from "./leanings.ts";
import { getEntity, type Tree } from "./stance-document.ts";

const LISTED = 2;
const LONGEST_LABEL = 4;

export function weighLists(tree: Tree, leanings: Leanings): void {
  const { sentences, tokens, header, resolvedEntities, mentionAt, entityOf } = tree.document;
  for (const { startToken, endToken } of sentences) {
    if (tokens[startToken].start < header.bodyStart) continue;
    let start = startToken;
    while (start < endToken && /^[•*–—-]+$/.test(tokens[start].text)) start++;
    let colon = start;
    while (colon < endToken && colon <= start + LONGEST_LABEL && tokens[colon].text !== ":") colon++;
    if (tokens[colon]?.text !== ":") continue;
    const label = tokens
      .slice(start, colon)
      .map(({ text }) => text.toLowerCase())
      .join(" ");
    const side = readLabel(label);
    if (side === undefined) continue;
    const done = new Set<number>();
    for (let token = colon + 1; token < endToken; token++) {
      const entity = mentionAt[token] < 0 ? getEntity(tree, token) : entityOf[mentionAt[token]];
      if (entity < 0 || done.has(entity) || !/^(?:state|organisation|group)$/.test(resolvedEntities[entity].kind))
        continue;
      // "the former power in Norland".
      if (/^(?:in|of|to|from)$/i.test(tokens[token - 1].text)) continue;
      done.add(entity);
      leanings.add(side === 0 ? "open" : "side", {
        holder: entity,
        value: side === 0 ? LISTED : side * LISTED,
        startToken: token,
        endToken: token + 1,
        statement: -1,
      });
    }
  }
}

function readLabel(label: string): number | undefined {
  if (/^(?:in favou?r|for|yes|ayes?|yea|supporting)$/.test(label)) return 1;
  if (/^(?:against|no|noes|opposed|opposing)$/.test(label)) return -1;
  return /^(?:abstain(?:ing|ed)|abstentions?)$/.test(label) ? 0 : undefined;
}
