/**
 * The features that decide between sets of morphological features once the labels of a sentence are known: what the
 * subject of a verb may be, which auxiliary stands before it, whether a finite verb came before.
 */
import { type FeatureBuffer, joinHashes } from "./feature-buffer.ts";
import { CLASS, LOWER, SUFFIX_2, SUFFIX_3 } from "./word-facts.ts";

/** How far to the left subjects and auxiliaries are looked for. */
const REACH = 9;
const NONE = 0x7fff_fff1;
const NO_LABEL = 255;

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
  const { length } = labels;
  const labelBefore = position > 0 ? labels[position - 1] : NO_LABEL;
  const labelAfter = position + 1 < length ? labels[position + 1] : NO_LABEL;
  const labelTwoBefore = position > 1 ? labels[position - 2] : NO_LABEL;
  const labelTwoAfter = position + 2 < length ? labels[position + 2] : NO_LABEL;
  const wordBefore = position > 0 ? values[rows[start + position - 1] + LOWER] : NONE;
  const wordAfter = position + 1 < length ? values[rows[start + position + 1] + LOWER] : NONE;
  const wordTwoBefore = position > 1 ? values[rows[start + position - 2] + LOWER] : NONE;
  const word = values[row + LOWER];
  let subject = NONE;
  let noun: number = NO_LABEL;
  let auxiliary = NONE;
  let verbs = 0;
  for (let at = position - 1; at >= 0 && at >= position - REACH; at--) {
    const kind = kinds[labels[at]];
    if (kind === LABEL_KINDS.auxiliary && auxiliary === NONE && verbs === 0)
      auxiliary = values[rows[start + at] + LOWER];
    if (kind === LABEL_KINDS.verb || kind === LABEL_KINDS.auxiliary) verbs++;
    if (kind === LABEL_KINDS.pronoun && subject === NONE) subject = values[rows[start + at] + LOWER];
    // A noun behind a preposition is rarely the subject: "the houses of the town stand".
    if (kind === LABEL_KINDS.noun && noun === NO_LABEL && !isAfterAdposition(labels, kinds, at)) noun = labels[at];
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
  buffer.add(5, joinHashes(choice, labelBefore));
  buffer.add(6, joinHashes(choice, labelAfter));
  buffer.add(7, joinHashes(choice, wordBefore));
  buffer.add(8, joinHashes(choice, wordAfter));
  buffer.add(9, joinHashes(choice, joinHashes(labelTwoBefore, labelBefore)));
  buffer.add(10, joinHashes(choice, joinHashes(labelAfter, labelTwoAfter)));
  buffer.add(11, joinHashes(choice, joinHashes(labelBefore, labelAfter)));
  buffer.add(12, joinHashes(choice, joinHashes(wordTwoBefore, wordBefore)));
  buffer.add(13, joinHashes(choice, subject));
  buffer.add(14, joinHashes(choice, noun));
  buffer.add(15, joinHashes(choice, joinHashes(noun, subject)));
  buffer.add(16, joinHashes(choice, auxiliary));
  buffer.add(17, joinHashes(choice, joinHashes(auxiliary, labelBefore)));
  buffer.add(18, joinHashes(choice, joinHashes(hasVerbBefore, Math.min(position, 3))));
  buffer.add(19, joinHashes(choice, values[rows[start + length - 1] + LOWER]));
  buffer.add(20, joinHashes(choice, joinHashes(word, labelBefore)));
  buffer.add(21, joinHashes(choice, joinHashes(word, labelAfter)));
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
