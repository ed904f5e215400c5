/**
 * The raw news text of the training data as words: cut about as Universal Dependencies cuts, by one expression, since
 * statistics over millions of words do not mind a wrong cut here and there.
 */
import { hasCorpusFile, readCorpusRecords } from "./corpus-files.ts";

const RAW_TEXT_FILES = [
  "text/allsides-news-2012-2020.jsonl.gz",
  "text/reuters-21578.jsonl.gz",
  "text/bbc-news-2004-2005.jsonl.gz",
];

const WORD =
  /(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Jr|Sr|Inc|Corp|Co|Ltd|No|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.(?=\s)|(?:\p{L}\.){2,}|[\p{L}\p{M}]+?(?=n't\b)|n't\b|'(?:s|re|ve|ll|d|m)\b|[\p{L}\p{M}]+|\p{N}+(?:[.,:]\p{N}+)*|\.{2,}|--+|\n\n+|\S/gu;

/**
 * Calls back with the words of each sentence, as written; marks and numbers are words too.
 *
 * @param shareOfRecords Reads only this share of the records, the first of each file. For small trials and tests.
 */
export function readRawSentences(
  dataFolder: string,
  onSentence: (words: readonly string[]) => void,
  shareOfRecords = 1,
): void {
  let sentence: string[] = [];
  const endSentence = (): void => {
    if (sentence.length > 0) onSentence(sentence);
    sentence = [];
  };
  for (const path of RAW_TEXT_FILES) {
    if (!hasCorpusFile(dataFolder, path)) continue;
    const records = readCorpusRecords<{ text: string }>(dataFolder, path);
    for (const { text } of records.slice(0, Math.ceil(records.length * shareOfRecords))) {
      const words = text.replace(/[’‘]/g, "'").replace(/[“”]/g, '"').match(WORD) ?? [];
      for (const [i, word] of words.entries()) {
        if (word.startsWith("\n")) {
          endSentence();
          continue;
        }
        sentence.push(word);
        const next = words[i + 1];
        if (/^[.!?]+$/.test(word) && next !== '"' && next !== ")") endSentence();
        else if ((word === '"' || word === ")") && /^[.!?]+$/.test(words[i - 1] ?? "")) endSentence();
      }
      endSentence();
    }
  }
}
