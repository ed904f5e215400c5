/** Trains the model `forms`: which words and endings tell stemmed from unstemmed text. */
import { FORM_ENDINGS, FORM_WORDS, FORMS_MODEL, hashFormEnding, hashFormWord } from "../src/language/forms.ts";
import { stemTokens } from "../src/language/stem-text.ts";
import { hasCorpusFile, readCorpusRecords } from "./corpus-files.ts";
import { scoreForms } from "./evaluate-forms.ts";
import type { Trainer } from "./trainer.ts";

const COLLECTIONS = [
  "polnear/train.jsonl.gz",
  "text/allsides-news-2012-2020.jsonl.gz",
  "text/bbc-news-2004-2005.jsonl.gz",
  "text/reuters-21578.jsonl.gz",
];
/** Of each collection. */
const ARTICLES = 1_500;
/** A word seen less often is known by its ending alone. */
const LEAST_WORD_COUNT = 12;
const LEAST_ENDING_COUNT = 4;
const LARGEST_WEIGHT = 60;

interface Count {
  plain: number;
  stemmed: number;
}

export const formsTrainer: Trainer = {
  model: FORMS_MODEL.name,
  // The card's scores are of pieces that the segmenter cuts.
  after: ["segmenter"],
  train({ dataFolder, progress }) {
    const words = new Map<string, Count>();
    const total: Count = { plain: 0, stemmed: 0 };
    for (const path of COLLECTIONS) {
      if (!hasCorpusFile(dataFolder, path)) continue;
      const records = readCorpusRecords<{ text: string }>(dataFolder, path);
      const step = Math.ceil(records.length / ARTICLES);
      for (let i = 0; i < records.length; i += step) countWords(records[i].text, words, total);
      progress(`${path}: ${words.size} words`);
    }
    const fingerprints = new Uint16Array(FORM_WORDS);
    const weights = new Int8Array(FORM_WORDS);
    const endings = Array.from({ length: FORM_ENDINGS }, () => ({ plain: 0, stemmed: 0 }));
    // The most frequent first: of two words in one place, it stays.
    const ranked = [...words].sort(
      ([a, x], [b, y]) => y.plain + y.stemmed - x.plain - x.stemmed || (a < b ? -1 : a > b ? 1 : 0),
    );
    for (const [word, count] of ranked) {
      const hash = hashFormWord(word, 0, word.length);
      const at = hash & (FORM_WORDS - 1);
      if (count.plain + count.stemmed >= LEAST_WORD_COUNT && fingerprints[at] === 0) {
        fingerprints[at] = hash >>> 16;
        weights[at] = weigh(count, total);
      }
      if (word.length > 2) {
        // Every word counts a few times at most: an ending is to stand for words not seen.
        const ending = endings[hashFormEnding(word)];
        ending.plain += Math.min(count.plain, 3);
        ending.stemmed += Math.min(count.stemmed, 3);
      }
    }
    const endingTotal = endings.reduce(
      (sum, { plain, stemmed }) => ({ plain: sum.plain + plain, stemmed: sum.stemmed + stemmed }),
      { plain: 0, stemmed: 0 },
    );
    const endingWeights = Int8Array.from(endings, (count) =>
      count.plain + count.stemmed < LEAST_ENDING_COUNT ? 0 : weigh(count, endingTotal),
    );
    const sections = { fingerprints, words: weights, endings: endingWeights };
    return {
      content: { ...FORMS_MODEL, settings: {}, sections },
      card: {
        purpose:
          "Tells stemmed from unstemmed text: for frequent words, and for the endings of the others, how much likelier they are in stemmed news. Naive Bayes. Spaces before marks tell tokenised from plain text, without a model.",
        data: [
          `PolNeAR train, AllSides, BBC, Reuters: up to ${ARTICLES} articles of each, as they are and stemmed; only hashed counts are kept (for research only)`,
        ],
        seed: 0,
        scores: scoreForms({ dataFolder, split: "dev" }, sections).map(({ set, measure, value }) => [
          `${measure}, ${set} dev`,
          `${value.toFixed(2)} %`,
        ]),
        limits: ["A tokenised line without any mark, such as a headline, cannot be told from a plain one."],
      },
    };
  },
};

function countWords(text: string, words: Map<string, Count>, total: Count): void {
  const count = (word: string, form: keyof Count): void => {
    let entry = words.get(word);
    if (entry === undefined) {
      entry = { plain: 0, stemmed: 0 };
      words.set(word, entry);
    }
    entry[form] += 1;
    total[form] += 1;
  };
  for (const { start, end, stem } of stemTokens(text)) {
    if (end - start < 2 || !/^[a-z]+$/.test(stem)) continue;
    count(stem, "stemmed");
    count(text.slice(start, end).toLowerCase(), "plain");
  }
}

/** Log-odds in tenths of a nat, by multiplication alone, so that every engine gives the same. */
function weigh(count: Count, total: Count): number {
  const odds = ((count.stemmed + 0.3) * total.plain) / ((count.plain + 0.3) * total.stemmed);
  const ratio = Math.max(odds, 1 / odds);
  let tenths = 0;
  // The middle between two steps of e^0.1.
  for (let bound = 1.0512710963760241; ratio > bound && tenths < LARGEST_WEIGHT; bound *= 1.1051709180756477)
    tenths += 1;
  return odds < 1 ? -tenths : tenths;
}
