/** What the names model sees of each token. Training and product use this one reader, so that they see the same. */
import type { Document } from "./document.ts";
import { NAME_KINDS } from "./document.ts";
import { type FeatureBuffer, hashText, joinHashes } from "./feature-buffer.ts";
import { CAPITAL_SHIFT, type NameLexicon } from "./find-names-lexicon.ts";
import {
  CASE,
  CLASS,
  COARSE_CLASS,
  COARSEST_CLASS,
  getWordFacts,
  LOWER,
  MARKS,
  PREFIX_4,
  SHAPE,
  SUFFIX_3,
  SUFFIX_4,
} from "./word-facts.ts";

/** `O`, then begin and inside of each kind. */
export const NAME_LABELS: readonly string[] = ["O", ...NAME_KINDS.flatMap((kind) => [`B-${kind}`, `I-${kind}`])];

const BEFORE = hashText("\u0002");
const AFTER = hashText("\u0003");

// Indices into `WORD_CASES`.
const NO_LETTERS = 0;
const LOWER_CASE = 1;
const INITIAL_CAPITAL = 2;
const ALL_CAPITALS = 3;

/** Words in small letters that names begin with: "al-Masri", "de Groot". */
const PARTICLES = toHashes(
  "al el bin ibn abu bint ben de da di du del della der den dos la le les las los van von ten ter zu st",
);
/** Words and marks that stand inside names, between capitalised words. */
const LINKS = toHashes("of for and the on in to at & - – ' ’ 's . , / + y e und et a");

/** From this level on a word is written with a capital often enough to be looked at in small letters (`CAPITAL_SHIFT`). */
const OFTEN_CAPITALISED = 5;
/** The same in a sentence without capitals, where all names are in small letters. */
const SOMETIMES_CAPITALISED = 2;

/** The tokens of one document as integers, and their features. Made once and filled again for each document. */
export class NameFeatureReader {
  /** Starts and ends of the runs of tokens that may be names, in text order: `[start, end, start, end…]`. */
  runs = new Int32Array(256);
  runCount = 0;
  readonly #lexicon: NameLexicon;
  #rows: Int32Array = new Int32Array(0);
  #values: Int32Array = new Int32Array(0);
  #facts = new Uint16Array(0);
  /** Per token 1 where it may be part of a name. */
  #candidates = new Uint8Array(0);
  /** Per token how far capitals tell anything in its sentence, and where the sentence starts and ends. */
  #spellings = new Uint8Array(0);
  #sentenceStarts = new Int32Array(0);
  #sentenceEnds = new Int32Array(0);

  constructor(lexicon: NameLexicon) {
    this.#lexicon = lexicon;
  }

  /**
   * Reads the tokens of a document and finds the runs that may be names; all other tokens are in no name.
   *
   * Most words of a text are in small letters and never otherwise: leaving them out makes the model several times faster.
   */
  readDocument({ tokens, sentences }: Document): void {
    const words = getWordFacts();
    const rows = words.findRows(tokens);
    const { values } = words;
    this.#rows = rows;
    this.#values = values;
    if (this.#facts.length < tokens.length) this.#makeRoom(tokens.length * 2);
    for (let i = 0; i < tokens.length; i++) this.#facts[i] = this.#lexicon.getFacts(values[rows[i] + LOWER]);
    this.runCount = 0;
    for (const { startToken, endToken } of sentences) this.#readSentence(startToken, endToken);
  }

  #readSentence(startToken: number, endToken: number): void {
    const rows = this.#rows;
    const values = this.#values;
    const candidates = this.#candidates;
    const spelling = this.#findSpelling(startToken, endToken);
    const minLevel = spelling === 1 ? SOMETIMES_CAPITALISED : OFTEN_CAPITALISED;
    for (let i = startToken; i < endToken; i++) {
      const letterCase = values[rows[i] + CASE];
      const level = (this.#facts[i] >>> CAPITAL_SHIFT) & 7;
      const unknown = spelling === 1 && level === 0 && letterCase !== NO_LETTERS;
      candidates[i] = letterCase > LOWER_CASE || level >= minLevel || unknown ? 1 : 0;
      this.#spellings[i] = spelling;
      this.#sentenceStarts[i] = startToken;
      this.#sentenceEnds[i] = endToken;
    }
    for (let i = startToken; i < endToken; i++) {
      if (candidates[i] !== 0) continue;
      const word = values[rows[i] + LOWER];
      const isNear = (i + 1 < endToken && candidates[i + 1] === 1) || (i + 2 < endToken && candidates[i + 2] === 1);
      if (!isNear) continue;
      // 2 marks what was let in for its neighbours' sake: it lets in no other particle before it.
      if (PARTICLES.has(word)) candidates[i] = 2;
      else if (
        i > startToken &&
        candidates[i - 1] !== 0 &&
        (LINKS.has(word) || values[rows[i] + CASE] === NO_LETTERS)
      ) {
        candidates[i] = 2;
      }
    }
    for (let i = startToken; i < endToken; i++) {
      if (candidates[i] === 0) continue;
      const start = i;
      while (i < endToken && candidates[i] !== 0) i++;
      if (this.runCount * 2 + 2 > this.runs.length) {
        const larger = new Int32Array(this.runs.length * 2);
        larger.set(this.runs);
        this.runs = larger;
      }
      this.runs[this.runCount * 2] = start;
      this.runs[this.runCount * 2 + 1] = i;
      this.runCount++;
    }
  }

  /** Adds the features of a run of tokens to an emptied buffer. */
  addFeatures(start: number, end: number, buffer: FeatureBuffer): void {
    const values = this.#values;
    const rows = this.#rows;
    const facts = this.#facts;
    const startToken = this.#sentenceStarts[start];
    const endToken = this.#sentenceEnds[start];
    const spelling = this.#spellings[start] << 4;
    for (let i = start; i < end; i++) {
      buffer.addPosition();
      const row = rows[i];
      const word = values[row + LOWER];
      const hasBefore = i > startToken;
      const hasAfter = i + 1 < endToken;
      const hasTwoBefore = i - 1 > startToken;
      const hasTwoAfter = i + 2 < endToken;
      const rowBefore = hasBefore ? rows[i - 1] : 0;
      const rowAfter = hasAfter ? rows[i + 1] : 0;
      const before = hasBefore ? values[rowBefore + LOWER] : BEFORE;
      const after = hasAfter ? values[rowAfter + LOWER] : AFTER;
      const twoBefore = hasTwoBefore ? values[rows[i - 2] + LOWER] : BEFORE;
      const twoAfter = hasTwoAfter ? values[rows[i + 2] + LOWER] : AFTER;
      const caseBefore = hasBefore ? values[rowBefore + CASE] : 0;
      const caseAfter = hasAfter ? values[rowAfter + CASE] : 0;
      const coarse = values[row + COARSE_CLASS];
      const coarseBefore = hasBefore ? values[rowBefore + COARSE_CLASS] : 0;
      const coarseAfter = hasAfter ? values[rowAfter + COARSE_CLASS] : 0;
      const coarsestBefore = hasBefore ? values[rowBefore + COARSEST_CLASS] : 0;
      const coarsestAfter = hasAfter ? values[rowAfter + COARSEST_CLASS] : 0;
      const coarsestTwoBefore = hasTwoBefore ? values[rows[i - 2] + COARSEST_CLASS] : 0;
      const coarsestTwoAfter = hasTwoAfter ? values[rows[i + 2] + COARSEST_CLASS] : 0;
      const factBefore = hasBefore ? facts[i - 1] : 0;
      const factAfter = hasAfter ? facts[i + 1] : 0;
      const written = values[row + CASE] | spelling | (values[row + MARKS] << 8);
      const shape = joinHashes(values[row + SHAPE], spelling);
      const fact = facts[i];
      const lists = fact & 0xff;
      const isFirst = i === startToken ? 1 : 0;
      const cases = (caseBefore << 3) | (caseAfter << 6) | values[row + CASE] | (spelling << 8);
      buffer.add(0, shape);
      buffer.add(1, word);
      buffer.add(2, joinHashes(word, written));
      buffer.add(3, before);
      buffer.add(4, after);
      buffer.add(5, twoBefore);
      buffer.add(6, twoAfter);
      buffer.add(7, joinHashes(before, word));
      buffer.add(8, joinHashes(word, after));
      buffer.add(9, joinHashes(before, written));
      buffer.add(10, joinHashes(after, written));
      buffer.add(11, cases);
      buffer.add(12, joinHashes(values[row + PREFIX_4], written));
      buffer.add(13, joinHashes(values[row + SUFFIX_3], written));
      buffer.add(14, joinHashes(values[row + SUFFIX_4], spelling));
      buffer.add(15, fact);
      buffer.add(16, joinHashes(fact, written | (isFirst << 16)));
      buffer.add(17, joinHashes(lists | (factBefore << 16), written));
      buffer.add(18, joinHashes(lists | (factAfter << 16), written));
      buffer.add(19, joinHashes(before, lists));
      buffer.add(20, joinHashes(after, lists));
      buffer.add(21, joinHashes(joinHashes(twoBefore, before), written));
      buffer.add(22, joinHashes(joinHashes(after, twoAfter), written));
      buffer.add(23, ((fact >>> CAPITAL_SHIFT) & 7) | (isFirst << 3) | (cases << 4));
      buffer.add(24, factBefore);
      buffer.add(25, factAfter);
      buffer.add(26, joinHashes(values[row + CLASS], written));
      buffer.add(27, joinHashes(coarse, cases));
      buffer.add(28, hasBefore ? values[rowBefore + CLASS] : 0);
      buffer.add(29, hasAfter ? values[rowAfter + CLASS] : 0);
      buffer.add(30, joinHashes((coarseBefore << 8) | coarseAfter, written));
      buffer.add(31, joinHashes((coarseBefore << 8) | coarse, spelling));
      buffer.add(32, joinHashes((coarseAfter << 8) | coarse, spelling));
      buffer.add(33, joinHashes((coarsestTwoBefore << 8) | coarsestBefore, lists));
      buffer.add(34, joinHashes((coarsestTwoAfter << 8) | coarsestAfter, lists));
    }
  }

  /** How far capitals tell anything in a sentence: 0 as usual, 1 there are none, 2 mostly capitals, 3 mostly initial ones. */
  #findSpelling(startToken: number, endToken: number): number {
    let lower = 0;
    let initial = 0;
    let upper = 0;
    for (let i = startToken; i < endToken; i++) {
      const letterCase = this.#values[this.#rows[i] + CASE];
      if (letterCase === LOWER_CASE) lower++;
      else if (letterCase === INITIAL_CAPITAL) initial++;
      else if (letterCase === ALL_CAPITALS) upper++;
    }
    if (initial + upper === 0) return 1;
    if (upper > 2 && upper > lower + initial) return 2;
    return initial > 2 && initial >= 2 * lower ? 3 : 0;
  }

  #makeRoom(length: number): void {
    this.#facts = new Uint16Array(length);
    this.#candidates = new Uint8Array(length);
    this.#spellings = new Uint8Array(length);
    this.#sentenceStarts = new Int32Array(length);
    this.#sentenceEnds = new Int32Array(length);
  }
}

function toHashes(words: string): Set<number> {
  return new Set(words.split(" ").map(hashText));
}
