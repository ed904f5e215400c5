/**
 * What each move of the arc-hybrid system costs: how many arcs of the true tree can no longer be drawn after it (the dynamic
 * oracle of Goldberg & Nivre 2013). Trees may be non-projective; their costs are then approximate.
 */
import { LEFT, RIGHT, SHIFT } from "../src/language/parse-model.ts";

export class Oracle {
  /** Gold children of each position, in order: those of `i` from `starts[i]` to before `starts[i + 1]`. */
  private readonly starts: Int32Array;
  private readonly children: Int32Array;
  private readonly heads: Int32Array;

  /** @param heads At position i, counted from 1, the position of the head; 0 for the root. */
  constructor(heads: Int32Array) {
    this.heads = heads;
    const length = heads.length - 1;
    this.starts = new Int32Array(length + 2);
    for (let i = 1; i <= length; i++) this.starts[heads[i] + 1]++;
    for (let i = 1; i < this.starts.length; i++) this.starts[i] += this.starts[i - 1];
    this.children = new Int32Array(length);
    const filled = this.starts.slice();
    for (let i = 1; i <= length; i++) this.children[filled[heads[i]]++] = i;
  }

  /**
   * @param costs Gets the cost of each move.
   * @param onStack Whether the word at a position is on the stack.
   * @param below Position of the word below the top of the stack, 0 where there is none.
   * @param next Position of the next word.
   */
  setCosts(costs: Int32Array, onStack: Uint8Array, top: number, below: number, next: number): void {
    const { heads, starts, children } = this;
    let childrenToCome = 0;
    for (let k = starts[top + 1] - 1; k >= starts[top] && children[k] >= next; k--) childrenToCome++;
    const head = heads[top];
    costs[LEFT] = childrenToCome + (head === 0 || head === below || head > next ? 1 : 0);
    costs[RIGHT] = childrenToCome + (head === 0 || head >= next ? 1 : 0);
    const headOfNext = heads[next];
    let shift = headOfNext === 0 || (headOfNext < next && headOfNext !== top && onStack[headOfNext] === 1) ? 1 : 0;
    for (let k = starts[next]; k < starts[next + 1] && children[k] < next; k++) shift += onStack[children[k]];
    costs[SHIFT] = shift;
  }
}
