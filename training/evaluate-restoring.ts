/** Measures restoring: PolNeAR's articles are stemmed, or cut and lower-cased, and restored again. */
import { type RestoredReport, restore } from "../src/language/restore.ts";
import { stemText, stemTokens } from "../src/language/stem-text.ts";
import { hasCorpusFile, readCorpusRecords } from "./corpus-files.ts";
import type { Evaluation, Score } from "./evaluation.ts";
import { type RestoredScore, scoreRestored } from "./restored-score.ts";

type Restore = (original: string, form: "stemmed" | "tokenised") => RestoredReport;

export const restoringEvaluation: Evaluation = {
  layer: "restoring",
  evaluate: ({ dataFolder, split }) => measureRestoring(restore, dataFolder, split),
};

/** The scores of any restorer; none where the data are absent. */
export function measureRestoring(restoreReport: Restore, dataFolder: string, split: "dev" | "test"): Score[] {
  const path = `polnear/${split}.jsonl.gz`;
  if (!hasCorpusFile(dataFolder, path)) return [];
  const texts = readCorpusRecords<{ text: string }>(dataFolder, path).map(({ text }) => text);
  const stemmed = measure(restoreReport, texts, stemText, "stemmed");
  const tokenised = measure(restoreReport, texts, cutAndLower, "tokenised");
  return [
    toScore("words right, stemmed", stemmed.right, stemmed.words),
    toScore("case right, stemmed", stemmed.caseRight, stemmed.right),
    toScore("words right, tokenised", tokenised.right, tokenised.words),
    toScore("case right, tokenised", tokenised.caseRight, tokenised.right),
    toScore("gaps at marks right, stemmed", ...measureGaps(restoreReport, texts)),
  ];
}

function toScore(name: string, right: number, all: number): Score {
  return { set: "PolNeAR", measure: name, value: (100 * right) / all };
}

function measure(
  restoreReport: Restore,
  texts: readonly string[],
  damage: (text: string) => string,
  form: "stemmed" | "tokenised",
): RestoredScore {
  const sum: RestoredScore = { words: 0, right: 0, caseRight: 0 };
  for (const text of texts) {
    const { words, right, caseRight } = scoreRestored(text, restoreReport(damage(text), form).text);
    sum.words += words;
    sum.right += right;
    sum.caseRight += caseRight;
  }
  return sum;
}

/** The form of tokenised, lower-cased corpora: every mark apart. */
function cutAndLower(text: string): string {
  return stemTokens(text)
    .map(({ start, end }) => text.slice(start, end))
    .join(" ")
    .toLowerCase();
}

/** Counts gaps beside marks, and those restored as they were: open or closed. */
function measureGaps(restoreReport: Restore, texts: readonly string[]): [right: number, all: number] {
  let right = 0;
  let all = 0;
  for (const text of texts) {
    const tokens = stemTokens(text);
    const { alignment } = restoreReport(stemText(text), "stemmed");
    for (let i = 1; i < Math.min(tokens.length, alignment.length); i++) {
      if (isWord(tokens[i].stem) && isWord(tokens[i - 1].stem)) continue;
      all += 1;
      if (tokens[i].start > tokens[i - 1].end === alignment[i][0] > alignment[i - 1][1]) right += 1;
    }
  }
  return [right, all];
}

function isWord(token: string): boolean {
  return /^[a-z0-9]/i.test(token);
}
