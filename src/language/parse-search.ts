/**
 * Builds the tree of one sentence from left to right with the arc-hybrid system: the next word is shifted onto the stack, or
 * the word on top of the stack becomes a child of the next word (left) or of the word below it (right). Whatever the
 * choices, the result is one projective tree: the last word left on the stack is the root.
 *
 * Several analyses are followed side by side where the choice is close: those that lag far behind the best are dropped, and
 * of those that differ only in what is finished the best goes on alone (after Huang & Sagae 2010, but without regard to the
 * children that features may see), so that much of a sentence is read by one. A sentence of n words takes 2n - 1 moves of constant time each.
 */
import type { ParseAtoms } from "./parse-atoms.ts";
import { LEFT, RIGHT, SHIFT } from "./parse-model.ts";
import { BELOW, NODE_SIZE, ParseNodes, STACK_HASH, TOKEN } from "./parse-nodes.ts";

/** Weighs moves and relations. */
export interface ParseScorer {
  /** What {@link scoreMoves} found for each move. */
  shift: number;
  left: number;
  right: number;
  scoreMoves(atoms: ParseAtoms, data: Int32Array, top: number, next: number): void;
  /** What {@link chooseLabel} found for the relation that it gave. */
  labelScore: number;
  /** Called before the first move of a sentence. */
  beginSentence?(): void;
  /** The number of the best relation of an arc; `next` is the position to the right of all that is on the stack. */
  chooseLabel(atoms: ParseAtoms, data: Int32Array, head: number, child: number, next: number): number;
}

/** Numbers a state takes in `states`. */
export const STATE_SIZE = 7;
export const STATE_TOP = 0;
export const STATE_NEXT = 1;
export const STATE_POSITION = 2;
/** The state it came from, -1 for the first. */
export const STATE_PREVIOUS = 3;
export const STATE_MOVE = 4;
/** Of the arc that was drawn: node of the head before it got the child, and relation. */
export const STATE_HEAD = 5;
export const STATE_LABEL = 6;

export class TreeSearch {
  readonly nodes: ParseNodes = new ParseNodes();
  /** All states of the sentence in the order they were reached. */
  states: Int32Array = new Int32Array(STATE_SIZE * 1024);
  scores: Float64Array = new Float64Array(1024);
  stateCount = 0;
  readonly #scorer: ParseScorer;
  readonly #width: number;
  readonly #maxLag: number;
  readonly #maxLoss: number;
  readonly #joinsAlike: boolean;
  #active: Int32Array;
  #reached: Int32Array;
  /** Of the candidates for the next step, best first: state, move and score. */
  readonly #fromStates: Int32Array;
  readonly #moves: Int32Array;
  readonly #values: Float64Array;
  #candidateCount = 0;

  /**
   * @param width Most analyses followed side by side.
   * @param maxLag An analysis is dropped when its score is so much lower than the best.
   * @param maxLoss A move is not made where another of the same analysis is better by more.
   * @param joinsAlike Of analyses that have the same words on the stack and the same next word, only the best goes on: what
   *   they differ in is finished, so that they would stay side by side to the end.
   */
  constructor(scorer: ParseScorer, width: number, maxLag: number, maxLoss: number, joinsAlike: boolean) {
    this.#scorer = scorer;
    this.#width = width;
    this.#maxLag = maxLag;
    this.#maxLoss = maxLoss;
    this.#joinsAlike = joinsAlike;
    this.#active = new Int32Array(width);
    this.#reached = new Int32Array(width);
    this.#fromStates = new Int32Array(width + 1);
    this.#moves = new Int32Array(width + 1);
    this.#values = new Float64Array(width + 1);
  }

  /** @returns The number of the best last state; its tree is read off from there, see {@link readTree}. */
  search(atoms: ParseAtoms): number {
    const { length } = atoms;
    const { nodes } = this;
    nodes.clear();
    this.#scorer.beginSentence?.();
    this.stateCount = 0;
    let activeCount = 1;
    this.#active[0] = this.#addState(0, length > 0 ? nodes.getWord(1) : 0, 1, -1, 0, SHIFT, 0, 0);
    for (let step = 1; step < 2 * length; step++) {
      this.#candidateCount = 0;
      for (let i = 0; i < activeCount; i++) this.#addMoves(atoms, this.#active[i]);
      activeCount = this.#candidateCount;
      for (let i = 0; i < activeCount; i++) {
        this.#reached[i] = this.#move(atoms, this.#fromStates[i], this.#moves[i], this.#values[i]);
      }
      if (this.#joinsAlike && activeCount > 1) activeCount = this.#joinAlike(activeCount);
      const swapped = this.#active;
      this.#active = this.#reached;
      this.#reached = swapped;
    }
    let best = this.#active[0];
    for (let i = 1; i < activeCount; i++) if (this.scores[this.#active[i]] > this.scores[best]) best = this.#active[i];
    return best;
  }

  /**
   * @param heads Gets at position i, counted from 1, the position of the head of word i, or 0 for the root.
   * @param labels Gets the number of the relation of word i to its head; not set for the root.
   */
  readTree(last: number, heads: Int32Array, labels: Int32Array): void {
    const { states } = this;
    const { data } = this.nodes;
    const root = states[last * STATE_SIZE + STATE_TOP];
    if (root !== 0) heads[data[root * NODE_SIZE + TOKEN]] = 0;
    for (let state = last; states[state * STATE_SIZE + STATE_PREVIOUS] >= 0; ) {
      const at = state * STATE_SIZE;
      state = states[at + STATE_PREVIOUS];
      if (states[at + STATE_MOVE] === SHIFT) continue;
      const child = data[states[state * STATE_SIZE + STATE_TOP] * NODE_SIZE + TOKEN];
      heads[child] = data[states[at + STATE_HEAD] * NODE_SIZE + TOKEN];
      labels[child] = states[at + STATE_LABEL];
    }
  }

  /** Adds what can be done in a state to the candidates. */
  #addMoves(atoms: ParseAtoms, state: number): void {
    const at = state * STATE_SIZE;
    const { states } = this;
    const { data } = this.nodes;
    const score = this.scores[state];
    const top = states[at + STATE_TOP];
    // A move that is the only one is not weighed.
    if (top === 0) this.#addCandidate(state, SHIFT, score);
    else if (states[at + STATE_POSITION] > atoms.length) this.#addCandidate(state, RIGHT, score);
    else {
      const scorer = this.#scorer;
      scorer.scoreMoves(atoms, data, top, states[at + STATE_NEXT]);
      const { shift, left, right } = scorer;
      const mayGoRight = data[top * NODE_SIZE + BELOW] !== 0;
      const least = (mayGoRight ? Math.max(shift, left, right) : Math.max(shift, left)) - this.#maxLoss;
      if (shift >= least) this.#addCandidate(state, SHIFT, score + shift);
      if (left >= least) this.#addCandidate(state, LEFT, score + left);
      if (mayGoRight && right >= least) this.#addCandidate(state, RIGHT, score + right);
    }
  }

  /** Keeps the best candidates in order, as many as are followed; of equal ones the first. */
  #addCandidate(state: number, move: number, value: number): void {
    const fromStates = this.#fromStates;
    const moves = this.#moves;
    const values = this.#values;
    let count = this.#candidateCount;
    if (count > 0 && value < values[0] - this.#maxLag) return;
    let i = count;
    while (i > 0 && values[i - 1] < value) {
      values[i] = values[i - 1];
      moves[i] = moves[i - 1];
      fromStates[i] = fromStates[i - 1];
      i--;
    }
    values[i] = value;
    moves[i] = move;
    fromStates[i] = state;
    if (count < this.#width) count++;
    if (i === 0) {
      const least = value - this.#maxLag;
      while (values[count - 1] < least) count--;
    }
    this.#candidateCount = count;
  }

  /** Makes the move, weighing the relation of an arc. */
  #move(atoms: ParseAtoms, from: number, move: number, score: number): number {
    const at = from * STATE_SIZE;
    const { nodes, states } = this;
    const top = states[at + STATE_TOP];
    const next = states[at + STATE_NEXT];
    const position = states[at + STATE_POSITION];
    if (move === SHIFT) {
      const after = position < atoms.length ? nodes.getWord(position + 1) : 0;
      return this.#addState(nodes.addShifted(next, top), after, position + 1, from, score, SHIFT, 0, 0);
    }
    const below = nodes.data[top * NODE_SIZE + BELOW];
    const head = move === LEFT ? next : below;
    const label = this.#scorer.chooseLabel(atoms, nodes.data, head, top, position);
    const value = score + this.#scorer.labelScore;
    return move === LEFT
      ? this.#addState(below, nodes.addLeft(head, top, label), position, from, value, move, head, label)
      : this.#addState(nodes.addRight(head, top, label), next, position, from, value, move, head, label);
  }

  /** @returns How many of the states just reached are left. */
  #joinAlike(count: number): number {
    const { scores } = this;
    const reached = this.#reached;
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const state = reached[i];
      let k = 0;
      while (k < kept && !this.#areAlike(reached[k], state)) k++;
      if (k === kept) reached[kept++] = state;
      else if (scores[state] > scores[reached[k]]) reached[k] = state;
    }
    return kept;
  }

  #areAlike(one: number, other: number): boolean {
    const { states } = this;
    const { data } = this.nodes;
    const a = one * STATE_SIZE;
    const b = other * STATE_SIZE;
    return (
      states[a + STATE_POSITION] === states[b + STATE_POSITION] &&
      data[states[a + STATE_TOP] * NODE_SIZE + STACK_HASH] === data[states[b + STATE_TOP] * NODE_SIZE + STACK_HASH]
    );
  }

  #addState(
    top: number,
    next: number,
    position: number,
    previous: number,
    score: number,
    move: number,
    head: number,
    label: number,
  ): number {
    const state = this.stateCount++;
    if (state >= this.scores.length) this.#grow();
    const at = state * STATE_SIZE;
    const { states } = this;
    states[at + STATE_TOP] = top;
    states[at + STATE_NEXT] = next;
    states[at + STATE_POSITION] = position;
    states[at + STATE_PREVIOUS] = previous;
    states[at + STATE_MOVE] = move;
    states[at + STATE_HEAD] = head;
    states[at + STATE_LABEL] = label;
    this.scores[state] = score;
    return state;
  }

  #grow(): void {
    const states = new Int32Array(this.states.length * 2);
    states.set(this.states);
    this.states = states;
    const scores = new Float64Array(this.scores.length * 2);
    scores.set(this.scores);
    this.scores = scores;
  }
}
