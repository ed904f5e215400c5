/** Breaks a text into lines that fit a number of columns. */
import { getCharacterWidth, getDisplayWidth } from "./display-width.ts";

/**
 * Breaks between words; a word longer than a line is broken where it has to be, never between a character and its combining
 * marks. White space, line breaks too, counts as one space, except that a no-break space stays. Time is linear.
 *
 * @param width Columns of a line, at least 1. A wide character in a single column stands out by one.
 * @returns At least one line, empty for an empty text.
 */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const word of text.split(/[ \t\n\v\f\r\u2028\u2029]+/)) {
    if (word === "") continue;
    const wordWidth = getDisplayWidth(word);
    if (used > 0 && used + 1 + wordWidth <= width) {
      line += ` ${word}`;
      used += 1 + wordWidth;
      continue;
    }
    if (used > 0) lines.push(line);
    line = word;
    used = wordWidth;
    if (wordWidth > width) {
      const pieces = breakWord(word, width);
      line = pieces.pop()!;
      used = getDisplayWidth(line);
      lines.push(...pieces);
    }
  }
  lines.push(line);
  return lines;
}

function breakWord(word: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  let used = 0;
  for (const character of word) {
    const characterWidth = getCharacterWidth(character);
    if (used > 0 && used + characterWidth > width) {
      pieces.push(piece);
      piece = "";
      used = 0;
    }
    piece += character;
    used += characterWidth;
  }
  pieces.push(piece);
  return pieces;
}
