/** Measures tags, morphological features and lemmas on treebanks, with the treebanks' own tokens and sentences. */
import type { TaggedDocument } from "../src/language/document.ts";
import { tag } from "../src/language/tagger.ts";
import type { Evaluation, EvaluationContext, Score } from "./evaluation.ts";
import { isOfGenre, readTreebank, type TreebankSentence, toGoldDocument } from "./treebank.ts";

/** What is measured: the package's tagger, or one in training. */
interface AnyTagger {
  tag: typeof tag;
}

export const tagEvaluation: Evaluation = { layer: "tags", evaluate: (context) => scoreTags(context) };

export const lemmaEvaluation: Evaluation = { layer: "lemmas", evaluate: (context) => scoreLemmas(context) };

export function scoreTags(context: EvaluationContext, tagger: AnyTagger = { tag }): Score[] {
  return readSets(context, true).flatMap(({ set, gold }) => {
    const found = tagger.tag(gold);
    return [
      { set, measure: "part of speech", value: findShare(gold.tags, found.tags) },
      { set, measure: "features", value: findShare(gold.features, found.features) },
      {
        set,
        measure: "part of speech and features",
        value: findShare(joinTags(gold), joinTags(found)),
      },
    ];
  });
}

export function scoreLemmas(context: EvaluationContext, tagger: AnyTagger = { tag }): Score[] {
  return readSets(context, false).map(({ set, gold }) => ({
    set,
    measure: "lemma",
    value: findShare(gold.lemmas, tagger.tag(gold).lemmas),
  }));
}

interface EvaluationSet {
  set: string;
  gold: TaggedDocument;
}

function readSets({ dataFolder, split }: EvaluationContext, withChangedCase: boolean): EvaluationSet[] {
  const ewt = readTreebank(dataFolder, `ud/en_ewt-ud-${split}.conllu.gz`);
  const gum = readTreebank(dataFolder, `ud/en_gum-ud-${split}.conllu.gz`);
  const sets: [string, TreebankSentence[]][] = [
    ["EWT", ewt],
    ["GUM news, interview", gum.filter((sentence) => isOfGenre(sentence, ["news", "interview"]))],
    ["GUM", gum],
  ];
  if (withChangedCase) {
    sets.push(["EWT, lower case", changeCase(ewt, (form) => form.toLowerCase())]);
    sets.push(["EWT, Capitalised", changeCase(ewt, (form) => form.charAt(0).toUpperCase() + form.slice(1))]);
  }
  return sets
    .filter(([, sentences]) => sentences.length > 0)
    .map(([set, sentences]) => ({ set, gold: toGoldDocument(sentences) }));
}

function changeCase(sentences: readonly TreebankSentence[], change: (form: string) => string): TreebankSentence[] {
  return sentences.map((sentence) => ({
    ...sentence,
    words: sentence.words.map((word) => ({ ...word, form: change(word.form) })),
  }));
}

function joinTags({ tags, features }: TaggedDocument): string[] {
  return tags.map((found, i) => `${found} ${features[i]}`);
}

/** In percent. */
function findShare(gold: readonly string[], found: readonly string[]): number {
  let right = 0;
  for (const [i, value] of gold.entries()) if (value === found[i]) right++;
  return (100 * right) / Math.max(1, gold.length);
}
