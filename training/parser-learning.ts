/**
 * How the parser learns from trees: it searches as it does when parsing, and where the best analysis is not the true one, the
 * features of both are moved apart up to the move at which the wrong one led most (max-violation updates, Huang et al. 2012).
 */
import { createParseAtoms, fillParseAtoms, type ParseAtoms } from "../src/language/parse-atoms.ts";
import { ARC_KINDS, arcKind, LEFT, RIGHT, SHIFT } from "../src/language/parse-model.ts";
import { BELOW, NODE_SIZE } from "../src/language/parse-nodes.ts";
import {
  STATE_LABEL,
  STATE_MOVE,
  STATE_NEXT,
  STATE_POSITION,
  STATE_PREVIOUS,
  STATE_SIZE,
  STATE_TOP,
  TreeSearch,
} from "../src/language/parse-search.ts";
import { Oracle } from "./parser-oracle.ts";
import { LearningScorer } from "./parser-scorer.ts";
import { type TreeSentence, toTaggedDocument } from "./parser-treebank.ts";
import { createRandom, shuffle } from "./random.ts";

/** A sentence to learn from. */
export interface Example {
  atoms: ParseAtoms;
  /** At position i, counted from 1, the position of its head; 0 for the root. */
  heads: Int32Array;
  labels: Int32Array;
  /** The true moves. */
  moves: Uint8Array;
}

export interface RelationTable {
  relations: string[];
  arcRelationStarts: Uint16Array<ArrayBuffer>;
  arcRelations: Uint8Array<ArrayBuffer>;
}

export function toExamples(sentences: readonly TreeSentence[], relations: readonly string[]): Example[] {
  const numbers = new Map(relations.map((relation, number) => [relation, number]));
  const document = toTaggedDocument(sentences);
  return sentences.map((sentence, index) => {
    const { startToken, endToken } = document.sentences[index];
    const atoms = createParseAtoms(endToken - startToken);
    const tokenAt = Int32Array.from({ length: endToken - startToken }, (_, i) => startToken + i);
    fillParseAtoms(atoms, document, tokenAt, tokenAt.length);
    const heads = Int32Array.from([-1, ...sentence.heads]);
    const labels = Int32Array.from([0, ...sentence.relations.map((relation) => numbers.get(relation) ?? 0)]);
    return { atoms, heads, labels, moves: listTrueMoves(heads) };
  });
}

/** The moves that draw a tree; where it is not projective, as many of its arcs as the cheapest moves allow. */
export function listTrueMoves(heads: Int32Array): Uint8Array {
  const length = heads.length - 1;
  const moves: number[] = [];
  const oracle = new Oracle(heads);
  const costs = new Int32Array(3);
  const onStack = new Uint8Array(length + 2);
  const stack: number[] = [];
  let position = 1;
  while (position <= length || stack.length > 1) {
    const top = stack.at(-1) ?? 0;
    const below = stack.at(-2) ?? 0;
    let move = SHIFT;
    if (position > length) move = RIGHT;
    else if (top !== 0) {
      oracle.setCosts(costs, onStack, top, below, position);
      // Arcs are drawn as early as they may be.
      const order = below === 0 ? [LEFT, SHIFT] : [LEFT, RIGHT, SHIFT];
      move = order.reduce((best, other) => (costs[other] < costs[best] ? other : best));
    }
    moves.push(move);
    if (move === SHIFT) {
      stack.push(position);
      onStack[position++] = 1;
    } else {
      stack.pop();
      onStack[top] = 0;
    }
  }
  return Uint8Array.from(moves);
}

/** Relations of all sentences, the most frequent first; `root` is not among them, as no choice leads to it. */
export function listRelations(sentences: readonly TreeSentence[]): string[] {
  const counts = new Map<string, number>();
  for (const { relations } of sentences) for (const name of relations) counts.set(name, (counts.get(name) ?? 0) + 1);
  counts.delete("root");
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([name]) => name);
}

/** Counts which relations each kind of arc has; kinds never seen get the relation most frequent for the child's tag. */
export function tabulateRelations(examples: readonly Example[], relations: string[]): RelationTable {
  const counts = Array.from({ length: ARC_KINDS }, () => new Int32Array(relations.length));
  const byChild = Array.from({ length: 18 }, () => new Int32Array(relations.length));
  for (const { atoms, heads, labels } of examples) {
    for (let i = 1; i <= atoms.length; i++) {
      if (heads[i] === 0) continue;
      counts[arcKind(atoms.coarse[heads[i]], atoms.coarse[i], heads[i] > i)][labels[i]]++;
      byChild[atoms.coarse[i]][labels[i]]++;
    }
  }
  const arcRelationStarts = new Uint16Array(ARC_KINDS + 1);
  const arcRelations: number[] = [];
  for (let kind = 0; kind < ARC_KINDS; kind++) {
    const row = counts[kind];
    const total = row.reduce((sum, count) => sum + count, 0);
    const seen = [...row.keys()]
      .filter((label) => row[label] > 1 && row[label] * 2000 > total)
      .sort((one, other) => row[other] - row[one] || one - other);
    if (seen.length === 0) {
      const fallback = total > 0 ? row : byChild[(kind >> 1) % 18];
      seen.push(fallback.indexOf(Math.max(...fallback)));
    }
    arcRelations.push(...seen);
    arcRelationStarts[kind + 1] = arcRelations.length;
  }
  return { relations, arcRelationStarts, arcRelations: Uint8Array.from(arcRelations) };
}

export interface LearningOptions {
  epochs: number;
  seed: number;
  moveBits: number;
  labelBits: number;
  /** Analyses followed side by side. */
  width: number;
  progress: (line: string) => void;
  afterEpoch?: (epoch: number, learner: Learner) => void;
}

/** Learns the weights of moves and of relations together. */
export class Learner {
  readonly scorer: LearningScorer;
  /** One a sentence: the averages of the weights are over these. */
  steps = 1;
  readonly #search: TreeSearch;
  readonly #options: LearningOptions;
  /** Of the true analysis: nodes and score before each move, and relations. */
  #tops = new Int32Array(512);
  #nexts = new Int32Array(512);
  #heads = new Int32Array(512);
  #labels = new Int32Array(512);
  #scores = new Float64Array(512);
  /** States of the best analysis, and per state whether it is part of the true one, and after which move it stands. */
  #path = new Int32Array(512);
  #isTrue = new Uint8Array(4096);
  #depths = new Int32Array(4096);
  #bests = new Int32Array(512);

  constructor(table: RelationTable, options: LearningOptions) {
    this.#options = options;
    this.scorer = new LearningScorer(table, options.moveBits, options.labelBits);
    this.#search = new TreeSearch(
      this.scorer,
      options.width,
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      false,
    );
  }

  learn(examples: readonly Example[]): void {
    const { epochs, seed, progress, afterEpoch } = this.#options;
    const random = createRandom(seed);
    const order = [...examples];
    for (let epoch = 0; epoch < epochs; epoch++) {
      shuffle(order, random);
      let wrong = 0;
      for (const example of order) if (this.#learnSentence(example)) wrong++;
      progress(
        `round ${epoch + 1}/${epochs}, ${((100 * wrong) / order.length).toFixed(2)} % of sentences not yet right`,
      );
      afterEpoch?.(epoch, this);
    }
  }

  /** @returns Whether there was something to learn. */
  #learnSentence(example: Example): boolean {
    this.steps++;
    this.#makeRoom(example.moves.length + 1);
    this.#search.search(example.atoms);
    this.#followTruth(example);
    const depth = this.#findViolation(example);
    if (depth === 0) return false;
    const { states } = this.#search;
    for (let state = this.#bests[depth], i = depth; i >= 0; i--) {
      this.#path[i] = state;
      state = states[state * STATE_SIZE + STATE_PREVIOUS];
    }
    let first = 0;
    while (this.#isTrue[this.#path[first + 1]] === 1) first++;
    this.#update(example, first, depth);
    return true;
  }

  /** Makes the true moves, and notes what they score. */
  #followTruth({ atoms, moves, labels, heads }: Example): void {
    const { nodes } = this.#search;
    const { scorer } = this;
    let top = 0;
    let position = 1;
    let next = nodes.addWord(1, 0);
    let score = 0;
    for (const [step, move] of moves.entries()) {
      const { data } = nodes;
      const below = data[top * NODE_SIZE + BELOW];
      this.#tops[step] = top;
      this.#nexts[step] = next;
      this.#scores[step] = score;
      if (top !== 0 && position <= atoms.length) {
        scorer.scoreMoves(atoms, data, top, next);
        score += move === SHIFT ? scorer.shift : move === LEFT ? scorer.left : scorer.right;
      }
      if (move === SHIFT) {
        this.#labels[step] = 0;
        top = nodes.addShifted(next, top);
        next = ++position <= atoms.length ? nodes.addWord(position, 0) : 0;
        continue;
      }
      const head = move === LEFT ? next : below;
      const child = data[top * NODE_SIZE];
      const isTrue = heads[child] === data[head * NODE_SIZE];
      const label = scorer.weighLabel(atoms, data, head, top, position, isTrue ? labels[child] : -1);
      score += scorer.labelScore;
      this.#heads[step] = head;
      this.#labels[step] = label;
      if (move === LEFT) {
        next = nodes.addLeft(head, top, label);
        top = below;
      } else top = nodes.addRight(head, top, label);
    }
    this.#scores[moves.length] = score;
  }

  /** After how many moves the best analysis, if wrong, leads the true one most; 0 where it is never wrong at the end. */
  #findViolation({ moves }: Example): number {
    const { states, scores, stateCount } = this.#search;
    if (this.#isTrue.length < stateCount) {
      this.#isTrue = new Uint8Array(stateCount * 2);
      this.#depths = new Int32Array(stateCount * 2);
    }
    const isTrue = this.#isTrue;
    const depths = this.#depths;
    const bests = this.#bests;
    bests.fill(-1, 0, moves.length + 1);
    isTrue[0] = 1;
    depths[0] = 0;
    for (let state = 1; state < stateCount; state++) {
      const at = state * STATE_SIZE;
      const previous = states[at + STATE_PREVIOUS];
      const step = depths[previous];
      depths[state] = step + 1;
      isTrue[state] =
        isTrue[previous] === 1 &&
        states[at + STATE_MOVE] === moves[step] &&
        states[at + STATE_LABEL] === this.#labels[step]
          ? 1
          : 0;
      if (bests[step + 1] < 0 || scores[state] > scores[bests[step + 1]]) bests[step + 1] = state;
    }
    if (isTrue[bests[moves.length]] === 1) return 0;
    let depth = 0;
    let most = Number.NEGATIVE_INFINITY;
    for (let i = 1; i <= moves.length; i++) {
      if (isTrue[bests[i]] === 1) continue;
      const lead = scores[bests[i]] - this.#scores[i];
      if (lead >= most) {
        most = lead;
        depth = i;
      }
    }
    return depth;
  }

  #update({ atoms, moves }: Example, first: number, depth: number): void {
    const { scorer, steps } = this;
    const { states, nodes } = this.#search;
    let position = 1;
    for (let step = 0; step < depth; step++) {
      const move = moves[step];
      if (step >= first) {
        scorer.learnMove(atoms, nodes.data, this.#tops[step], this.#nexts[step], position, move, 1, steps);
        if (move !== SHIFT)
          scorer.learnLabel(
            atoms,
            nodes.data,
            this.#heads[step],
            this.#tops[step],
            position,
            this.#labels[step],
            1,
            steps,
          );
      }
      if (move === SHIFT) position++;
    }
    for (let step = first; step < depth; step++) {
      const from = this.#path[step] * STATE_SIZE;
      const to = this.#path[step + 1] * STATE_SIZE;
      const top = states[from + STATE_TOP];
      const next = states[from + STATE_NEXT];
      const place = states[from + STATE_POSITION];
      const move = states[to + STATE_MOVE];
      scorer.learnMove(atoms, nodes.data, top, next, place, move, -1, steps);
      if (move === SHIFT) continue;
      const head = move === LEFT ? next : nodes.data[top * NODE_SIZE + BELOW];
      scorer.learnLabel(atoms, nodes.data, head, top, place, states[to + STATE_LABEL], -1, steps);
    }
  }

  #makeRoom(steps: number): void {
    if (this.#tops.length > steps) return;
    const size = steps * 2;
    this.#tops = new Int32Array(size);
    this.#nexts = new Int32Array(size);
    this.#heads = new Int32Array(size);
    this.#labels = new Int32Array(size);
    this.#scores = new Float64Array(size);
    this.#path = new Int32Array(size);
    this.#bests = new Int32Array(size);
  }
}
