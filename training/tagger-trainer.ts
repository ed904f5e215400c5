/** Trains `tagger`: tags, morphological features and lemmas. */
import { toChoiceSections } from "../src/language/choice-table.ts";
import { FeatureBuffer } from "../src/language/feature-buffer.ts";
import { type ModelContent, readModelFile, writeModelFile } from "../src/language/model-file.ts";
import { addMorphologyFeatures } from "../src/language/morphology-features.ts";
import { toModelSections } from "../src/language/sequence-model.ts";
import { TagLexicon } from "../src/language/tag-lexicon.ts";
import {
  findLabelKinds,
  findMorphologyKey,
  TAGGER_MODEL,
  Tagger,
  type TaggerSettings,
} from "../src/language/tagger.ts";
import { TaggerWindow } from "../src/language/tagger-features.ts";
import { getWordFacts, type WordFacts } from "../src/language/word-facts.ts";
import { ChoiceNumbering } from "./choice-numbering.ts";
import { scoreLemmas, scoreTags } from "./evaluate-tagger.ts";
import { LemmaRuleBuilder } from "./lemma-rule-builder.ts";
import { SequenceTrainingData, type SequenceTrainingOptions, trainSequenceModel } from "./sequence-trainer.ts";
import { TagLexiconBuilder } from "./tag-lexicon-builder.ts";
import type { Trainer } from "./trainer.ts";
import { isOfGenre, OPEN_GUM_GENRES, readTreebank, type TreebankSentence, type TreebankWord } from "./treebank.ts";

const SEED = 11;
/** Rarer labels and sets of features are not learnt: the commonest one of the same tag stands for them. */
const LEAST_LABEL_COUNT = 5;
const LEAST_FEATURES_COUNT = 3;
/** A set of features must have been seen so often with rare words of a label to be possible for any word. */
const LEAST_USUAL_COUNT = 3;
const KNOWN_COUNT = 5;

export interface TaggerTrainingOptions {
  tags?: SequenceTrainingOptions;
  morphology?: SequenceTrainingOptions;
}

const DEFAULTS = {
  tags: { epochs: 10, minCount: 2, aggressiveness: 0.01, maxWeights: 450_000 },
  morphology: { epochs: 8, minCount: 2, maxWeights: 80_000 },
} as const;

export const taggerTrainer: Trainer = {
  model: TAGGER_MODEL.name,
  after: ["word-classes"],
  train({ dataFolder, progress }) {
    const sentences = readTrainingSentences(dataFolder);
    const words = getWordFacts();
    const content = learnTagger(sentences, words, {}, progress);
    const tagger = new Tagger(readModelFile(writeModelFile(content), TAGGER_MODEL), words);
    const context = { dataFolder, split: "dev" } as const;
    const scores = [...scoreTags(context, tagger), ...scoreLemmas(context, tagger)];
    return {
      content,
      card: {
        purpose:
          "Gives words their universal part of speech, morphological features and lemma. Labels of universal and Penn " +
          "tags by Viterbi over a linear model, features by a second one, lemmas by rules for endings.",
        data: [
          "UD English EWT, train; CC BY-SA 4.0",
          `UD English GUM, train, openly licensed genres only (${OPEN_GUM_GENRES.join(", ")}); annotations CC BY 4.0`,
          "One sentence in five also in lower case, some in capitals as headlines have them",
          "Word classes: see `word-classes.md`",
        ],
        seed: SEED,
        scores: scores.map(({ set, measure, value }) => [`${measure}, ${set} dev`, `${value.toFixed(2)} %`]),
        limits: [
          "English only; web text, news, interviews, speeches, encyclopaedia. Verse, code and tables are guessed at.",
          "In lower-cased text names are often taken for common nouns.",
        ],
      },
    };
  },
};

function readTrainingSentences(dataFolder: string): TreebankSentence[] {
  const gum = readTreebank(dataFolder, "ud/en_gum-ud-train.conllu.gz");
  return [
    ...readTreebank(dataFolder, "ud/en_ewt-ud-train.conllu.gz"),
    ...gum.filter((sentence) => isOfGenre(sentence, OPEN_GUM_GENRES)),
  ];
}

/** Learns all parts of the model from annotated sentences. */
export function learnTagger(
  sentences: readonly TreebankSentence[],
  words: WordFacts,
  options: TaggerTrainingOptions,
  progress: (line: string) => void,
): ModelContent {
  const noisy = [...sentences, ...addNoise(sentences)];
  const labels = listLabels(sentences);
  const features = listFeatures(sentences);
  const tagSections = learnTags(noisy, labels, words, options.tags, progress);
  const morphologySections = learnMorphology(noisy, labels, features, words, options.morphology, progress);
  const settings: TaggerSettings = { labels: labels.names, features };
  return {
    ...TAGGER_MODEL,
    settings,
    sections: { ...tagSections, ...morphologySections, ...learnLemmas(sentences, labels, words) },
  };
}

/** Sentences as bad text has them: in lower case, in capitals, with every word capitalised, with other quotation marks. */
function addNoise(sentences: readonly TreebankSentence[]): TreebankSentence[] {
  const rewrite = (
    sentence: TreebankSentence,
    change: (form: string, position: number) => string,
  ): TreebankSentence => ({
    ...sentence,
    words: sentence.words.map((word, i) => ({ ...word, form: change(word.form, i) })),
  });
  const isSmall = /^(?:a|an|and|as|at|but|by|for|from|in|into|of|on|or|over|the|to|vs\.?|with|'s|n't)$/i;
  return sentences.flatMap((sentence, i) => {
    if (i % 5 === 0) return [rewrite(sentence, (form) => form.toLowerCase())];
    if (i % 20 === 1) {
      return [
        rewrite(sentence, (form, position) =>
          position > 0 && isSmall.test(form) ? form : form.charAt(0).toUpperCase() + form.slice(1),
        ),
      ];
    }
    if (i % 40 === 2) return [rewrite(sentence, (form) => form.toUpperCase())];
    if (sentence.words.some(({ form }) => form === '"') && i % 2 === 0) {
      const [open, close] = i % 4 === 0 ? ["``", "''"] : ["“", "”"];
      return [
        rewrite(sentence, (form, position) => {
          if (form !== '"') return form;
          return sentence.words[position].pennTag === "``" ? open : close;
        }),
      ];
    }
    return [];
  });
}

interface Labels {
  names: string[];
  find(word: TreebankWord): number;
}

function listLabels(sentences: readonly TreebankSentence[]): Labels {
  const counts = new Map<string, number>();
  for (const { words } of sentences) {
    for (const { tag, pennTag } of words) counts.set(`${tag}/${pennTag}`, (counts.get(`${tag}/${pennTag}`) ?? 0) + 1);
  }
  const byCount = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const tags = new Set<string>();
  // Every tag keeps at least its commonest label.
  const kept = byCount.filter(([label, count]) => {
    const isFirst = !tags.has(label.split("/")[0]);
    tags.add(label.split("/")[0]);
    return isFirst || count >= LEAST_LABEL_COUNT;
  });
  const names = kept.map(([label]) => label).sort();
  const numbers = new Map(names.map((label, number) => [label, number]));
  const ofTag = new Map<string, number>();
  for (const [label] of kept) {
    if (!ofTag.has(label.split("/")[0])) ofTag.set(label.split("/")[0], numbers.get(label)!);
  }
  return { names, find: ({ tag, pennTag }) => numbers.get(`${tag}/${pennTag}`) ?? ofTag.get(tag)! };
}

function listFeatures(sentences: readonly TreebankSentence[]): string[] {
  const counts = new Map<string, number>();
  for (const { words } of sentences)
    for (const { features } of words) counts.set(features, (counts.get(features) ?? 0) + 1);
  const often = [...counts].filter(([, count]) => count >= LEAST_FEATURES_COUNT);
  // Numbers of features are bytes.
  const kept = often.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 255);
  return [...new Set(["_", ...kept.map(([features]) => features)])].slice(0, 255).sort();
}

function learnTags(
  sentences: readonly TreebankSentence[],
  labels: Labels,
  words: WordFacts,
  options: SequenceTrainingOptions | undefined,
  progress: (line: string) => void,
): ModelContent["sections"] {
  const nameLabels = labels.names.flatMap((label, number) => (/^(?:PROPN|ADJ)\/NNPS?$/.test(label) ? [number] : []));
  const builder = new TagLexiconBuilder(nameLabels);
  for (const sentence of sentences) {
    const rows = words.findRows(sentence.words.map(({ form }) => ({ text: form })));
    for (const [i, word] of sentence.words.entries()) builder.add(words.values, rows[i], labels.find(word));
  }
  const sections = builder.build();
  const container = { name: "lexicon", version: 1 };
  const file = readModelFile(writeModelFile({ ...container, settings: null, sections }), container);
  const lexicon = new TagLexicon(file, labels.names.length);
  const data = new SequenceTrainingData([{ name: "tags", labels: labels.names }]);
  const window = new TaggerWindow();
  const buffer = new FeatureBuffer();
  for (const sentence of sentences) {
    const rows = words.findRows(sentence.words.map(({ form }) => ({ text: form })));
    const gold = Uint8Array.from(sentence.words, (word) => labels.find(word));
    const choices = Int32Array.from(rows, (row) => lexicon.find(words.values, row));
    const candidates = listCandidates(lexicon.table, choices, gold);
    window.fill(words.values, rows, 0, rows.length, choices);
    buffer.clear();
    for (let i = 0; i < rows.length; i++) {
      buffer.addPosition();
      if (candidates.starts[i + 1] - candidates.starts[i] > 1) window.addFeatures(i, buffer);
    }
    data.add(buffer, [gold], candidates);
  }
  const parts = trainSequenceModel(data, {
    seed: SEED,
    ...DEFAULTS.tags,
    onEpoch: (epoch, wrong) => progress(`tags, epoch ${epoch}: ${wrong.toFixed(2)} % wrong while learning`),
    ...options,
  });
  return { ...sections, ...toModelSections("tags", parts) };
}

function learnMorphology(
  sentences: readonly TreebankSentence[],
  labels: Labels,
  features: readonly string[],
  words: WordFacts,
  options: SequenceTrainingOptions | undefined,
  progress: (line: string) => void,
): ModelContent["sections"] {
  const numbers = new Map(features.map((name, number) => [name, number]));
  const numberOf = (name: string): number => numbers.get(name) ?? numbers.get("_")!;
  const seen = new Map<number, { label: number; total: number; sets: Map<number, number> }>();
  for (const sentence of sentences) {
    const rows = words.findRows(sentence.words.map(({ form }) => ({ text: form })));
    for (const [i, word] of sentence.words.entries()) {
      const label = labels.find(word);
      const key = findMorphologyKey(words.values, rows[i], label);
      let entry = seen.get(key);
      if (entry === undefined) seen.set(key, (entry = { label, total: 0, sets: new Map() }));
      const set = numberOf(word.features);
      entry.total++;
      entry.sets.set(set, (entry.sets.get(set) ?? 0) + 1);
    }
  }
  const usual = labels.names.map((_, label) => {
    const counts = new Map<number, number>();
    const all = new Map<number, number>();
    for (const entry of seen.values()) {
      if (entry.label !== label) continue;
      for (const [set, count] of entry.sets) {
        all.set(set, (all.get(set) ?? 0) + count);
        if (entry.total <= KNOWN_COUNT) counts.set(set, (counts.get(set) ?? 0) + count);
      }
    }
    const often = [...counts].filter(([, count]) => count >= LEAST_USUAL_COUNT);
    const rarest = [...all].sort((a, b) => b[1] - a[1]).slice(0, 1);
    return (often.length > 0 ? often : rarest).map(([set]) => set);
  });
  const numbering = new ChoiceNumbering();
  const usualChoices = usual.map((sets) => numbering.toChoice(sets));
  const entries = new Map<number, number>();
  for (const [key, { label, total, sets }] of seen) {
    const choice = numbering.toChoice(total < KNOWN_COUNT ? [...sets.keys(), ...usual[label]] : sets.keys());
    if (choice !== usualChoices[label]) entries.set(key, choice);
  }
  const { choices } = numbering;
  const data = new SequenceTrainingData([{ name: "features", labels: features }]);
  const buffer = new FeatureBuffer();
  const kinds = findLabelKinds(labels.names);
  for (const sentence of sentences) {
    const rows = words.findRows(sentence.words.map(({ form }) => ({ text: form })));
    const sentenceLabels = Uint8Array.from(sentence.words, (word) => labels.find(word));
    const gold = Uint8Array.from(sentence.words, (word) => numberOf(word.features));
    const starts = new Int32Array(rows.length + 1);
    const candidates: number[] = [];
    buffer.clear();
    for (let i = 0; i < rows.length; i++) {
      const label = sentenceLabels[i];
      const choice = entries.get(findMorphologyKey(words.values, rows[i], label)) ?? usualChoices[label];
      const possible = choices[choice];
      candidates.push(...possible);
      if (!possible.includes(gold[i])) candidates.push(gold[i]);
      starts[i + 1] = candidates.length;
      buffer.addPosition();
      if (possible.length > 1) {
        addMorphologyFeatures(buffer, words.values, rows, 0, sentenceLabels, kinds, i, choice);
      }
    }
    data.add(buffer, [gold], { starts, labels: Uint8Array.from(candidates) });
  }
  const parts = trainSequenceModel(data, {
    seed: SEED,
    ...DEFAULTS.morphology,
    onEpoch: (epoch, wrong) => progress(`features, epoch ${epoch}: ${wrong.toFixed(2)} % wrong while learning`),
    ...options,
  });
  return {
    ...toChoiceSections("morphology", entries, choices),
    "morphology.usual": Uint16Array.from(usualChoices),
    ...toModelSections("features", parts),
  };
}

function learnLemmas(
  sentences: readonly TreebankSentence[],
  labels: Labels,
  words: WordFacts,
): ModelContent["sections"] {
  const builder = new LemmaRuleBuilder();
  for (const sentence of sentences) {
    const rows = words.findRows(sentence.words.map(({ form }) => ({ text: form })));
    for (const [i, word] of sentence.words.entries()) {
      const keepsCase = word.tag === "PROPN" || word.tag === "X";
      const form = keepsCase ? word.form : word.form.toLowerCase();
      if (word.lemma !== "_") builder.add(form, word.lemma, words.values, rows[i], labels.find(word));
    }
  }
  return builder.build();
}

/** The labels of each position's choice; the right one is added where it is missing. */
function listCandidates(
  table: { starts: Int32Array; labels: Uint8Array },
  choices: Int32Array,
  gold: Uint8Array,
): { starts: Int32Array; labels: Uint8Array } {
  const starts = new Int32Array(choices.length + 1);
  const labels: number[] = [];
  for (const [i, choice] of choices.entries()) {
    const possible = table.labels.subarray(table.starts[choice], table.starts[choice + 1]);
    labels.push(...possible);
    if (!possible.includes(gold[i])) labels.push(gold[i]);
    starts[i + 1] = labels.length;
  }
  return { starts, labels: Uint8Array.from(labels) };
}
