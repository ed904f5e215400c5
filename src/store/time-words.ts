/**
 * Words that tell when a row is, for an index that knows of no order: by them the matches in a stretch of time are found
 * without the others.
 */
import type { DayRange } from "./engine.ts";
import { toDay } from "./row-numbers.ts";

/** The shortest stretch of time that has a word. */
export const SHORT_DAYS = 16;
const LONG_DAYS = SHORT_DAYS * 16;
const MOST_DAYS = LONG_DAYS * 16;
const GROWTH = 6;
const toShortWord = (index: number) => `§d${index}`;
const toLongWord = (index: number) => `§e${index}`;

/** The words of a row. */
export function listTimeWords(nr: number): string[] {
  const day = toDay(nr);
  return [toShortWord(Math.floor(day / SHORT_DAYS)), toLongWord(Math.floor(day / LONG_DAYS))];
}

/** Rows within the days have one of the words, others none. `days` is one of those that `listStretches` gives. */
export function listWordsOfDays({ from, to }: DayRange): string[] {
  const words: string[] = [];
  for (let day = from; day < to; ) {
    const isLong = day % LONG_DAYS === 0 && day + LONG_DAYS <= to;
    words.push(isLong ? toLongWord(day / LONG_DAYS) : toShortWord(day / SHORT_DAYS));
    day += isLong ? LONG_DAYS : SHORT_DAYS;
  }
  return words;
}

/**
 * Stretches of time back from a day, each some times as long as the one before. What is before the last is left to the caller.
 *
 * @param length Of the first, in days.
 */
export function listStretches(last: number, length: number): DayRange[] {
  const stretches: DayRange[] = [];
  let to = (Math.floor(last / SHORT_DAYS) + 1) * SHORT_DAYS;
  for (let days = length; days <= MOST_DAYS && to > 0; days *= GROWTH) {
    const unit = days >= LONG_DAYS ? LONG_DAYS : SHORT_DAYS;
    const from = Math.max(0, Math.floor((to - days) / unit) * unit);
    stretches.push({ from, to });
    to = from;
  }
  return stretches;
}
