/** Random choices that are the same in every run, and words made of syllables, spread as words of a language are. */

export type Random = () => number;

/** Mulberry32: 32 bits of state, numbers from 0 up to 1. */
export function createRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A number below `count`, the small ones most often: each half as often as the one of half its rank. */
export function pickRank(random: Random, count: number): number {
  return Math.min(count - 1, Math.floor(count ** random()) - 1 + (random() < 0.5 ? 0 : 1));
}

const SYLLABLES = "ba ce di fo gu ha ke li mo nu pa re si to vu wa ze bro cla dri fle gro pla sti tra".split(" ");

/** The word of a rank; no two ranks have the same, and none is a word that the search leaves the ending off. */
export function toWord(rank: number): string {
  let word = "";
  for (let left = rank + 30; left > 0; left = Math.floor(left / SYLLABLES.length))
    word += SYLLABLES[left % SYLLABLES.length];
  return `${word}k`;
}

export function toName(number: number): string {
  const capital = (word: string) => word[0].toUpperCase() + word.slice(1);
  return `${capital(toWord(number % 701))} ${capital(toWord(number + 1000))}`;
}
