/**
 * Parts of speech, morphological features and lemmas.
 *
 * Three steps: labels that join universal and Penn tags, by Viterbi over a linear model (`sequence-model.ts`) narrowed to
 * the labels a word may have (`tag-lexicon.ts`); features, by a second such model that sees the labels of the whole
 * sentence; lemmas, by rules chosen by word and label (`lemma-rules.ts`). Trained by `training/tagger-trainer.ts`.
 */
import { ChoiceTable } from "./choice-table.ts";
import { type Document, TAGS, type Tag, type TaggedDocument } from "./document.ts";
import { LanguageError } from "./errors.ts";
import { FeatureBuffer, joinHashes, mixBits } from "./feature-buffer.ts";
import { LemmaRules } from "./lemma-rules.ts";
import { getModelBytesOrThrow } from "./model-bytes.ts";
import { type ModelFile, readModelFile } from "./model-file.ts";
import { addMorphologyFeatures, LABEL_KINDS } from "./morphology-features.ts";
import { fromModelSections, type SequenceLabeller } from "./sequence-model.ts";
import { TagLexicon } from "./tag-lexicon.ts";
import { TaggerWindow } from "./tagger-features.ts";
import { TaggerScores } from "./tagger-scores.ts";
import { FACTS_PER_WORD, getWordFacts, LOWER, type WordFacts } from "./word-facts.ts";

export const TAGGER_MODEL = { name: "tagger", version: 1 } as const;

/** The settings of the model file. */
export interface TaggerSettings {
  /** Universal and Penn tag: `VERB/VBD`. */
  readonly labels: readonly string[];
  /** Sets of morphological features in the form of CoNLL-U. */
  readonly features: readonly string[];
}

/** The key under which the possible features of a word with a label are kept. */
export function findMorphologyKey(values: Int32Array, row: number, label: number): number {
  return mixBits(joinHashes(label + 1, values[row + LOWER]));
}

/** Per label one of `LABEL_KINDS`. */
export function findLabelKinds(labels: readonly string[]): Uint8Array {
  return Uint8Array.from(labels, (label) => {
    const [tag, pennTag] = label.split("/");
    if (tag === "NOUN" || tag === "PROPN") return LABEL_KINDS.noun;
    if (tag === "PRON" && pennTag !== "PRP$") return LABEL_KINDS.pronoun;
    if (tag === "AUX") return LABEL_KINDS.auxiliary;
    if (tag === "VERB") return LABEL_KINDS.verb;
    return tag === "ADP" ? LABEL_KINDS.adposition : LABEL_KINDS.other;
  });
}

/** Tags documents with one model. Keeps its working memory from sentence to sentence. */
export class Tagger {
  readonly #words: WordFacts;
  readonly #lexicon: TagLexicon;
  readonly #tagModel: SequenceLabeller;
  readonly #scores: TaggerScores;
  readonly #morphology: ChoiceTable;
  /** Choice of features of each label for words that are not in the table. */
  readonly #usualFeatures: Uint16Array;
  readonly #morphologyModel: SequenceLabeller;
  readonly #lemmas: LemmaRules;
  readonly #tags: readonly Tag[];
  readonly #features: readonly string[];
  readonly #kinds: Uint8Array;
  readonly #keepsCase: Uint8Array;
  readonly #window = new TaggerWindow();
  readonly #buffer = new FeatureBuffer();
  #choices = new Int32Array(0);
  #candidates = { starts: new Int32Array(1), labels: new Uint8Array(0) };
  /** Per word of the shared table the lemma last found and its label plus 1, since a word nearly always has the same. */
  #lemmaLabels = new Uint16Array(0);
  #lemmaTexts: string[] = [];
  #generation = -1;

  /** @throws {LanguageError} `model_corrupt`, when sections are missing or do not fit one another. */
  constructor(file: ModelFile, words: WordFacts) {
    const { labels, features } = file.settings as TaggerSettings;
    this.#words = words;
    this.#lexicon = new TagLexicon(file, labels.length);
    this.#tagModel = fromModelSections("tags", file);
    this.#scores = new TaggerScores(this.#tagModel, words, this.#lexicon.table);
    this.#morphology = new ChoiceTable(file, "morphology", features.length);
    this.#usualFeatures = file.getArrayOrThrow("morphology.usual", "u16");
    this.#morphologyModel = fromModelSections("features", file);
    this.#lemmas = new LemmaRules(file);
    const tags = labels.map((label) => label.split("/")[0] as Tag);
    this.#tags = tags;
    this.#features = features;
    this.#kinds = findLabelKinds(labels);
    this.#keepsCase = Uint8Array.from(tags, (tag) => (tag === "PROPN" || tag === "X" ? 1 : 0));
    const isSound =
      tags.every((tag) => TAGS.includes(tag)) &&
      this.#tagModel.labelSets[0].labels.length === labels.length &&
      this.#morphologyModel.labelSets[0].labels.length === features.length &&
      this.#usualFeatures.length === labels.length &&
      this.#usualFeatures.every((choice) => choice > 0 && choice < this.#morphology.choiceCount);
    if (!isSound) throw new LanguageError("model_corrupt", "The lists of the tagger's model do not fit its tables.");
  }

  tag<Input extends Document>(document: Input): Input & TaggedDocument {
    const { tokens, sentences } = document;
    const rows = this.#words.findRows(tokens);
    const { values } = this.#words;
    const tags = new Array<Tag>(tokens.length);
    const features = new Array<string>(tokens.length);
    const lemmas = new Array<string>(tokens.length);
    this.#prepareLemmas();
    for (const { startToken, endToken } of sentences) {
      const labels = this.#labelSentence(values, rows, startToken, endToken);
      const sets = this.#findFeatures(values, rows, startToken, labels);
      for (let i = 0; i < labels.length; i++) {
        const at = startToken + i;
        tags[at] = this.#tags[labels[i]];
        features[at] = this.#features[sets[i]];
        lemmas[at] = this.#findLemma(tokens[at].text, rows[at], labels[i]);
      }
    }
    return { ...document, tags, features, lemmas };
  }

  #labelSentence(values: Int32Array, rows: Int32Array, start: number, end: number): Uint8Array {
    const length = end - start;
    const { table } = this.#lexicon;
    this.#makeRoom(length);
    const choices = this.#choices;
    this.#window.fill(values, rows, start, end, this.#lexicon, choices);
    this.#fillCandidates(table, length);
    this.#scores.score(this.#window, rows, start, choices, this.#candidates);
    return this.#tagModel.label(0, this.#candidates);
  }

  #findFeatures(values: Int32Array, rows: Int32Array, start: number, labels: Uint8Array): Uint8Array {
    const table = this.#morphology;
    const { length } = labels;
    const choices = this.#choices;
    const buffer = this.#buffer;
    const kinds = this.#kinds;
    for (let i = 0; i < length; i++) {
      const label = labels[i];
      const choice = table.find(findMorphologyKey(values, rows[start + i], label));
      choices[i] = choice === 0 ? this.#usualFeatures[label] : choice;
    }
    this.#fillCandidates(table, length);
    buffer.clear();
    for (let i = 0; i < length; i++) {
      buffer.addPosition();
      if (table.starts[choices[i] + 1] - table.starts[choices[i]] > 1) {
        addMorphologyFeatures(buffer, values, rows, start, labels, kinds, i, choices[i]);
      }
    }
    this.#morphologyModel.read(buffer);
    return this.#morphologyModel.label(0, this.#candidates);
  }

  #findLemma(text: string, row: number, label: number): string {
    const word = row / FACTS_PER_WORD;
    if (word < this.#lemmaLabels.length && this.#lemmaLabels[word] === label + 1) return this.#lemmaTexts[word];
    const form = this.#keepsCase[label] ? text : text.toLowerCase();
    const lemma = this.#lemmas.apply(form, this.#words.values, row, label);
    if (word >= this.#lemmaLabels.length) {
      const larger = new Uint16Array(Math.max(4096, word * 2));
      larger.set(this.#lemmaLabels);
      this.#lemmaLabels = larger;
    }
    this.#lemmaLabels[word] = label + 1;
    this.#lemmaTexts[word] = lemma;
    return lemma;
  }

  /** Forgets lemmas where the table of words was begun anew. */
  #prepareLemmas(): void {
    if (this.#generation === this.#words.generation) return;
    this.#generation = this.#words.generation;
    this.#lemmaLabels = new Uint16Array(0);
    this.#lemmaTexts = [];
  }

  #fillCandidates(table: ChoiceTable, length: number): void {
    const choices = this.#choices;
    const { starts } = this.#candidates;
    let count = 0;
    for (let i = 0; i < length; i++) {
      starts[i] = count;
      const end = table.starts[choices[i] + 1];
      // No choice has more than 255 labels.
      if (count + 255 > this.#candidates.labels.length) {
        const larger = new Uint8Array((count + 255) * 2);
        larger.set(this.#candidates.labels);
        this.#candidates.labels = larger;
      }
      for (let j = table.starts[choices[i]]; j < end; j++) this.#candidates.labels[count++] = table.labels[j];
    }
    starts[length] = count;
  }

  #makeRoom(length: number): void {
    if (this.#choices.length >= length) return;
    this.#choices = new Int32Array(length * 2);
    this.#candidates.starts = new Int32Array(length * 2 + 1);
  }
}

let loaded: Tagger | undefined;

/**
 * Adds tags, features and lemmas, as the English Universal Dependencies treebanks (EWT, GUM) have them.
 *
 * Reads lower-cased and tokenised text nearly as well as clean text. A document without tokens is given back with empty
 * layers. The models `tagger` and `word-classes` are read at the first call.
 *
 * @throws {LanguageError} `model_missing`, `model_corrupt` or `model_format`.
 */
export function tag<Input extends Document>(document: Input): Input & TaggedDocument {
  loaded ??= new Tagger(readModelFile(getModelBytesOrThrow(TAGGER_MODEL.name), TAGGER_MODEL), getWordFacts());
  return loaded.tag(document);
}
