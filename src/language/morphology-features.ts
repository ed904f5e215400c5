/**
 * The features that decide between sets of morphological features once the labels of a sentence are known: what the
 * subject of a verb may be, which auxiliary stands before it, whether a finite verb came before.
 */
import { type FeatureBuffer, joinHashes } from "./feature-buffer.ts";
import { CLASS, LOWER, SUFFIX_2, SUFFIX_3 } from "./word-facts.ts";

/** How far to the left subjects and auxiliaries are looked for. */
const REACH = 9;
const NONE = 0x7fff_fff1;

/** What morphology asks of a label. */
export const LABEL_KINDS = { other: 0, noun: 1, pronoun: 2, verb: 3, auxiliary: 4, adposition: 5 } as const;

/**
 * Adds the features of the word at `position` to the open position of the buffer.
 *
 * @param rows Of the document's words; the sentence starts at `start`, positions count from there.
 * @param labels Of the sentence.
 * @param kinds Per label one of `LABEL_KINDS`.
 * @param choice Which sets of features the word may have, as a number.
 */
export function addMorphologyFeatures(
  buffer: FeatureBuffer,
  values: Int32Array,
  rows: Int32Array,
  start: number,
  labels: Uint8Array,
  kinds: Uint8Array,
  position: number,
  choice: number,
): void {
  const row = rows[start + position];
  const label = labels[position];
  const last = labels.length - 1;
  const lowerAt = (at: number): number => (at < 0 || at > last ? NONE : values[rows[start + at] + LOWER]);
  const labelAt = (at: number): number => (at < 0 || at > last ? 255 : labels[at]);
  const word = values[row + LOWER];
  let subject = NONE;
  let noun = 255;
  let auxiliary = NONE;
  let verbs = 0;
  for (let at = position - 1; at >= 0 && at >= position - REACH; at--) {
    const kind = kinds[labels[at]];
    if (kind === LABEL_KINDS.auxiliary && auxiliary === NONE && verbs === 0) auxiliary = lowerAt(at);
    if (kind === LABEL_KINDS.verb || kind === LABEL_KINDS.auxiliary) verbs++;
    if (kind === LABEL_KINDS.pronoun && subject === NONE) subject = lowerAt(at);
    // A noun behind a preposition is rarely the subject: "the houses of the town stand".
    if (kind === LABEL_KINDS.noun && noun === 255 && !isAfterAdposition(labels, kinds, at)) noun = labels[at];
  }
  let hasVerbBefore = 0;
  for (let at = 0; at < position && hasVerbBefore === 0; at++) {
    const kind = kinds[labels[at]];
    if (kind === LABEL_KINDS.verb || kind === LABEL_KINDS.auxiliary) hasVerbBefore = 1;
  }
  buffer.add(1, choice);
  buffer.add(2, joinHashes(choice, word));
  buffer.add(3, joinHashes(choice, values[row + SUFFIX_3]));
  buffer.add(4, joinHashes(choice, values[row + SUFFIX_2]));
  buffer.add(5, joinHashes(choice, labelAt(position - 1)));
  buffer.add(6, joinHashes(choice, labelAt(position + 1)));
  buffer.add(7, joinHashes(choice, lowerAt(position - 1)));
  buffer.add(8, joinHashes(choice, lowerAt(position + 1)));
  buffer.add(9, joinHashes(choice, joinHashes(labelAt(position - 2), labelAt(position - 1))));
  buffer.add(10, joinHashes(choice, joinHashes(labelAt(position + 1), labelAt(position + 2))));
  buffer.add(11, joinHashes(choice, joinHashes(labelAt(position - 1), labelAt(position + 1))));
  buffer.add(12, joinHashes(choice, joinHashes(lowerAt(position - 2), lowerAt(position - 1))));
  buffer.add(13, joinHashes(choice, subject));
  buffer.add(14, joinHashes(choice, noun));
  buffer.add(15, joinHashes(choice, joinHashes(noun, subject)));
  buffer.add(16, joinHashes(choice, auxiliary));
  buffer.add(17, joinHashes(choice, joinHashes(auxiliary, labelAt(position - 1))));
  buffer.add(18, joinHashes(choice, joinHashes(hasVerbBefore, Math.min(position, 3))));
  buffer.add(19, joinHashes(choice, lowerAt(labels.length - 1)));
  buffer.add(20, joinHashes(choice, joinHashes(word, labelAt(position - 1))));
  buffer.add(21, joinHashes(choice, joinHashes(word, labelAt(position + 1))));
  buffer.add(22, joinHashes(choice, values[row + CLASS]));
  buffer.add(23, joinHashes(joinHashes(choice, verbs), joinHashes(auxiliary, label)));
}

function isAfterAdposition(labels: Uint8Array, kinds: Uint8Array, position: number): boolean {
  for (let at = position - 1; at >= 0 && at >= position - 4; at--) {
    const kind = kinds[labels[at]];
    if (kind === LABEL_KINDS.adposition) return true;
    if (kind !== LABEL_KINDS.other && kind !== LABEL_KINDS.noun) return false;
  }
  return false;
}
