/** How the parser learns from trees: by parsing them itself, with its own mistakes, and being told the best next move. */
import { createParseAtoms, fillParseAtoms, type ParseAtoms } from "../src/language/parse-atoms.ts";
import { listLabelFeatures, listMoveFeatures, MAX_FEATURES, TEMPLATE_STEP } from "../src/language/parse-features.ts";
import { ARC_KINDS, arcKind, LEFT, RIGHT, SHIFT, withLabel } from "../src/language/parse-model.ts";
import { ParseNodes } from "../src/language/parse-nodes.ts";
import { mixFeature } from "../src/language/parse-sentence.ts";
import { Oracle } from "./parser-oracle.ts";
import { type TreeSentence, toTaggedDocument } from "./parser-treebank.ts";
import { LabelWeights, MoveWeights } from "./parser-weights.ts";
import { createRandom, shuffle } from "./random.ts";

/** A sentence to learn from. */
export interface Example {
  atoms: ParseAtoms;
  /** At position i, counted from 1, the position of its head; 0 for the root. */
  heads: Int32Array;
  labels: Int32Array;
  oracle: Oracle;
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
    fillParseAtoms(atoms, document, startToken, endToken);
    const heads = Int32Array.from([-1, ...sentence.heads]);
    const labels = Int32Array.from([0, ...sentence.relations.map((relation) => numbers.get(relation) ?? 0)]);
    return { atoms, heads, labels, oracle: new Oracle(heads) };
  });
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
  /** Share of mistaken moves that are followed, from the second epoch on. */
  exploration: number;
  progress: (line: string) => void;
  afterEpoch?: (epoch: number, learner: Learner) => void;
}

/** Learns the weights of moves and of relations together. */
export class Learner {
  readonly moveWeights: MoveWeights;
  readonly labelWeights: LabelWeights;
  moveSteps = 1;
  labelSteps = 1;
  private readonly nodes = new ParseNodes();
  private readonly hashes = new Int32Array(MAX_FEATURES);
  private readonly scores = new Float64Array(3);
  private readonly costs = new Int32Array(3);
  private onStack = new Uint8Array(1024);
  private stack = new Int32Array(1024);

  private readonly table: RelationTable;
  private readonly options: LearningOptions;

  constructor(table: RelationTable, options: LearningOptions) {
    this.table = table;
    this.options = options;
    this.moveWeights = new MoveWeights(options.moveBits);
    this.labelWeights = new LabelWeights(options.labelBits);
  }

  learn(examples: readonly Example[]): void {
    const { epochs, seed, exploration, progress, afterEpoch } = this.options;
    const random = createRandom(seed);
    const order = [...examples];
    for (let epoch = 0; epoch < epochs; epoch++) {
      shuffle(order, random);
      let words = 0;
      let lost = 0;
      for (const example of order) {
        lost += this.learnSentence(example, epoch === 0 ? 0 : exploration, random);
        words += example.atoms.length;
      }
      progress(`round ${epoch + 1}/${epochs}, ${((100 * (words - lost)) / words).toFixed(2)} % of heads`);
      afterEpoch?.(epoch, this);
    }
  }

  /** @returns How many words got a wrong head. */
  private learnSentence(example: Example, exploration: number, random: () => number): number {
    const { atoms, heads, labels, oracle } = example;
    const { nodes, hashes, scores, costs } = this;
    const { length } = atoms;
    if (this.stack.length <= length) {
      this.stack = new Int32Array(length * 2);
      this.onStack = new Uint8Array(length * 2);
    }
    const { stack, onStack } = this;
    onStack.fill(0, 0, length + 1);
    nodes.clear();
    let depth = 0; // The stack holds nodes, its words are found through `words`.
    const tokens = new Int32Array(length + 1);
    let position = 1;
    let next = nodes.addWord(1, 0);
    let wrong = 0;
    while (position <= length || depth > 1) {
      const top = depth > 0 ? stack[depth - 1] : 0;
      const below = depth > 1 ? stack[depth - 2] : 0;
      const topToken = depth > 0 ? tokens[depth - 1] : 0;
      const belowToken = depth > 1 ? tokens[depth - 2] : 0;
      let move = SHIFT;
      if (position > length) move = RIGHT;
      else if (depth > 0) {
        const count = listMoveFeatures(atoms, nodes.data, top, next, hashes);
        finishHashes(hashes, count);
        this.moveWeights.score(hashes, count, scores);
        oracle.setCosts(costs, onStack, topToken, belowToken, position);
        const moves = depth > 1 ? 3 : 2;
        let best = 0;
        let gold = 0;
        for (let k = 1; k < moves; k++) {
          if (scores[k] > scores[best]) best = k;
          if (costs[k] < costs[gold] || (costs[k] === costs[gold] && scores[k] > scores[gold])) gold = k;
        }
        if (costs[best] > costs[gold]) {
          this.moveWeights.update(hashes, count, gold, 1, this.moveSteps);
          this.moveWeights.update(hashes, count, best, -1, this.moveSteps);
        }
        this.moveSteps++;
        move = costs[best] > costs[gold] && random() >= exploration ? gold : best;
      }
      if (move === SHIFT) {
        stack[depth] = nodes.addShifted(next, top);
        tokens[depth++] = position;
        onStack[position] = 1;
        next = ++position <= length ? nodes.addWord(position, 0) : 0;
        continue;
      }
      const head = move === LEFT ? next : below;
      const headToken = move === LEFT ? position : belowToken;
      const isRight = heads[topToken] === headToken;
      if (!isRight) wrong++;
      const label = this.learnLabel(atoms, head, headToken, top, topToken, position, isRight ? labels[topToken] : -1);
      depth--;
      onStack[topToken] = 0;
      if (move === LEFT) next = nodes.addLeft(head, top, label);
      else stack[depth - 1] = nodes.addRight(head, top, label);
    }
    return wrong;
  }

  /** Chooses a relation, and learns from the choice where the true one is known. */
  private learnLabel(
    atoms: ParseAtoms,
    head: number,
    headToken: number,
    child: number,
    childToken: number,
    position: number,
    gold: number,
  ): number {
    const { arcRelationStarts, arcRelations } = this.table;
    const { hashes, nodes, labelWeights } = this;
    const kind = arcKind(atoms.coarse[headToken], atoms.coarse[childToken], headToken > childToken);
    const start = arcRelationStarts[kind];
    const end = arcRelationStarts[kind + 1];
    if (end - start < 2) return arcRelations[start];
    const count = listLabelFeatures(atoms, nodes.data, head, child, position, hashes);
    finishHashes(hashes, count);
    const { weights, shiftBits } = labelWeights;
    let best = -1;
    let bestScore = 0;
    let goldListed = false;
    for (let k = start; k < end; k++) {
      const label = arcRelations[k];
      let score = 0;
      for (let i = 0; i < count; i++) score += weights[withLabel(hashes[i], label) >>> shiftBits];
      if (best < 0 || score > bestScore) {
        best = label;
        bestScore = score;
      }
      if (label === gold) goldListed = true;
    }
    if (gold >= 0) {
      if (best !== gold && goldListed) {
        for (let i = 0; i < count; i++) {
          labelWeights.update(withLabel(hashes[i], gold), 1, this.labelSteps);
          labelWeights.update(withLabel(hashes[i], best), -1, this.labelSteps);
        }
      }
      this.labelSteps++;
    }
    return best;
  }
}

function finishHashes(hashes: Int32Array, count: number): void {
  let template = 0;
  for (let i = 0; i < count; i++) {
    hashes[i] = mixFeature((hashes[i] + template) | 0);
    template = (template + TEMPLATE_STEP) | 0;
  }
}
