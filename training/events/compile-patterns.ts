/** Compiles the verb dictionary into the tables that `VerbPatterns` reads. */
import { toHashTable } from "../../src/reading/events/hash-table.ts";
import { hashPattern, NO_EVENT, PATTERN_TABLES, toSetPart } from "../../src/reading/events/verb-patterns.ts";
import { hashWord } from "../../src/reading/hash-word.ts";
import { toEventClass } from "./event-classes.ts";
import type { VerbDictionary } from "./read-verb-dictionary.ts";

export interface CompiledPatterns {
  sections: Record<string, Uint32Array | Uint16Array>;
  /** Codes by number, and the class of each; `null` for codes that are no event of a reading. */
  codes: string[];
  classes: (string | null)[];
}

/** Fewest blocks that a noun must stand in, and the share of them that must agree, to mean a deed by itself. */
const LEAST_BLOCKS = 3;
const LEAST_SHARE = 0.6;
/** Fewest times that a derived noun must stand in the news to be one. */
const LEAST_COUNT = 20;

/** @param counts How often words stand in news text, to know which derived nouns there are. */
export function compilePatterns(
  { blocks, sets }: VerbDictionary,
  table: ReadonlyMap<string, string>,
  counts: ReadonlyMap<string, number>,
): CompiledPatterns {
  const codes: string[] = [NO_EVENT];
  const numberOf = (code: string): number => {
    const known = codes.indexOf(code);
    return known >= 0 ? known : codes.push(code) - 1;
  };
  const setNames = [...sets.keys()];
  const tables = { blocks: new Map(), defaults: new Map(), sets: new Map(), patterns: new Map(), nouns: new Map() };
  for (const [index, words] of [...sets.values()].entries())
    for (const word of words) for (const form of toForms(word)) setFirst(tables.sets, hashWord(form), index);
  const toParts = (word: string): number[] =>
    word === ""
      ? [0]
      : word.startsWith("&")
        ? [toSetPart(setNames.indexOf(word))]
        : toForms(word).map((form) => hashWord(form));
  for (const [index, { verbs, patterns }] of blocks.entries()) {
    for (const { lemma, code } of verbs) {
      setFirst(tables.blocks, hashWord(lemma), index);
      setFirst(tables.defaults, hashWord(lemma), numberOf(code));
    }
    for (const { subject, object, preposition, noun, code } of patterns) {
      const prep = preposition === "" ? 0 : hashWord(preposition);
      for (const s of toParts(subject))
        for (const o of toParts(object))
          for (const n of toParts(noun)) {
            if (s === 0 && o === 0 && prep === 0) continue;
            setFirst(tables.patterns, hashPattern(index, s, o, prep, n), numberOf(code));
          }
    }
  }
  for (const [noun, code] of findDeedNouns({ blocks, sets }, table, counts))
    tables.nouns.set(hashWord(noun), numberOf(code));
  const sections: CompiledPatterns["sections"] = {};
  for (const name of PATTERN_TABLES) {
    const { keys, values } = toHashTable(tables[name]);
    sections[`${name}-keys`] = keys;
    sections[`${name}-values`] = values;
  }
  return { sections, codes, classes: codes.map((code) => toEventClass(code, table) ?? null) };
}

/** As written in the dictionary, and without the ending of a plural. */
function toForms(word: string): string[] {
  const singular = word.replace(/ies$/, "y").replace(/([^s])s$/, "$1");
  return singular === word ? [word] : [word, singular];
}

function setFirst(map: Map<number, number>, key: number, value: number): void {
  if (!map.has(key)) map.set(key, value);
}

/**
 * Nouns that mean a deed by themselves: those of a verb ("arrest", "invasion"), and those that have one class whatever light
 * verb they stand with ("hold talks", "launch an attack").
 */
function findDeedNouns(
  { blocks, sets }: VerbDictionary,
  table: ReadonlyMap<string, string>,
  counts: ReadonlyMap<string, number>,
): Map<string, string> {
  const votes = new Map<string, Map<string, number>>();
  for (const { patterns } of blocks) {
    for (const { subject, object, preposition, code } of patterns) {
      if (subject !== "" || preposition !== "" || object === "" || object.includes(" ")) continue;
      const nouns = object.startsWith("&") ? (sets.get(object) ?? []) : [object];
      for (const noun of nouns.flatMap((word) => toForms(word).slice(-1))) {
        const codes = votes.get(noun) ?? new Map<string, number>();
        votes.set(noun, codes.set(code, (codes.get(code) ?? 0) + 1));
      }
    }
  }
  const found = new Map<string, string>();
  for (const [noun, codes] of votes) {
    const perClass = new Map<string, number>();
    let all = 0;
    for (const [code, count] of codes) {
      const cls = toEventClass(code, table) ?? "";
      perClass.set(cls, (perClass.get(cls) ?? 0) + count);
      all += count;
    }
    const [cls, count] = [...perClass].sort((a, b) => b[1] - a[1])[0];
    if (cls === "" || all < LEAST_BLOCKS || count < LEAST_SHARE * all) continue;
    const [code] = [...codes].filter(([each]) => toEventClass(each, table) === cls).sort((a, b) => b[1] - a[1])[0];
    found.set(noun, code);
  }
  for (const { verbs } of blocks) {
    for (const { lemma, code } of verbs) {
      if (toEventClass(code, table) === undefined || lemma.includes("_")) continue;
      const stem = lemma.replace(/e$/, "");
      const derived = [lemma, `${lemma}ment`, `${stem}ion`, `${stem}ation`, `${stem}al`, `${stem}ance`, `${stem}ing`];
      if (/d$|de$/.test(lemma)) derived.push(`${lemma.replace(/de?$/, "")}sion`);
      if (/y$/.test(lemma)) derived.push(`${lemma.slice(0, -1)}ication`);
      if (/ce$/.test(lemma)) derived.push(`${lemma.slice(0, -1)}iation`);
      for (const noun of derived) if ((counts.get(noun) ?? 0) >= LEAST_COUNT && !found.has(noun)) found.set(noun, code);
    }
  }
  return found;
}
