/**
 * Partial trees of the parser, as nodes that never change once another node may point to them.
 *
 * A node is a word with the outermost children it has so far and its place on the stack. Attaching a child makes a new
 * node of the parent, so that several analyses can share what they agree on, and any step takes constant time.
 */

/** Numbers per node. */
export const NODE_SIZE = 19;

/** What stands where in a node. Children are nodes; labels are numbers of relations plus one, 0 for none. */
export const TOKEN = 0;
/** The node below on the stack. */
export const BELOW = 1;
export const LEFT_1 = 2;
export const LEFT_2 = 3;
export const RIGHT_1 = 4;
export const RIGHT_2 = 5;
export const LEFT_LABEL_1 = 6;
export const LEFT_LABEL_2 = 7;
export const RIGHT_LABEL_1 = 8;
export const RIGHT_LABEL_2 = 9;
export const LEFT_COUNT = 10;
export const RIGHT_COUNT = 11;
/** Sets of labels, a bit each (labels share bits where there are more than 32). */
export const LEFT_LABELS = 12;
export const RIGHT_LABELS = 13;
/** The first child to the left that was attached: the innermost. */
export const LEFT_INNER = 14;
/** A hash of the words on the stack up to this one, whatever children they have; 0 for a word not on the stack yet. */
export const STACK_HASH = 15;
/**
 * What is known of a node's weight by those who weigh moves, as numbers of their own; 0 where nothing is. A word on top of the
 * stack: without regard to its right children, and with them. A word that is next: whatever is on the stack.
 */
export const STACK_SUM = 16;
export const TOP_SUM = 17;
export const NEXT_SUM = 18;

export class ParseNodes {
  /** All nodes, {@link NODE_SIZE} numbers each. Node 0 is "none": a word at position 0. May be replaced when it grows. */
  data: Int32Array = new Int32Array(NODE_SIZE * 1024);
  private count = 1;
  /** Per token its word without children; 0 where there is none yet. */
  private words = new Int32Array(256);

  clear(): void {
    this.count = 1;
    this.words.fill(0);
  }

  /** A word without children that is not on the stack, always the same node. */
  getWord(token: number): number {
    if (token >= this.words.length) {
      const grown = new Int32Array(token * 2);
      grown.set(this.words);
      this.words = grown;
    }
    if (this.words[token] === 0) this.words[token] = this.addWord(token, 0);
    return this.words[token];
  }

  /** A word without children, on top of `below`. */
  addWord(token: number, below: number): number {
    const node = this.reserve();
    const at = node * NODE_SIZE;
    this.data.fill(0, at, at + NODE_SIZE);
    this.data[at + TOKEN] = token;
    this.data[at + BELOW] = below;
    return node;
  }

  /** The same word on top of another stack. */
  addShifted(node: number, below: number): number {
    const copy = this.addCopy(node);
    const { data } = this;
    const at = copy * NODE_SIZE;
    data[at + BELOW] = below;
    data[at + STACK_SUM] = 0;
    data[at + TOP_SUM] = 0;
    data[at + STACK_HASH] = Math.imul(data[below * NODE_SIZE + STACK_HASH] + data[at + TOKEN], 0x9e37_79b1);
    return copy;
  }

  /** `parent` with one more child to its left, left of those it has. */
  addLeft(parent: number, child: number, label: number): number {
    const node = this.addCopy(parent);
    const { data } = this;
    const at = node * NODE_SIZE;
    data[at + LEFT_2] = data[at + LEFT_1];
    data[at + LEFT_LABEL_2] = data[at + LEFT_LABEL_1];
    data[at + LEFT_1] = child;
    data[at + LEFT_LABEL_1] = label + 1;
    if (data[at + LEFT_COUNT]++ === 0) data[at + LEFT_INNER] = child;
    data[at + LEFT_LABELS] |= 1 << label;
    data[at + NEXT_SUM] = 0;
    return node;
  }

  /** `parent` with one more child to its right, right of those it has. */
  addRight(parent: number, child: number, label: number): number {
    const node = this.addCopy(parent);
    const { data } = this;
    const at = node * NODE_SIZE;
    data[at + RIGHT_2] = data[at + RIGHT_1];
    data[at + RIGHT_LABEL_2] = data[at + RIGHT_LABEL_1];
    data[at + RIGHT_1] = child;
    data[at + RIGHT_LABEL_1] = label + 1;
    data[at + RIGHT_COUNT]++;
    data[at + RIGHT_LABELS] |= 1 << label;
    data[at + TOP_SUM] = 0;
    return node;
  }

  private addCopy(node: number): number {
    const copy = this.reserve();
    const { data } = this;
    const from = node * NODE_SIZE;
    const to = copy * NODE_SIZE;
    for (let i = 0; i < NODE_SIZE; i++) data[to + i] = data[from + i];
    return copy;
  }

  private reserve(): number {
    if ((this.count + 1) * NODE_SIZE > this.data.length) {
      const grown = new Int32Array(this.data.length * 2);
      grown.set(this.data);
      this.data = grown;
    }
    return this.count++;
  }
}
