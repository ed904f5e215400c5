/** Weighs moves and relations while they are learnt. */
import type { ParseAtoms } from "../src/language/parse-atoms.ts";
import { listLabelFeatures, listMoveFeatures, MAX_FEATURES, TEMPLATE_STEP } from "../src/language/parse-features.ts";
import { arcKind, withLabel } from "../src/language/parse-model.ts";
import { NODE_SIZE, TOKEN } from "../src/language/parse-nodes.ts";
import type { ParseScorer } from "../src/language/parse-search.ts";
import { mixFeature } from "../src/language/parse-sentence.ts";
import type { RelationTable } from "./parser-learning.ts";
import { LabelWeights, MoveWeights } from "./parser-weights.ts";

export class LearningScorer implements ParseScorer {
  shift = 0;
  left = 0;
  right = 0;
  labelScore = 0;
  readonly moveWeights: MoveWeights;
  readonly labelWeights: LabelWeights;
  readonly #table: RelationTable;
  readonly #hashes = new Int32Array(MAX_FEATURES);
  readonly #scores = new Float64Array(3);

  constructor(table: RelationTable, moveBits: number, labelBits: number) {
    this.#table = table;
    this.moveWeights = new MoveWeights(moveBits);
    this.labelWeights = new LabelWeights(labelBits);
  }

  scoreMoves(atoms: ParseAtoms, data: Int32Array, top: number, next: number): void {
    const count = listMoveFeatures(atoms, data, top, next, this.#hashes);
    finishHashes(this.#hashes, count);
    this.moveWeights.score(this.#hashes, count, this.#scores);
    [this.shift, this.left, this.right] = this.#scores;
  }

  chooseLabel(atoms: ParseAtoms, data: Int32Array, head: number, child: number, next: number): number {
    return this.weighLabel(atoms, data, head, child, next, -1);
  }

  /** As `chooseLabel`, but for the relation `wanted` where it is one of those that the arc may have. */
  weighLabel(atoms: ParseAtoms, data: Int32Array, head: number, child: number, next: number, wanted: number): number {
    const { arcRelations } = this.#table;
    const [start, end] = this.#findRelations(atoms, data, head, child);
    this.labelScore = 0;
    if (end - start < 2) return arcRelations[start];
    const hashes = this.#hashes;
    const count = listLabelFeatures(atoms, data, head, child, next, hashes);
    finishHashes(hashes, count);
    const { weights, shiftBits } = this.labelWeights;
    let best = -1;
    for (let k = start; k < end; k++) {
      const label = arcRelations[k];
      let score = 0;
      for (let i = 0; i < count; i++) score += weights[withLabel(hashes[i], label) >>> shiftBits];
      if (best < 0 || score > this.labelScore || label === wanted) {
        best = label;
        this.labelScore = score;
        if (label === wanted) break;
      }
    }
    return best;
  }

  /** Adds `change` to the weights of a move; one that was the only one has none. */
  learnMove(
    atoms: ParseAtoms,
    data: Int32Array,
    top: number,
    next: number,
    position: number,
    move: number,
    change: number,
    step: number,
  ): void {
    if (top === 0 || position > atoms.length) return;
    const count = listMoveFeatures(atoms, data, top, next, this.#hashes);
    finishHashes(this.#hashes, count);
    this.moveWeights.update(this.#hashes, count, move, change, step);
  }

  /** Adds `change` to the weights of a relation; one that was the only one has none. */
  learnLabel(
    atoms: ParseAtoms,
    data: Int32Array,
    head: number,
    child: number,
    next: number,
    label: number,
    change: number,
    step: number,
  ): void {
    const [start, end] = this.#findRelations(atoms, data, head, child);
    if (end - start < 2) return;
    const count = listLabelFeatures(atoms, data, head, child, next, this.#hashes);
    finishHashes(this.#hashes, count);
    for (let i = 0; i < count; i++) this.labelWeights.update(withLabel(this.#hashes[i], label), change, step);
  }

  #findRelations(atoms: ParseAtoms, data: Int32Array, head: number, child: number): [start: number, end: number] {
    const headToken = data[head * NODE_SIZE + TOKEN];
    const childToken = data[child * NODE_SIZE + TOKEN];
    const kind = arcKind(atoms.coarse[headToken], atoms.coarse[childToken], headToken > childToken);
    return [this.#table.arcRelationStarts[kind], this.#table.arcRelationStarts[kind + 1]];
  }
}

function finishHashes(hashes: Int32Array, count: number): void {
  let template = 0;
  for (let i = 0; i < count; i++) {
    hashes[i] = mixFeature((hashes[i] + template) | 0);
    template = (template + TEMPLATE_STEP) | 0;
  }
}
