/**
 * Measures how well quotations are found where the marks show less than curly ones do.
 *
 * The measure is made from articles whose curly double marks pair well: their marks are made straight, their paragraphs
 * are joined, and they are tokenised and stemmed; then the same quotations have to be found.
 */
import type { Span } from "../src/language/document.ts";
import { findQuotations } from "../src/language/quotations.ts";
import { stemTokens } from "../src/language/stem-text.ts";
import { tokenise } from "../src/language/tokenise.ts";
import { hasCorpusFile, readCorpusRecords } from "./corpus-files.ts";
import type { Evaluation, Score } from "./evaluation.ts";

/** A text made of another, and for each of its code units the place it came from. */
interface Disguised {
  text: string;
  origins: number[];
}

const DISGUISES: [name: string, disguise: (text: string) => Disguised][] = [
  ["curly marks", (text) => replaceEach(text, (unit) => unit)],
  ["straight marks", (text) => replaceEach(text, straighten)],
  ["straight marks, no paragraphs", (text) => replaceEach(text, (unit) => (unit === "\n" ? " " : straighten(unit)))],
  [
    "tokenised, marks without direction",
    (text) => joinParts(tokenise(text).tokens.map(({ start, text: word }) => [start, word.replace(/[“”]/, '"')])),
  ],
  [
    "stemmed",
    (text) => {
      const straight = replaceEach(text, straighten).text;
      return joinParts(stemTokens(straight).map(({ start, stem }) => [start, stem]));
    },
  ],
];

export const quotationMarksEvaluation: Evaluation = {
  layer: "quotation-marks",
  evaluate({ dataFolder, split }): Score[] {
    const path = `polnear/${split}.jsonl.gz`;
    if (!hasCorpusFile(dataFolder, path)) return [];
    const articles = readCorpusRecords<{ text: string }>(dataFolder, path).flatMap(({ text }) => {
      const gold = pairCurlyMarks(text);
      return gold === undefined || gold.length < 3 ? [] : [{ text, gold }];
    });
    return DISGUISES.map(([measure, disguise]) => {
      let right = 0;
      let found = 0;
      let wanted = 0;
      for (const { text, gold } of articles) {
        const { text: disguised, origins } = disguise(text);
        const ends = new Map(gold.map(({ start, end }) => [start, end]));
        wanted += gold.length;
        for (const { start, end, isClosed } of findQuotations(tokenise(disguised))) {
          if (!/^(?:["“]|``|'')/.test(disguised.slice(start, start + 2))) continue;
          found += 1;
          // One that stays open ends nowhere.
          if (ends.get(origins[start]) === (isClosed ? origins[end - 1] : -1)) right += 1;
        }
      }
      return { set: "PolNeAR", measure: `${measure}, F1`, value: (200 * right) / Math.max(1, found + wanted) };
    });
  },
};

/** The quotations of a text, from mark to mark, -1 where one goes on in the next paragraph; nothing where marks do not pair. */
function pairCurlyMarks(text: string): Span[] | undefined {
  if (/["]|``|''/.test(text)) return undefined;
  const pairs: Span[] = [];
  let open = -1;
  for (const { index, 0: mark } of text.matchAll(/[“”]|\n\s*\n/g)) {
    if (mark === "“") {
      if (open >= 0) {
        if (!/\n\s*\n\s*$/.test(text.slice(Math.max(0, index - 8), index))) return undefined;
        pairs.push({ start: open, end: -1 });
      }
      open = index;
    } else if (mark === "”") {
      if (open < 0) return undefined;
      pairs.push({ start: open, end: index });
      open = -1;
    } else if (open >= 0 && text[index + mark.length] !== "“") {
      return undefined;
    }
  }
  return open < 0 ? pairs : undefined;
}

function straighten(unit: string): string {
  return unit === "“" || unit === "”" ? '"' : unit === "‘" || unit === "’" ? "'" : unit;
}

function replaceEach(text: string, replace: (unit: string) => string): Disguised {
  return {
    text: Array.from({ length: text.length }, (_, i) => replace(text[i])).join(""),
    origins: Array.from({ length: text.length }, (_, i) => i),
  };
}

function joinParts(parts: readonly [start: number, part: string][]): Disguised {
  const origins: number[] = [];
  for (const [start, part] of parts) for (let i = 0; i <= part.length; i++) origins.push(start);
  return { text: parts.map(([, part]) => part).join(" "), origins };
}
