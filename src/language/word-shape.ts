/** What a word looks like, apart from what it means. */

/** Lower case, straight apostrophes and hyphens, every digit 0: the form under which statistics about a word are kept. */
export function normaliseWord(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[‐‑]/g, "-")
    .replace(/\p{Nd}/gu, "0");
}

export const WORD_CASES = ["none", "lower", "initial", "upper", "mixed"] as const;

/** How the letters of a word are written: the index into `WORD_CASES`. A single capital letter counts as `initial`. */
export function findWordCase(text: string): number {
  let lower = 0;
  let upper = 0;
  let firstIsUpper = false;
  for (const letter of text) {
    const isLower = letter !== letter.toUpperCase();
    const isUpper = letter !== letter.toLowerCase();
    if (isUpper && lower + upper === 0) firstIsUpper = true;
    if (isLower) lower++;
    else if (isUpper) upper++;
  }
  if (lower + upper === 0) return 0;
  if (upper === 0) return 1;
  if (upper === 1 && firstIsUpper) return 2;
  return lower === 0 ? 3 : 4;
}

/**
 * The kinds of characters of a word with runs drawn together: `McKay` is `XxXx`, `U.N.` is `X.X.`, `1,200` is `0,0`. At
 * most 12 characters.
 */
export function findWordShape(text: string): string {
  let shape = "";
  for (const letter of text) {
    let kind = letter;
    if (letter !== letter.toLowerCase()) kind = "X";
    else if (letter !== letter.toUpperCase()) kind = "x";
    else if (/\p{Nd}/u.test(letter)) kind = "0";
    else if (/\p{L}/u.test(letter)) kind = "l";
    if (!shape.endsWith(kind) || kind === ".") shape += kind;
    if (shape.length >= 12) break;
  }
  return shape;
}
