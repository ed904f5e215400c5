/**
 * Brings a text into the form of the stemmed corpora: one line of Porter stems and marks, a space between any two.
 *
 * What those corpora show, and what is done here: a run of ASCII letters and digits is a token, every other character one
 * of its own, so that hyphens, apostrophes, points and commas within words, names and numbers part them, and "ń" or "€"
 * stand alone; "...", "--" and doubled apostrophes and grave accents stay whole. A token of letters alone is lower-cased and stemmed; one with digits stays as
 * it is ("5C"). A straight double quote becomes two grave accents or two apostrophes by the mark before it, not by its
 * sense: grave accents after a space (no line break) or a letter or digit, apostrophes otherwise. Curly quotes and dashes
 * stay. Paragraphs are lost.
 */
import type { Span } from "./document.ts";
import { stemWord } from "./porter-stemmer.ts";

/** A token of the stemmed form and the characters that it came from. */
export interface StemToken extends Span {
  readonly stem: string;
}

/** Gives the stemmed form of a text. A final line break is left to the caller. */
export function stemText(text: string): string {
  return stemTokens(text)
    .map(({ stem }) => stem)
    .join(" ");
}

/** Gives the tokens of the stemmed form, in text order, each with its place in the text. */
export function stemTokens(text: string): StemToken[] {
  const tokens: StemToken[] = [];
  for (let start = 0; start < text.length; ) {
    const unit = text.charCodeAt(start);
    let end = start + 1;
    let stem: string;
    if (isAlphanumeric(unit)) {
      let isWord = unit > 57;
      for (; end < text.length; end++) {
        const next = text.charCodeAt(end);
        if (!isAlphanumeric(next)) break;
        if (next <= 57) isWord = false;
      }
      stem = text.slice(start, end);
      if (isWord) stem = stemWord(stem.toLowerCase());
    } else if (isSpace(unit)) {
      start = end;
      continue;
    } else if (unit === 34) {
      stem = takesGraveAccents(text, start) ? "``" : "''";
    } else {
      if (text.startsWith("...", start)) end = start + 3;
      else if ((unit === 45 || unit === 39 || unit === 96) && text.charCodeAt(end) === unit) end = start + 2;
      else if (text.codePointAt(start)! > 0xffff) end = start + 2;
      stem = text.slice(start, end);
    }
    tokens.push({ start, end, stem });
    start = end;
  }
  return tokens;
}

function takesGraveAccents(text: string, index: number): boolean {
  if (index === 0) return true;
  const before = text.charCodeAt(index - 1);
  return isAlphanumeric(before) || (isSpace(before) && before !== 10 && before !== 13);
}

function isAlphanumeric(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57);
}

function isSpace(unit: number): boolean {
  return (
    unit === 32 ||
    (unit >= 9 && unit <= 13) ||
    (unit >= 0x85 &&
      (unit === 0x85 ||
        unit === 0xa0 ||
        unit === 0x1680 ||
        (unit >= 0x2000 && unit <= 0x200b) ||
        unit === 0x2028 ||
        unit === 0x2029 ||
        unit === 0x202f ||
        unit === 0x205f ||
        unit === 0x3000 ||
        unit === 0xfeff))
  );
}
