/** Whether a word begins with one of the small letters from a to z, as most words do: a quick look before a pattern is asked. */
export function beginsSmall(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 97 && code <= 122;
}
