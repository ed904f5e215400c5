/**
 * Tags as wrong as those the parser will be given: each part of the treebanks is tagged by a tagger that learnt from the others
 * (jackknifing). A parser that has only seen gold tags trusts them too much.
 */
import { readModelFile, writeModelFile } from "../src/language/model-file.ts";
import { TAGGER_MODEL, Tagger } from "../src/language/tagger.ts";
import { getWordFacts } from "../src/language/word-facts.ts";
import { type TreeSentence, toTaggedDocument } from "./parser-treebank.ts";
import { readRawSentences } from "./raw-text.ts";
import { learnTagger } from "./tagger-trainer.ts";
import type { TreebankSentence } from "./treebank.ts";

const PARTS = 4;
/** Sentences in a row that go to the same part: those of a document have words in common. */
const BLOCK = 40;
/** Of raw text, one sentence in so many is tagged to learn what unknown words may be. */
const RAW_EVERY = 4;
const OPTIONS = {
  tags: { epochs: 6, minCount: 2, aggressiveness: 0.01, maxWeights: 415_000 },
  morphology: { epochs: 5, minCount: 2, maxWeights: 70_000 },
};

/** Both lists are of the same sentences in the same order; the result has their trees with the tags of taggers. */
export function jackknifeTags(
  dataFolder: string,
  trees: readonly TreeSentence[],
  treebank: readonly TreebankSentence[],
  progress: (line: string) => void,
): TreeSentence[] {
  const partOf = (index: number): number => Math.floor(index / BLOCK) % PARTS;
  const retagged = [...trees];
  for (let part = 0; part < PARTS; part++) {
    const content = learnTagger(
      treebank.filter((_, i) => partOf(i) !== part),
      (onSentence) => readRawSentences(dataFolder, onSentence, 1 / RAW_EVERY),
      getWordFacts(),
      OPTIONS,
      (line) => progress(`tagger ${part + 1}/${PARTS}: ${line}`),
    );
    const tagger = new Tagger(readModelFile(writeModelFile(content), TAGGER_MODEL), getWordFacts());
    const indexes = [...trees.keys()].filter((i) => partOf(i) === part);
    const document = tagger.tag(toTaggedDocument(indexes.map((i) => trees[i])));
    for (const [k, { startToken, endToken }] of document.sentences.entries()) {
      retagged[indexes[k]] = {
        ...trees[indexes[k]],
        tags: document.tags.slice(startToken, endToken),
        features: document.features.slice(startToken, endToken),
        lemmas: document.lemmas.slice(startToken, endToken),
      };
    }
  }
  return retagged;
}
