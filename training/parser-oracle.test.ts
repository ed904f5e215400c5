import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LEFT, RIGHT, SHIFT } from "../src/language/parse-model.ts";
import { Oracle } from "./parser-oracle.ts";

function costsOf(heads: number[], stack: number[], next: number): number[] {
  const costs = new Int32Array(3);
  const onStack = new Uint8Array(heads.length + 1);
  for (const position of stack) onStack[position] = 1;
  new Oracle(Int32Array.from([-1, ...heads])).setCosts(costs, onStack, stack.at(-1) ?? 0, stack.at(-2) ?? 0, next);
  return [costs[SHIFT], costs[LEFT], costs[RIGHT]];
}

/** A projective tree over positions `from` to `to`, drawn from numbers between 0 and 1. */
function growTree(heads: number[], from: number, to: number, head: number, draw: () => number): void {
  if (from > to) return;
  const middle = from + Math.floor(draw() * (to - from + 1));
  heads[middle - 1] = head;
  growTree(heads, from, middle - 1, middle, draw);
  growTree(heads, middle + 1, to, middle, draw);
}

describe("Oracle", () => {
  it.each([
    // "The minister left": the <- minister <- left.
    [[2, 3, 0], [1], 2, [1, 0, 1]],
    [[2, 3, 0], [2], 3, [2, 0, 1]],
    // "left the house": a child of the top of the stack is still to come.
    [[0, 3, 1], [1], 2, [0, 2, 2]],
    [[0, 3, 1], [1, 2], 3, [2, 0, 1]],
  ])("counts the arcs that each move loses: heads %j, stack %j, next %i", (heads, stack, next, expected) => {
    expect(costsOf(heads, stack, next)).toEqual(expected);
  });

  it("leads to any projective tree by moves without cost", () => {
    fc.assert(
      fc.property(
        fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
        fc.integer({ min: 1, max: 20 }),
        (numbers, length) => {
          const heads: number[] = new Array(length).fill(0);
          growTree(heads, 1, length, 0, () => numbers.next().value);
          const found: number[] = new Array(length).fill(0);
          const stack: number[] = [];
          let next = 1;
          while (next <= length || stack.length > 1) {
            const costs = costsOf(heads, stack, next);
            const top = stack.at(-1) ?? 0;
            if (next <= length && (stack.length === 0 || costs[0] === 0)) stack.push(next++);
            else {
              const head = next <= length && costs[1] === 0 ? next : (stack.at(-2) ?? 0);
              if (head !== next) expect(next > length || costs[2] === 0).toBe(true);
              found[top - 1] = head;
              stack.pop();
            }
          }
          expect(found).toEqual(heads);
        },
      ),
    );
  });
});
