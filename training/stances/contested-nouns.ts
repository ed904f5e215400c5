/** Nouns for what people take sides on: in news, verbs of support and opposition have them as objects more than other verbs. */
import type { VerbUsage } from "./news-usage.ts";

/** Times that a noun must be such an object. */
const MIN_COUNT = 4;
/** How many times more often than as an object of other verbs, by shares. */
const MIN_RATIO = 1.5;

export function findContestedNouns(
  usage: ReadonlyMap<string, VerbUsage>,
  isStance: (verb: string) => boolean,
): string[] {
  const counts = new Map<string, { stance: number; other: number }>();
  const totals = { stance: 0, other: 0 };
  for (const [verb, { objects }] of usage) {
    const kind = isStance(verb) ? "stance" : "other";
    for (const [noun, count] of objects) {
      const own = counts.get(noun) ?? { stance: 0, other: 0 };
      own[kind] += count;
      totals[kind] += count;
      counts.set(noun, own);
    }
  }
  const nouns = new Set<string>();
  for (const [noun, { stance, other }] of counts) {
    if (stance < MIN_COUNT || !/^[a-z-]{3,}$/.test(noun)) continue;
    const ratio = stance / totals.stance / ((other + 1) / totals.other);
    if (ratio >= MIN_RATIO) nouns.add(noun.replace(/([^s])s$/, "$1"));
  }
  return [...nouns].sort();
}
