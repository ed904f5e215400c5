/** How many columns of a terminal a text takes. */

// Combining marks, joiners and other format characters take none; East Asian wide characters and emoji take two.
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const EMOJI = /^\p{Emoji_Presentation}$/u;
// Unicode's East Asian Width W and F, in rough blocks: first and last code point in turn.
const WIDE = [
  0x1100, 0x115f, 0x2e80, 0x303e, 0x3041, 0x33ff, 0x3400, 0x4dbf, 0x4e00, 0x9fff, 0xa000, 0xa4cf, 0xa960, 0xa97f, 0xac00,
  0xd7a3, 0xf900, 0xfaff, 0xfe10, 0xfe19, 0xfe30, 0xfe6f, 0xff00, 0xff60, 0xffe0, 0xffe6, 0x1f300, 0x1f64f, 0x1f900, 0x1f9ff,
  0x20000, 0x3fffd,
]; // biome-ignore format: pairs

export function getDisplayWidth(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  let isJoined = false;
  for (const character of text) {
    // What follows a zero-width joiner melts into the sign before it.
    if (!isJoined) width += getCharacterWidth(character);
    isJoined = character === "\u200d";
  }
  return width;
}

export function getCharacterWidth(character: string): 0 | 1 | 2 {
  const code = character.codePointAt(0)!;
  if (code < 0x300) return 1;
  if (NO_WIDTH.test(character)) return 0;
  if (code < 0x1100) return 1;
  for (let i = 0; i < WIDE.length; i += 2) if (code >= WIDE[i] && code <= WIDE[i + 1]) return 2;
  return EMOJI.test(character) ? 2 : 1;
}

/** Fills up with spaces to the right, to `width` columns. */
export function padDisplay(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - getDisplayWidth(text)));
}
