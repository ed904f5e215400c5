/** Trains `tagger`: tags, morphological features and lemmas. */
import { toChoiceSections } from "../src/language/choice-table.ts";
import { FeatureBuffer } from "../src/language/feature-buffer.ts";
import { type ModelContent, readModelFile, writeModelFile } from "../src/language/model-file.ts";
import { addMorphologyFeatures } from "../src/language/morphology-features.ts";
import { SequenceLabeller, toModelSections } from "../src/language/sequence-model.ts";
import { findLexiconKey, TagLexicon } from "../src/language/tag-lexicon.ts";
import {
  findLabelKinds,
  findMorphologyKey,
  TAGGER_MODEL,
  Tagger,
  type TaggerSettings,
} from "../src/language/tagger.ts";
import { SENTENCE_CASES, TaggerWindow } from "../src/language/tagger-features.ts";
import { TaggerScores } from "../src/language/tagger-scores.ts";
import { getWordFacts, LOWER, type WordFacts } from "../src/language/word-facts.ts";
import { ChoiceNumbering } from "./choice-numbering.ts";
import { scoreLemmas, scoreTags } from "./evaluate-tagger.ts";
import { LemmaRuleBuilder } from "./lemma-rule-builder.ts";
import { readRawSentences } from "./raw-text.ts";
import { SequenceTrainingData, type SequenceTrainingOptions, trainSequenceModel } from "./sequence-trainer.ts";
import { type TagHabits, TagLexiconBuilder } from "./tag-lexicon-builder.ts";
import type { Trainer } from "./trainer.ts";
import { isOfGenre, OPEN_GUM_GENRES, readTreebank, type TreebankSentence, type TreebankWord } from "./treebank.ts";

const SEED = 11;
/** Rarer labels and sets of features are not learnt: the commonest one of the same tag stands for them. */
const LEAST_LABEL_COUNT = 5;
const LEAST_FEATURES_COUNT = 3;
/** A set of features must have been seen so often with rare words of a label to be possible for any word. */
const LEAST_USUAL_COUNT = 3;
const KNOWN_COUNT = 5;
/** One sentence in so many is learnt in lower case, as a headline, or in capitals as well. */
const LOWER_CASE_EVERY = 5;
const HEADLINE_EVERY = 20;
const CAPITALS_EVERY = 40;
/** The first of two rounds need not be as good as the second. */
const FIRST_EPOCHS = 6;

/** Calls back with the words of each sentence of a raw text. */
type RawSentences = (onSentence: (forms: readonly string[]) => void) => void;

export interface TaggerTrainingOptions {
  tags?: SequenceTrainingOptions;
  morphology?: SequenceTrainingOptions;
}

const DEFAULTS = {
  tags: { epochs: 10, minCount: 2, aggressiveness: 0.01, maxWeights: 415_000 },
  morphology: { epochs: 8, minCount: 2, maxWeights: 70_000 },
} as const;

export const taggerTrainer: Trainer = {
  model: TAGGER_MODEL.name,
  after: ["word-classes"],
  train({ dataFolder, progress }) {
    const sentences = readTrainingSentences(dataFolder);
    const words = getWordFacts();
    const content = learnTagger(
      sentences,
      (onSentence) => readRawSentences(dataFolder, onSentence),
      words,
      {},
      progress,
    );
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
          "Raw news text (AllSides, Reuters-21578, BBC), tagged by a first model: which labels a word may have; research",
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

/** The treebanks that taggers learn from. */
export function readTrainingSentences(dataFolder: string): TreebankSentence[] {
  const gum = readTreebank(dataFolder, "ud/en_gum-ud-train.conllu.gz");
  return [
    ...readTreebank(dataFolder, "ud/en_ewt-ud-train.conllu.gz"),
    ...gum.filter((sentence) => isOfGenre(sentence, OPEN_GUM_GENRES)),
  ];
}

/** Learns all parts of the model from annotated sentences; raw text shows what words they lack may be. */
export function learnTagger(
  sentences: readonly TreebankSentence[],
  rawSentences: RawSentences,
  words: WordFacts,
  options: TaggerTrainingOptions,
  progress: (line: string) => void,
): ModelContent {
  const clean = [...sentences, ...changeQuotes(sentences)];
  const recased = changeCase(sentences);
  const all = [...clean, ...recased];
  const labels = listLabels(sentences);
  const features = listFeatures(sentences);
  const first = learnTags(
    clean,
    recased,
    new Map(),
    labels,
    words,
    { ...options.tags, epochs: FIRST_EPOCHS },
    progress,
  );
  const habits = countHabits(rawSentences, first, words);
  progress(`${habits.size} words tagged in raw text`);
  const tags = learnTags(clean, recased, habits, labels, words, options.tags, progress);
  const morphologySections = learnMorphology(all, labels, features, words, options.morphology, progress);
  const settings: TaggerSettings = { labels: labels.names, features };
  return {
    ...TAGGER_MODEL,
    settings,
    sections: { ...tags.sections, ...morphologySections, ...learnLemmas(sentences, labels, words) },
  };
}

/** Sentences as some texts have them: with other quotation marks. */
function changeQuotes(sentences: readonly TreebankSentence[]): TreebankSentence[] {
  return sentences.flatMap((sentence, i) => {
    if (i % 2 === 1 || !sentence.words.some(({ form }) => form === '"')) return [];
    const [open, close] = i % 4 === 0 ? ["``", "''"] : ["“", "”"];
    const change = ({ form, pennTag }: TreebankWord): string => (form !== '"' ? form : pennTag === "``" ? open : close);
    return [{ ...sentence, words: sentence.words.map((word) => ({ ...word, form: change(word) })) }];
  });
}

/** Sentences as bad text and headlines have them: in lower case, with every long word capitalised, in capitals. */
function changeCase(sentences: readonly TreebankSentence[]): TreebankSentence[] {
  const staysSmall = /^(?:a|an|and|as|at|but|by|for|from|in|into|of|on|or|over|the|to|vs\.?|with|'s|n't)$/i;
  const rewrite = (sentence: TreebankSentence, change: (form: string, position: number) => string) => ({
    ...sentence,
    words: sentence.words.map((word, i) => ({ ...word, form: change(word.form, i) })),
  });
  return sentences.flatMap((sentence, i) => {
    if (i % LOWER_CASE_EVERY === 0) return [rewrite(sentence, (form) => form.toLowerCase())];
    if (i % HEADLINE_EVERY === 1) {
      const capitalise = (form: string): string => form.charAt(0).toUpperCase() + form.slice(1);
      return [rewrite(sentence, (form, position) => (position > 0 && staysSmall.test(form) ? form : capitalise(form)))];
    }
    return i % CAPITALS_EVERY === 2 ? [rewrite(sentence, (form) => form.toUpperCase())] : [];
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

/** What has been learnt of tags: the sections of the model, and its parts ready to use. */
interface LearntTags {
  sections: ModelContent["sections"];
  lexicon: TagLexicon;
  labeller: SequenceLabeller;
}

function learnTags(
  clean: readonly TreebankSentence[],
  recased: readonly TreebankSentence[],
  habits: TagHabits,
  labels: Labels,
  words: WordFacts,
  options: SequenceTrainingOptions | undefined,
  progress: (line: string) => void,
): LearntTags {
  const nameLabels = labels.names.flatMap((label, number) => (/^(?:PROPN|ADJ)\/NNPS?$/.test(label) ? [number] : []));
  const builder = new TagLexiconBuilder(nameLabels);
  for (const sentence of [...clean, ...recased]) {
    const rows = words.findRows(sentence.words.map(({ form }) => ({ text: form })));
    for (const [i, word] of sentence.words.entries()) builder.add(words.values, rows[i], labels.find(word));
  }
  builder.addHabits(habits);
  const sections = builder.build();
  const container = { name: "lexicon", version: 1 };
  const file = readModelFile(writeModelFile({ ...container, settings: null, sections }), container);
  const lexicon = new TagLexicon(file, labels.names.length);
  const data = new SequenceTrainingData([{ name: "tags", labels: labels.names }]);
  const window = new TaggerWindow();
  const buffer = new FeatureBuffer();
  for (const sentence of [...clean, ...recased]) {
    const rows = words.findRows(sentence.words.map(({ form }) => ({ text: form })));
    const right = Uint8Array.from(sentence.words, (word) => labels.find(word));
    const choices = new Int32Array(rows.length);
    window.fill(words.values, rows, 0, rows.length, lexicon, choices);
    const candidates = listCandidates(lexicon.table, choices, right);
    buffer.clear();
    for (let i = 0; i < rows.length; i++) {
      buffer.addPosition();
      if (candidates.starts[i + 1] - candidates.starts[i] > 1) window.addFeatures(i, buffer);
    }
    data.add(buffer, [right], candidates);
  }
  const parts = trainSequenceModel(data, {
    seed: SEED,
    ...DEFAULTS.tags,
    onEpoch: (epoch, wrong) => progress(`tags, epoch ${epoch}: ${wrong.toFixed(2)} % wrong while learning`),
    ...options,
  });
  return {
    sections: { ...sections, ...toModelSections("tags", parts) },
    lexicon,
    labeller: new SequenceLabeller(parts),
  };
}

/** Tags raw text, and counts which labels each word gets. */
function countHabits(readSentences: RawSentences, { lexicon, labeller }: LearntTags, words: WordFacts): TagHabits {
  const habits: TagHabits = new Map();
  const window = new TaggerWindow();
  const scores = new TaggerScores(labeller, words, lexicon.table);
  readSentences((forms) => {
    const rows = words.findRows(forms.map((text) => ({ text })));
    const choices = new Int32Array(rows.length);
    window.fill(words.values, rows, 0, rows.length, lexicon, choices);
    const candidates = listCandidates(lexicon.table, choices);
    scores.score(window, rows, 0, choices, candidates);
    const found = labeller.label(0, candidates);
    // In a headline capitals say nothing of the word.
    if (window.sentenceCase !== SENTENCE_CASES.usual) return;
    for (let i = 1; i < rows.length; i++) {
      const key = findLexiconKey(words.values, rows[i]);
      let habit = habits.get(key);
      if (habit === undefined) habits.set(key, (habit = { lower: words.values[rows[i] + LOWER], labels: new Map() }));
      habit.labels.set(found[i], (habit.labels.get(found[i]) ?? 0) + 1);
    }
  });
  return habits;
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

/**
 * The labels of each position's choice. Where the right one is missing it is added, but for a word that will have no
 * other choice when it is tagged: there `right` is changed, so that its neighbours learn what they will see.
 */
function listCandidates(
  table: { starts: Int32Array; labels: Uint8Array },
  choices: Int32Array,
  right?: Uint8Array,
): { starts: Int32Array; labels: Uint8Array } {
  const starts = new Int32Array(choices.length + 1);
  const labels: number[] = [];
  for (const [i, choice] of choices.entries()) {
    const possible = table.labels.subarray(table.starts[choice], table.starts[choice + 1]);
    labels.push(...possible);
    if (right !== undefined && possible.length === 1) right[i] = possible[0];
    else if (right !== undefined && !possible.includes(right[i])) labels.push(right[i]);
    starts[i + 1] = labels.length;
  }
  return { starts, labels: Uint8Array.from(labels) };
}
