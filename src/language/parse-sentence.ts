/** Weighs the parser's moves and relations with the package's model. */
import { ArcMemory } from "./arc-memory.ts";
import type { ParseAtoms } from "./parse-atoms.ts";
import { listLabelFeatures, listMoveFeatures, MAX_FEATURES, TEMPLATE_STEP } from "./parse-features.ts";
import { arcKind, finishLabelHash, hashLabel, type ParserModel, startLabelHash } from "./parse-model.ts";
import { NODE_SIZE, TOKEN } from "./parse-nodes.ts";
import { type ParseScorer, TreeSearch } from "./parse-search.ts";

const features = new Int32Array(MAX_FEATURES);
const labelHashes = new Int32Array(MAX_FEATURES);

/** Spreads a sum of hashes over all bits. */
export function mixFeature(sum: number): number {
  return Math.imul(sum ^ (sum >>> 15), 0x2c1b_3c6d);
}

/** The limits of {@link TreeSearch}, in the units of the model's weights. */
const WIDTH = 4;
const MAX_LAG = 1000;
const MAX_LOSS = 700;

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

  constructor(model: ParserModel) {
    this.#model = model;
  }

  beginSentence(): void {
    this.#arcs.beginSentence();
  }

  scoreMoves(atoms: ParseAtoms, data: Int32Array, top: number, next: number): void {
    const { moveWeights } = this.#model;
    const count = listMoveFeatures(atoms, data, top, next, features);
    const shiftBits = Math.clz32(moveWeights.length) + 1;
    let shift = 0;
    let left = 0;
    let right = 0;
    let template = 0;
    for (let i = 0; i < count; i++) {
      const hash = mixFeature((features[i] + template) | 0);
      template = (template + TEMPLATE_STEP) | 0;
      const entry = moveWeights[hash >>> shiftBits];
      // All ones where the entry belongs to this feature, else 0: cheaper than a branch that is often guessed wrongly.
      const weights = entry & ((((entry ^ hash) & 0xff) - 1) >> 31);
      shift += (weights << 16) >> 24;
      left += (weights << 8) >> 24;
      right += weights >> 24;
    }
    this.shift = shift;
    this.left = left;
    this.right = right;
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
    const count = listLabelFeatures(atoms, data, head, child, next, features);
    let template = 0;
    for (let i = 0; i < count; i++) {
      labelHashes[i] = startLabelHash(mixFeature((features[i] + template) | 0));
      template = (template + TEMPLATE_STEP) | 0;
    }
    const shiftBits = Math.clz32(labelWeights.length) + 1;
    let best = -1;
    let bestScore = 0;
    for (let k = start; k < end; k++) {
      const label = arcRelations[k];
      const labelHash = hashLabel(label);
      let score = 0;
      for (let i = 0; i < count; i++) {
        score += labelWeights[finishLabelHash(labelHashes[i] ^ labelHash) >>> shiftBits];
      }
      if (best < 0 || score > bestScore) {
        best = label;
        bestScore = score;
      }
    }
    arcs.keep(best, bestScore);
    this.labelScore = bestScore * labelUnit;
    return best;
  }
}
