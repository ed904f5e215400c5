/**
 * Words that tell when a row is, for an index that knows of no order: by them the matches in a stretch of time are found
 * without the others.
 */
import type { DayRange } from "./engine.ts";
import { toDay } from "./row-numbers.ts";

const SHORT = 16;
const LONG = SHORT * 16;
const toShortWord = (index: number) => `§d${index}`;
const toLongWord = (index: number) => `§e${index}`;

/** The words of a row. */
export function listTimeWords(nr: number): string[] {
  const day = toDay(nr);
  return [toShortWord(Math.floor(day / SHORT)), toLongWord(Math.floor(day / LONG))];
}

/** Rows within the days have one of the words, others none. `days` is one of those that `listStretches` gives. */
export function listWordsOfDays({ from, to }: DayRange): string[] {
  const words: string[] = [];
  for (let day = from; day < to; ) {
    const isLong = day % LONG === 0 && day + LONG <= to;
    words.push(isLong ? toLongWord(day / LONG) : toShortWord(day / SHORT));
    day += isLong ? LONG : SHORT;
  }
  return words;
}

/** Stretches of time back from a day, each about four times as long as the one before. What is before the last is left to the caller. */
export function listStretches(last: number): DayRange[] {
  const stretches: DayRange[] = [];
  let to = (Math.floor(last / SHORT) + 1) * SHORT;
  for (let length = SHORT; length <= LONG * 4 && to > 0; length *= 4) {
    const unit = length >= LONG ? LONG : SHORT;
    const from = Math.max(0, Math.floor((to - length) / unit) * unit);
    stretches.push({ from, to });
    to = from;
  }
  return stretches;
}
