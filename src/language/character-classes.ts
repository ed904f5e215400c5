/** What kind of character a UTF-16 code unit is, by one look into a table. */

export const SPACE = 0;
export const LOWER = 1;
export const UPPER = 2;
/** Letters without case, marks that combine with a letter, and the underscore. */
export const OTHER_LETTER = 3;
export const DIGIT = 4;
export const MARK = 5;
/** Half of a pair, or a half that lost its other: see {@link classOfPoint}. */
export const SURROGATE = 6;
const UNKNOWN = 255;

// Filled as characters turn up: the classes of ASCII are needed always, the rest seldom.
const table = new Uint8Array(0x10000).fill(UNKNOWN);

/** The class of the code unit at `index`; past the end of the text, a space. */
export function classAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (!(unit >= 0)) return SPACE;
  const known = table[unit];
  return known === UNKNOWN ? (table[unit] = classify(String.fromCharCode(unit))) : known;
}

/** The class of a character given as text, also one beyond the first plane. */
export function classOfPoint(character: string): number {
  return classify(character);
}

export function isWordClass(kind: number): boolean {
  return kind >= LOWER && kind <= DIGIT;
}

export function isLetterClass(kind: number): boolean {
  return kind >= LOWER && kind <= OTHER_LETTER;
}

function classify(character: string): number {
  if (/[\s\u0085\u200b\u2060\u0000-\u001f\u007f]/u.test(character)) return SPACE;
  if (/\p{Cs}/u.test(character)) return SURROGATE;
  if (/\p{Nd}/u.test(character)) return DIGIT;
  if (/\p{Lu}|\p{Lt}/u.test(character)) return UPPER;
  if (/\p{Ll}/u.test(character)) return LOWER;
  // The soft hyphen and joiners stand within words.
  if (/[\p{L}\p{M}\p{Nl}_\u00ad\u200c\u200d]/u.test(character)) return OTHER_LETTER;
  return MARK;
}
