/**
 * Scores readings against keys made by hand: statements with speaker and mode, people with their roles.
 *
 * Words are compared by their first five letters, so that a restored text is judged by what it says, not by its inflection.
 */
import type { Reading } from "../../src/reading/index.ts";

export interface ReadingKey {
  statements?: { speaker: string[]; content: string; mode: string }[];
  people?: { name: string; role: string | null; of: string | null }[];
}

export interface ReadingCounts {
  found: number;
  given: number;
  wanted: number;
  rightSpeaker: number;
  rightMode: number;
  peopleFound: number;
  peopleWithRole: number;
  people: number;
}

/** Overlap from which two contents are the same statement. */
const MIN_OVERLAP = 0.5;
const IGNORED = new Set(["the", "a", "an", "of", "to", "mr", "mrs", "ms"]);
const SHORT_NAMES: Record<string, string> = {
  us: "united states",
  usa: "united states",
  uk: "united kingdom",
  britain: "united kingdom",
  eu: "european union",
  icc: "international criminal court",
  czechia: "czech republic",
};

export function scoreReading(key: ReadingKey, reading: Reading): ReadingCounts {
  const nameOf = new Map(reading.entities.map(({ id, name }) => [id, name]));
  const wanted = key.statements ?? [];
  const given = reading.statements.filter(({ kind }) => kind !== "attitude");
  const pairs: [overlap: number, wanted: number, given: number][] = [];
  const givenWords = given.map(({ text }) => toStems(text));
  for (const [i, { content }] of wanted.entries()) {
    for (const [j, words] of givenWords.entries()) {
      const overlap = overlapOf(toStems(content), words);
      if (overlap >= MIN_OVERLAP) pairs.push([overlap, i, j]);
    }
  }
  pairs.sort((a, b) => b[0] - a[0]);
  const matched = new Set<number>();
  const used = new Set<number>();
  let rightSpeaker = 0;
  let rightMode = 0;
  for (const [, i, j] of pairs) {
    if (matched.has(i) || used.has(j)) continue;
    matched.add(i);
    used.add(j);
    const speaker = given[j].speaker === null ? undefined : nameOf.get(given[j].speaker);
    if (wanted[i].speaker.some((name) => isSameName(name, speaker))) rightSpeaker++;
    if (wanted[i].mode === given[j].mode) rightMode++;
  }
  const people = key.people ?? [];
  let peopleFound = 0;
  let peopleWithRole = 0;
  for (const person of people) {
    const same = reading.entities.filter(({ kind, name }) => kind === "person" && isSameName(name, person.name));
    if (same.length > 0) peopleFound++;
    const roles = same.flatMap((entity) => entity.roles);
    const isRight = roles.some(({ title, of }) => {
      const isOf = person.of === null || isSameName(of === null ? undefined : nameOf.get(of), person.of);
      return isOf && overlapOf(toStems(title), toStems(person.role ?? "")) >= MIN_OVERLAP;
    });
    if (isRight) peopleWithRole++;
  }
  return {
    found: matched.size,
    given: given.length,
    wanted: wanted.length,
    rightSpeaker,
    rightMode,
    peopleFound,
    peopleWithRole,
    people: people.length,
  };
}

function toWords(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replaceAll("’", "'")
      .replace(/'s\b/g, "")
      .match(/[a-z0-9]+/g) ?? []
  );
}

function toStems(text: string): string[] {
  return toWords(text)
    .filter((word) => !IGNORED.has(word))
    .map((word) => word.slice(0, 5));
}

function overlapOf(a: string[], b: string[]): number {
  const counts = new Map<string, number>();
  for (const word of b) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of a) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    shared++;
    counts.set(word, left - 1);
  }
  return a.length + b.length === 0 ? 0 : (2 * shared) / (a.length + b.length);
}

/** Whether two wordings share at least half of their words. */
export function isSameText(a: string, b: string): boolean {
  return overlapOf(toStems(a), toStems(b)) >= MIN_OVERLAP;
}

/** Whether one name holds all words of the other, by their first five letters. */
export function isSameName(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const spell = (name: string): string => {
    const words = toWords(name)
      .filter((word) => word !== "the")
      .join(" ");
    return SHORT_NAMES[words] ?? words;
  };
  const [x, y] = [spell(a), spell(b)];
  if (x === y) return true;
  const [p, q] = [toStems(x), toStems(y)];
  const holds = (outer: string[], inner: string[]): boolean =>
    inner.length > 0 && inner.every((word) => outer.includes(word));
  return holds(p, q) || (p.length > 0 && holds(q, p));
}
