/** What the names model sees of each token. Training and product use this one reader, so that they see the same. */
import type { Document } from "./document.ts";
import { NAME_KINDS } from "./document.ts";
import { type FeatureBuffer, hashText, joinHashes } from "./feature-buffer.ts";
import { CAPITAL_SHIFT, type NameLexicon } from "./find-names-lexicon.ts";

/** `O`, then begin and inside of each kind. */
export const NAME_LABELS: readonly string[] = ["O", ...NAME_KINDS.flatMap((kind) => [`B-${kind}`, `I-${kind}`])];

/** The hash of a word's lower-case form, by which the lexicon keeps it. */
export function hashLowerCase(word: string): number {
  return hashText(word.toLowerCase());
}

const BEFORE = hashText("\u0002");
const AFTER = hashText("\u0003");

/** How a token is written, in a few bits. */
const SHAPE = {
  none: 0,
  lower: 1,
  capital: 2,
  allCapitals: 3,
  initial: 4,
  mixed: 5,
  number: 6,
  mark: 7,
  numberMixed: 8,
};

/** The tokens of one document as integers, and their features. Made once and filled again for each document. */
export class NameFeatureReader {
  readonly #lexicon: NameLexicon;
  #length = 0;
  #words = new Int32Array(0);
  #shapes = new Uint8Array(0);
  #prefixes = new Int32Array(0);
  #suffixes = new Int32Array(0);
  #longSuffixes = new Int32Array(0);
  #facts = new Uint16Array(0);

  constructor(lexicon: NameLexicon) {
    this.#lexicon = lexicon;
  }

  /** Reads the tokens of a document. */
  readDocument({ tokens }: Document): void {
    this.#length = tokens.length;
    if (this.#words.length < tokens.length) this.#makeRoom(tokens.length * 2);
    for (let i = 0; i < tokens.length; i++) {
      const { text } = tokens[i];
      const lower = text.toLowerCase();
      this.#words[i] = hashText(lower);
      this.#shapes[i] = findShape(text);
      this.#prefixes[i] = hashPart(lower, 0, Math.min(4, lower.length));
      this.#suffixes[i] = hashPart(lower, Math.max(0, lower.length - 3), lower.length);
      this.#longSuffixes[i] = hashPart(lower, Math.max(0, lower.length - 4), lower.length);
      this.#facts[i] = this.#lexicon.getFacts(this.#words[i]);
    }
  }

  /** Adds the features of the tokens of a sentence to an emptied buffer. */
  addFeatures(startToken: number, endToken: number, buffer: FeatureBuffer): void {
    const words = this.#words;
    const shapes = this.#shapes;
    const facts = this.#facts;
    // Where nothing or nearly everything has a capital, capitals say nothing: shapes are told apart by that.
    let capitals = 0;
    let lowers = 0;
    let allCapitals = 0;
    for (let i = startToken; i < endToken; i++) {
      if (shapes[i] === SHAPE.lower) lowers++;
      else if (shapes[i] === SHAPE.allCapitals) allCapitals++;
      else if (shapes[i] === SHAPE.capital) capitals++;
    }
    const caseOfSentence =
      capitals + allCapitals === 0
        ? 1
        : allCapitals > 2 && allCapitals > lowers + capitals
          ? 2
          : capitals > 2 && capitals >= 2 * lowers
            ? 3
            : 0;
    const isInside = (i: number): boolean => i >= startToken && i < endToken;
    const wordAt = (i: number): number => (i < startToken ? BEFORE : i >= endToken ? AFTER : words[i]);
    const shapeAt = (i: number): number => (isInside(i) ? shapes[i] : 0);
    const factsAt = (i: number): number => (isInside(i) ? facts[i] : 0);
    for (let i = startToken; i < endToken; i++) {
      buffer.addPosition();
      const word = words[i];
      const before = wordAt(i - 1);
      const after = wordAt(i + 1);
      const shape = shapes[i] | (caseOfSentence << 4);
      const fact = facts[i];
      const lists = fact & 0xff;
      const isFirst = i === startToken ? 1 : 0;
      buffer.add(0, shape);
      buffer.add(1, word);
      buffer.add(2, joinHashes(word, shape));
      buffer.add(3, before);
      buffer.add(4, after);
      buffer.add(5, wordAt(i - 2));
      buffer.add(6, wordAt(i + 2));
      buffer.add(7, joinHashes(before, word));
      buffer.add(8, joinHashes(word, after));
      buffer.add(9, joinHashes(before, shape));
      buffer.add(10, joinHashes(after, shape));
      buffer.add(11, (shapeAt(i - 1) << 8) | (shapeAt(i + 1) << 4) | (caseOfSentence << 12) | shapes[i]);
      buffer.add(12, joinHashes(this.#prefixes[i], shape));
      buffer.add(13, joinHashes(this.#suffixes[i], shape));
      buffer.add(14, joinHashes(this.#longSuffixes[i], caseOfSentence));
      buffer.add(15, fact);
      buffer.add(16, joinHashes(fact, shape | (isFirst << 8)));
      buffer.add(17, joinHashes(lists | (factsAt(i - 1) << 16), shape));
      buffer.add(18, joinHashes(lists | (factsAt(i + 1) << 16), shape));
      buffer.add(19, joinHashes(before, lists));
      buffer.add(20, joinHashes(after, lists));
      buffer.add(21, joinHashes(joinHashes(wordAt(i - 2), before), shape));
      buffer.add(22, joinHashes(joinHashes(after, wordAt(i + 2)), shape));
      buffer.add(23, ((fact >>> CAPITAL_SHIFT) & 7) | (isFirst << 3) | (shape << 4) | ((shapeAt(i + 1) & 15) << 12));
      buffer.add(24, factsAt(i - 1));
      buffer.add(25, factsAt(i + 1));
    }
  }

  get length(): number {
    return this.#length;
  }

  #makeRoom(length: number): void {
    this.#words = new Int32Array(length);
    this.#shapes = new Uint8Array(length);
    this.#prefixes = new Int32Array(length);
    this.#suffixes = new Int32Array(length);
    this.#longSuffixes = new Int32Array(length);
    this.#facts = new Uint16Array(length);
  }
}

function hashPart(text: string, start: number, end: number): number {
  let hash = end - start;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x0100_0193);
  return hash;
}

function findShape(text: string): number {
  let lowers = 0;
  let uppers = 0;
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 97 && code <= 122) lowers++;
    else if (code >= 65 && code <= 90) uppers++;
    else if (code >= 48 && code <= 57) digits++;
    else if (code >= 0xc0) {
      const letter = text[i];
      if (letter !== letter.toLowerCase()) uppers++;
      else if (letter !== letter.toUpperCase()) lowers++;
    }
  }
  if (digits > 0) return lowers + uppers > 0 ? SHAPE.numberMixed : SHAPE.number;
  if (uppers === 0) return lowers > 0 ? SHAPE.lower : SHAPE.mark;
  const first = text.charCodeAt(0);
  if (uppers === 1 && lowers === 0) return SHAPE.initial;
  if (lowers === 0) return SHAPE.allCapitals;
  if (uppers === 1 && first === text.toUpperCase().charCodeAt(0)) return SHAPE.capital;
  return SHAPE.mixed;
}
