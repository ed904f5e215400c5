/** Which words of a line a search has found, whatever their endings. */

export interface Piece {
  text: string;
  isFound: boolean;
}

const WORDS = /[\p{L}\p{N}]+/gu;

/** Letters at the end of a word in which its forms may differ: "arrest", "arrests", "arrested". */
const MOST_ENDING = 4;

/**
 * Cuts a text into pieces, those found apart. The archive compares stems; here a word is taken for found when it and a word
 * asked for begin alike but for a short ending, which is enough to catch the eye.
 */
export function markWords(text: string, query: string): Piece[] {
  const wanted = query
    .split(/\s+/)
    .filter((word) => !word.startsWith("-"))
    .flatMap((word) => fold(word).match(WORDS) ?? []);
  if (wanted.length === 0) return [{ text, isFound: false }];
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(WORDS)) {
    if (!wanted.some((word) => isAlike(word, fold(match[0])))) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), isFound: false });
    pieces.push({ text: match[0], isFound: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), isFound: false });
  return pieces;
}

function fold(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function isAlike(one: string, other: string): boolean {
  if (one === other) return true;
  let shared = 0;
  while (shared < one.length && one[shared] === other[shared]) shared++;
  return shared >= 3 && one.length - shared <= MOST_ENDING - 2 && other.length - shared <= MOST_ENDING;
}
