/** How a number is bounded by the words beside it: "at least 40", "40 or more". */
import type { NumberMention, ParsedDocument } from "../language/index.ts";
import type { Figure } from "./schema.ts";

/** Words that bound a number from the left, longest first; the wording of the language, not of any affair. */
const BOUNDS_BEFORE: readonly [words: readonly string[], bound: Figure["bound"]][] = (
  [
    ["at least", "at least"],
    ["no fewer than", "at least"],
    ["no less than", "at least"],
    ["not less than", "at least"],
    ["a minimum of", "at least"],
    ["no more than", "at most"],
    ["not more than", "at most"],
    ["more than", "more than"],
    ["greater than", "more than"],
    ["higher than", "more than"],
    ["upwards of", "more than"],
    ["upward of", "more than"],
    ["north of", "more than"],
    ["in excess of", "more than"],
    ["exceeding", "more than"],
    ["over", "more than"],
    ["above", "more than"],
    ["topped", "more than"],
    ["exceeded", "more than"],
    ["exceed", "more than"],
    ["exceeds", "more than"],
    ["as high as", "at most"],
    ["as low as", "at least"],
    // Whole things fewer than a number are at most that number, and so the keys of annotated reports count them.
    ["fewer than", "at most"],
    ["less than", "at most"],
    ["lower than", "at most"],
    ["under", "at most"],
    ["below", "at most"],
    ["up to", "at most"],
    ["as many as", "at most"],
    ["as much as", "at most"],
    ["at most", "at most"],
    ["a maximum of", "at most"],
    ["not fewer than", "at least"],
    ["as few as", "at least"],
    ["close to", "about"],
    ["closer to", "about"],
    ["nearer to", "about"],
    ["nearer", "about"],
    ["in the region of", "about"],
    ["in the order of", "about"],
    ["something like", "about"],
    ["more or less", "about"],
    ["about", "about"],
    ["around", "about"],
    ["approximately", "about"],
    ["roughly", "about"],
    ["nearly", "about"],
    ["almost", "about"],
    ["some", "about"],
    ["estimated", "about"],
    ["circa", "about"],
    ["an average of", "about"],
    ["on average", "about"],
    ["just over", "more than"],
    ["just under", "at most"],
    ["exactly", "exactly"],
    ["precisely", "exactly"],
  ] as [string, Figure["bound"]][]
).map(([words, bound]) => [words.split(" "), bound]);

/** The same by their last word, in their order. */
const BOUNDS_BY_LAST = new Map<string | undefined, (typeof BOUNDS_BEFORE)[number][]>();
for (const each of BOUNDS_BEFORE) {
  const last = each[0].at(-1);
  BOUNDS_BY_LAST.set(last, [...(BOUNDS_BY_LAST.get(last) ?? []), each]);
}

const BOUNDS_AFTER: readonly [words: readonly string[], bound: Figure["bound"]][] = [
  [["or", "more"], "at least"],
  [["or", "fewer"], "at most"],
  [["or", "less"], "at most"],
  [["or", "so"], "about"],
  [["at", "least"], "at least"],
  [["at", "most"], "at most"],
];

/** Words that may stand between a bound and its number: "more than an estimated 40". */
const BETWEEN = new Set(["the", "a", "an", "another", "further", "additional", "$", "€", "£", "¥"]);

/** "won't be more than 40", "will not exceed 40", "not fewer than". */
const DENIED: ReadonlyMap<string, Figure["bound"]> = new Map([
  ["exceed", "at most"],
  ["than", "at most"],
]);

function isDenied(word: (token: number) => string, from: number): boolean {
  if (/^(?:fewer|less|lower)$/.test(word(from))) return false;
  for (let token = from - 1; token >= from - 3; token--) {
    if (/^(?:not|n['’]t|never|hardly)$/.test(word(token))) return true;
    if (!/^(?:be|been|have|likely|to|will|would|['’]ll)$/.test(word(token))) return false;
  }
  return false;
}

/** @returns The bound, and where the number with the words of its bound starts. */
export function findBound(document: ParsedDocument, number: NumberMention): { bound: Figure["bound"]; start: number } {
  const { tokens } = document;
  const word = (token: number): string => tokens[token]?.text.toLowerCase() ?? "";
  const hasWords = (words: readonly string[], from: number): boolean =>
    words.every((text, i) => word(from + i) === text);
  const next = word(number.endToken);
  if (next === "or" || next === "at") {
    for (const [words, bound] of BOUNDS_AFTER) {
      if (hasWords(words, number.endToken)) return { bound, start: number.start };
    }
  }
  for (let before = number.startToken; before > 0 && number.startToken - before < 4; before--) {
    const last = word(before - 1);
    for (const [words, bound] of BOUNDS_BY_LAST.get(last) ?? []) {
      const from = before - words.length;
      if (from >= 0 && hasWords(words, from))
        return {
          bound: isDenied(word, from) ? (DENIED.get(words.at(-1)!) ?? bound) : bound,
          start: tokens[from].start,
        };
    }
    if (!BETWEEN.has(last)) break;
  }
  return { bound: "exactly", start: number.start };
}
