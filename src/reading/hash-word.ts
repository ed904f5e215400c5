/**
 * FNV-1a over UTF-16 code units, as an unsigned 32-bit integer.
 *
 * @param hash Of the text that goes before: `hashWord("b", hashWord("a"))` is `hashWord("ab")`.
 */
export function hashWord(word: string, hash = 0x811c_9dc5): number {
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x0100_0193);
  return hash >>> 0;
}
