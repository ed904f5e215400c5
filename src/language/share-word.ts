/** Words kept before the memory starts anew. */
const MOST_WORDS = 1 << 15;
/** Longer stretches are addresses and the like, which hardly come again. */
const LONGEST_WORD = 32;

const words = new Map<string, string>();

/**
 * The same word, as one string for all its places in all texts.
 *
 * A piece cut from a text is a new string, whose hash is computed anew by every table it is looked up in; and where the text
 * has a curly quote anywhere, engines store every piece of it in two bytes a letter, which makes them compare, search and
 * lower it by slower ways.
 */
export function shareWord(text: string): string {
  if (text.length > LONGEST_WORD) return text;
  const known = words.get(text);
  if (known !== undefined) return known;
  if (words.size >= MOST_WORDS) words.clear();
  const word = narrow(text);
  words.set(word, word);
  return word;
}

/** An equal string that takes one byte a letter, if its letters allow that: engines look at none of them when they cut. */
function narrow(text: string): string {
  const units: number[] = [];
  for (let i = 0; i < text.length; i++) units.push(text.charCodeAt(i));
  return String.fromCharCode(...units);
}
