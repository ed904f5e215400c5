/**
 * Follows a report's own spelling, British or American, where the stem leaves it open: "travel" stands for "travelled" and
 * "traveled" alike. Other stems of the same report show which it is: "defenc" and "labour", or "behavior" and "center".
 */
import { hashText } from "./restore-hash.ts";
import type { Lexicon } from "./restore-lexicon.ts";
import { type RestoreTokens, TOKEN_WORD } from "./restore-tokens.ts";
import type { ChosenForms } from "./restore-words.ts";

/** Stems that only one of the two spellings leaves. */
const BRITISH = hashAll(
  "defenc offenc organis recognis realis criticis behaviour labour favour honour neighbour colour endeavour harbour rumour programm centr theatr licenc",
);
const AMERICAN = hashAll("behavior labor favor honor neighbor color endeavor harbor rumor center theater");

/** Suffixes that double an l in British spelling alone. */
const DOUBLED = [
  ["0ed", "0led"],
  ["0ing", "0ling"],
  ["0er", "0ler"],
  ["0ers", "0lers"],
] as const;

/** How many buckets of frequency the two spellings may lie apart: beyond that, the rarer one is a slip. */
const MAX_APART = 22;

/** Changes the chosen rules, in place, to the spelling that the report shows; nothing where it shows none. */
export function followSpelling(lexicon: Lexicon, text: string, tokens: RestoreTokens, chosen: ChosenForms): void {
  let balance = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (tokens.kinds[i] !== TOKEN_WORD) continue;
    if (BRITISH.has(tokens.hashes[i])) balance += 1;
    else if (AMERICAN.has(tokens.hashes[i])) balance -= 1;
  }
  if (balance === 0) return;
  const swaps = new Map<number, number>();
  for (const [single, double] of DOUBLED) {
    const from = lexicon.findRuleNumber(balance > 0 ? single : double);
    const to = lexicon.findRuleNumber(balance > 0 ? double : single);
    if (from !== undefined && to !== undefined) swaps.set(from, to);
  }
  const { counts } = lexicon.data;
  for (let i = 0; i < tokens.length; i++) {
    const to = tokens.kinds[i] === TOKEN_WORD ? swaps.get(chosen.rules[i]) : undefined;
    if (to === undefined || text.charCodeAt(tokens.ends[i] - 1) !== 108) continue;
    const now = lexicon.findForm(tokens.hashes[i], chosen.rules[i]);
    const other = lexicon.findForm(tokens.hashes[i], to);
    if (now >= 0 && other >= 0 && Math.abs(counts[now] - counts[other]) <= MAX_APART) chosen.rules[i] = to;
  }
}

function hashAll(stems: string): ReadonlySet<number> {
  return new Set(stems.split(" ").map((stem) => hashText(stem)));
}
