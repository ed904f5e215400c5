/**
 * What single words tell of a stance: how favourable a word is, and which verbs and nouns say that somebody supports,
 * opposes or asks for something.
 *
 * Made by a program from rated words and from the verbs of a coding scheme for political events
 * (`training/stances/stance-words-trainer.ts`), and kept as hashes, so that the model holds no list of words.
 */
import { getModelBytesOrThrow, readModelFile } from "../../language/index.ts";
import { hashWord } from "../hash-word.ts";
import { rememberWords } from "./remember-words.ts";

export const STANCE_WORDS_MODEL = { name: "stance-words", version: 2 } as const;

/**
 * What a verb or noun does with its object. `end`: calls it off ("cancel"); `weigh`: only looks at it ("review"); `express`:
 * carries a noun that tells the side ("voice support").
 */
export const STANCE_CLASS = {
  none: 0,
  support: 1,
  oppose: 2,
  call: 3,
  intend: 4,
  accuse: 5,
  affect: 6,
  end: 7,
  weigh: 8,
  express: 9,
} as const;
export type StanceClass = (typeof STANCE_CLASS)[keyof typeof STANCE_CLASS];

export interface StanceWord {
  /** From -4 (worst) to 4 (best); 0 for words without rating. */
  readonly valence: number;
  readonly verb: StanceClass;
  /** Below 8. */
  readonly noun: StanceClass;
  /** Names what people take sides on: "decision", "bill". */
  readonly isContested: boolean;
}

const UNKNOWN: StanceWord = { valence: 0, verb: 0, noun: 0, isContested: false };

/** An entry in 16 bits; 0 says nothing. */
export function packStanceWord({ valence, verb, noun, isContested }: StanceWord): number {
  return (Math.round(valence * 10) + 64) | (verb << 8) | (noun << 12) | (isContested ? 0x8000 : 0);
}

function unpack(packed: number): StanceWord {
  return {
    valence: ((packed & 0xff) - 64) / 10,
    verb: ((packed >>> 8) & 15) as StanceClass,
    noun: ((packed >>> 12) & 7) as StanceClass,
    isContested: packed >= 0x8000,
  };
}

interface Table {
  readonly hashes: Uint32Array;
  readonly entries: Uint16Array;
}

let table: Table | undefined;

function load(): Table {
  if (table === undefined) {
    const file = readModelFile(getModelBytesOrThrow(STANCE_WORDS_MODEL.name), STANCE_WORDS_MODEL);
    table = { hashes: file.getArrayOrThrow("hashes", "u32"), entries: file.getArrayOrThrow("entries", "u16") };
  }
  return table;
}

/** Whatever the word's case. */
export const getStanceWord = rememberWords((word) => lookUp(word.toLowerCase()));

function lookUp(word: string): StanceWord {
  const { hashes, entries } = load();
  const hash = hashWord(word);
  let low = 0;
  let high = hashes.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    if (hashes[middle] === hash) return unpack(entries[middle]);
    if (hashes[middle] < hash) low = middle + 1;
    else high = middle - 1;
  }
  return UNKNOWN;
}
