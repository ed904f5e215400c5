/**
 * Builds the tree of one sentence from left to right with the arc-hybrid system: the next word is shifted onto the stack, or
 * the word on top of the stack becomes a child of the next word (left) or of the word below it (right). Whatever the
 * choices, the result is one projective tree: the last word left on the stack is the root.
 *
 * A sentence of n words takes 2n - 1 moves of constant time each.
 */
import type { ParseAtoms } from "./parse-atoms.ts";
import { listLabelFeatures, listMoveFeatures, MAX_FEATURES, TEMPLATE_STEP } from "./parse-features.ts";
import { arcKind, LEFT, type ParserModel, RIGHT, SHIFT, withLabel } from "./parse-model.ts";
import { BELOW, NODE_SIZE, ParseNodes, TOKEN } from "./parse-nodes.ts";

const nodes = new ParseNodes();
const features = new Int32Array(MAX_FEATURES);

/**
 * @param heads Gets at position i, counted from 1, the position of the head of word i, or 0 for the root.
 * @param labels Gets the number of the relation of word i to its head; not set for the root.
 */
export function parseSentence(model: ParserModel, atoms: ParseAtoms, heads: Int32Array, labels: Int32Array): void {
  const { length } = atoms;
  nodes.clear();
  let top = 0;
  let position = 1;
  let next = length > 0 ? nodes.addWord(1, 0) : 0;
  while (position <= length || nodes.data[top * NODE_SIZE + BELOW] !== 0) {
    const below = nodes.data[top * NODE_SIZE + BELOW];
    const move = top === 0 ? SHIFT : position > length ? RIGHT : chooseMove(model, atoms, top, next, below !== 0);
    if (move === SHIFT) {
      top = nodes.addShifted(next, top);
      next = ++position <= length ? nodes.addWord(position, 0) : 0;
      continue;
    }
    const head = move === LEFT ? next : below;
    const label = chooseLabel(model, atoms, head, top, position);
    const child = nodes.data[top * NODE_SIZE + TOKEN];
    heads[child] = nodes.data[head * NODE_SIZE + TOKEN];
    labels[child] = label;
    if (move === LEFT) {
      next = nodes.addLeft(head, top, label);
      top = below;
    } else top = nodes.addRight(head, top, label);
  }
  if (top !== 0) heads[nodes.data[top * NODE_SIZE + TOKEN]] = 0;
}

function chooseMove(model: ParserModel, atoms: ParseAtoms, top: number, next: number, mayGoRight: boolean): number {
  const { moveWeights } = model;
  const count = listMoveFeatures(atoms, nodes.data, top, next, features);
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
  if (mayGoRight && right > shift && right > left) return RIGHT;
  return left > shift ? LEFT : SHIFT;
}

/** Spreads a sum of hashes over all bits. */
export function mixFeature(sum: number): number {
  return Math.imul(sum ^ (sum >>> 15), 0x2c1b_3c6d);
}

const labelHashes = new Int32Array(MAX_FEATURES);

function chooseLabel(model: ParserModel, atoms: ParseAtoms, head: number, child: number, next: number): number {
  const { data } = nodes;
  const headToken = data[head * NODE_SIZE + TOKEN];
  const childToken = data[child * NODE_SIZE + TOKEN];
  const kind = arcKind(atoms.coarse[headToken], atoms.coarse[childToken], headToken > childToken);
  const start = model.arcRelationStarts[kind];
  const end = model.arcRelationStarts[kind + 1];
  if (end - start < 2) return model.arcRelations[start];
  const count = listLabelFeatures(atoms, data, head, child, next, features);
  let template = 0;
  for (let i = 0; i < count; i++) {
    labelHashes[i] = mixFeature((features[i] + template) | 0);
    template = (template + TEMPLATE_STEP) | 0;
  }
  const { labelWeights } = model;
  const shiftBits = Math.clz32(labelWeights.length) + 1;
  let best = -1;
  let bestScore = 0;
  for (let k = start; k < end; k++) {
    const label = model.arcRelations[k];
    let score = 0;
    for (let i = 0; i < count; i++) score += labelWeights[withLabel(labelHashes[i], label) >>> shiftBits];
    if (best < 0 || score > bestScore) {
      best = label;
      bestScore = score;
    }
  }
  return best;
}
