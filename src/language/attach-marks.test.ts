import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attachMarks } from "./attach-marks.ts";

const MARK = 1;

/** Moves the marks, which are the words that begin with no letter. */
function moveMarks(words: readonly string[], heads: readonly number[]): number[] {
  const moved = Int32Array.from([-1, ...heads]);
  const labels = Int32Array.from([0, ...words.map((word) => (/^\p{L}/u.test(word) ? 0 : MARK))]);
  attachMarks(
    words.length,
    words.map((text) => ({ text })),
    0,
    moved,
    labels,
    MARK,
  );
  return [...moved.subarray(1)];
}

/** A projective tree over positions `from` to `to`, drawn from numbers between 0 and 1. */
function growTree(heads: number[], from: number, to: number, head: number, draw: () => number): void {
  if (from > to) return;
  const middle = from + Math.floor(draw() * (to - from + 1));
  heads[middle - 1] = head;
  growTree(heads, from, middle - 1, middle, draw);
  growTree(heads, middle + 1, to, middle, draw);
}

function isProjective(heads: readonly number[]): boolean {
  return heads.every((head, i) => {
    if (head === 0) return true;
    const start = Math.min(head, i + 1);
    const end = Math.max(head, i + 1);
    return heads.slice(start, end - 1).every((other) => other >= start && other <= end);
  });
}

describe("attachMarks", () => {
  it.each([
    ["the stop to the root", "Mia left early .", [2, 0, 2, 3], [2, 0, 2, 2]],
    ["a comma to the clause that begins", "Mia left , crying", [2, 0, 2, 2], [2, 0, 4, 2]],
    ["a comma to the clause that ends", "Crying , Mia left", [4, 4, 4, 0], [4, 1, 4, 0]],
    ["brackets to the head of what they enclose", "Mia ( an aunt ) left", [6, 4, 4, 1, 6, 0], [6, 4, 4, 1, 4, 0]],
    ["quotation marks likewise", '" I left " said Mia', [3, 3, 5, 5, 0, 5], [3, 3, 5, 3, 0, 5]],
    ["no mark that has children", "Mia left - early", [2, 0, 2, 3], [2, 0, 2, 3]],
  ])("attaches %s", (_, text, heads, moved) => {
    expect(moveMarks(text.split(" "), heads)).toEqual(moved);
  });

  it("keeps trees projective, and the heads of all other words", () => {
    const word = fc.constantFrom("a", "b", "c", ",", '"', "(", ")", ".");
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 14 }),
        fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
        (words, numbers) => {
          const heads: number[] = new Array(words.length).fill(0);
          growTree(heads, 1, words.length, 0, () => numbers.next().value);
          const moved = moveMarks(words, heads);
          expect(moved.filter((head) => head === 0)).toHaveLength(1);
          expect(isProjective(moved)).toBe(true);
          for (const [i, text] of words.entries()) if (/^\p{L}/u.test(text)) expect(moved[i]).toBe(heads[i]);
        },
      ),
      { numRuns: 500 },
    );
  });
});
