/** Weighs the parser's moves and relations with the package's model. */
import { ArcMemory } from "./arc-memory.ts";
import { PairMemory } from "./pair-memory.ts";
import type { ParseAtoms } from "./parse-atoms.ts";
import { arcKind, type ParserModel } from "./parse-model.ts";
import { NEXT_SUM, NODE_SIZE, STACK_SUM, TOKEN, TOP_SUM } from "./parse-nodes.ts";
import { type ParseScorer, TreeSearch } from "./parse-search.ts";
import { chooseRelation, weighNext, weighPair, weighRight, weighStack, weighState } from "./parse-weights.ts";

/** Spreads a sum of hashes over all bits. */
export function mixFeature(sum: number): number {
  return Math.imul(sum ^ (sum >>> 15), 0x2c1b_3c6d);
}

/** The limits of {@link TreeSearch}, in the units of the model's weights. */
const WIDTH = 4;
const MAX_LAG = 1000;
const MAX_LOSS = 700;

/** Numbers that a sum takes: of shift, left and right. */
const SUM_SIZE = 3;
/** Most sums that are begun for one state. */
const SUMS_OF_STATE = 5;

/** The best trees by a model. */
export function createTreeSearch(model: ParserModel): TreeSearch {
  return new TreeSearch(new ModelScorer(model), WIDTH, MAX_LAG, MAX_LOSS, true);
}

class ModelScorer implements ParseScorer {
  shift = 0;
  left = 0;
  right = 0;
  labelScore = 0;
  readonly #model: ParserModel;
  readonly #arcs = new ArcMemory();
  readonly #pairs = new PairMemory();
  /** Sums of this sentence, by numbers that nodes and pairs keep; 0 is none of them. */
  #sums = new Int32Array(SUM_SIZE * 1024);
  #sumEnd = 1;

  constructor(model: ParserModel) {
    this.#model = model;
  }

  beginSentence(): void {
    this.#arcs.beginSentence();
    this.#pairs.beginSentence();
    this.#sumEnd = 1;
  }

  scoreMoves(atoms: ParseAtoms, data: Int32Array, top: number, next: number): void {
    const { moveWeights } = this.#model;
    if (this.#sumEnd + SUMS_OF_STATE * SUM_SIZE > this.#sums.length) this.#grow();
    const sums = this.#sums;
    const s = top * NODE_SIZE;
    const n = next * NODE_SIZE;
    let ofTop = data[s + TOP_SUM];
    if (ofTop === 0) {
      let ofStack = data[s + STACK_SUM];
      if (ofStack === 0) {
        data[s + STACK_SUM] = ofStack = this.#beginSum();
        weighStack(atoms, data, top, moveWeights, sums, ofStack);
      }
      data[s + TOP_SUM] = ofTop = this.#beginSum();
      weighRight(atoms, data, top, moveWeights, sums, ofTop);
      for (let i = 0; i < SUM_SIZE; i++) sums[ofTop + i] += sums[ofStack + i];
    }
    let ofNext = data[n + NEXT_SUM];
    if (ofNext === 0) {
      data[n + NEXT_SUM] = ofNext = this.#beginSum();
      weighNext(atoms, data, next, moveWeights, sums, ofNext);
    }
    let ofPair = this.#pairs.find(data, top, next);
    if (ofPair === 0) {
      ofPair = this.#beginSum();
      weighPair(atoms, data, top, next, moveWeights, sums, ofPair);
      this.#pairs.keep(ofPair);
    }
    // Nobody asks for the sum of all else again: it is not kept.
    const ofState = this.#sumEnd;
    weighState(atoms, data, top, next, moveWeights, sums, ofState);
    this.shift = sums[ofState] + sums[ofTop] + sums[ofNext] + sums[ofPair];
    this.left = sums[ofState + 1] + sums[ofTop + 1] + sums[ofNext + 1] + sums[ofPair + 1];
    this.right = sums[ofState + 2] + sums[ofTop + 2] + sums[ofNext + 2] + sums[ofPair + 2];
  }

  chooseLabel(atoms: ParseAtoms, data: Int32Array, head: number, child: number, next: number): number {
    const { arcRelationStarts, arcRelations, labelWeights, labelUnit } = this.#model;
    const headToken = data[head * NODE_SIZE + TOKEN];
    const childToken = data[child * NODE_SIZE + TOKEN];
    const kind = arcKind(atoms.coarse[headToken], atoms.coarse[childToken], headToken > childToken);
    const start = arcRelationStarts[kind];
    const end = arcRelationStarts[kind + 1];
    this.labelScore = 0;
    if (end - start < 2) return arcRelations[start];
    const arcs = this.#arcs;
    if (arcs.find(data, head, child, next)) {
      this.labelScore = arcs.score * labelUnit;
      return arcs.label;
    }
    const sums = this.#sums;
    const best = chooseRelation(atoms, data, head, child, next, labelWeights, arcRelations, start, end, sums);
    arcs.keep(best, sums[0]);
    this.labelScore = sums[0] * labelUnit;
    return best;
  }

  #beginSum(): number {
    const sum = this.#sumEnd;
    this.#sumEnd += SUM_SIZE;
    return sum;
  }

  #grow(): void {
    const sums = new Int32Array(this.#sums.length * 2);
    sums.set(this.#sums);
    this.#sums = sums;
  }
}
