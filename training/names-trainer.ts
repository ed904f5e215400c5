/** Trains the names model. */

import { FeatureBuffer } from "../src/language/feature-buffer.ts";
import { NAMES_MODEL, NameFinder } from "../src/language/find-names.ts";
import { NAME_LABELS, NameFeatureReader } from "../src/language/find-names-features.ts";
import { fromLexiconSections, toLexiconSections } from "../src/language/find-names-lexicon.ts";
import { type ModelContent, readModelFile, writeModelFile } from "../src/language/model-file.ts";
import {
  type Candidates,
  fromModelSections,
  type SequenceLabeller,
  toModelSections,
} from "../src/language/sequence-model.ts";
import { readGumNames, readPolnearNames, readTaggedSet, readTreebankForNames } from "./names-corpora.ts";
import { respell, toDocument } from "./names-documents.ts";
import { isHeldOut, readMeasuredSets, scoreNames } from "./names-evaluation.ts";
import {
  fromLabels,
  type LabelledDocument,
  type LabelledName,
  type LabelledSentence,
  toLabels,
} from "./names-labels.ts";
import { collectWordFacts } from "./names-lexicon.ts";
import { createRandom } from "./random.ts";
import { SequenceTrainingData, type SequenceTrainingOptions, trainSequenceModel } from "./sequence-trainer.ts";
import type { Trainer } from "./trainer.ts";

const SEED = 11;
/** Sets labelled by a program. */
const SILVER = new Set(["polnear", "ewt"]);

export interface NamesTrainingOptions extends SequenceTrainingOptions {
  lowerShare: number;
  otherShare: number;
  goldWeight: number;
  polnearShare: number;
  /** How sure an earlier model must be to overrule GMB's labels, in units of training. */
  repairMargin: number;
  treebank: number;
}

export const DEFAULTS: NamesTrainingOptions = {
  epochs: 6,
  seed: SEED,
  minCount: 2,
  aggressiveness: 0.05,
  maxWeights: 450_000,
  lowerShare: 0.3,
  otherShare: 0.1,
  goldWeight: 2,
  polnearShare: 1,
  repairMargin: 0.5,
  treebank: 1,
};

/** Every annotated document that may be learnt from. */
export function readTrainingDocuments(dataFolder: string, polnearShare: number): LabelledDocument[] {
  return [
    ...readTaggedSet(dataFolder, "gmb-dev").filter((document) => !isHeldOut(document)),
    ...readTaggedSet(dataFolder, "wikigold"),
    ...readTaggedSet(dataFolder, "crossner-politics-train", 1),
    ...readGumNames(dataFolder, "train"),
    ...readPolnearNames(dataFolder, "train").filter((_, i) => (i % 20) / 20 < polnearShare),
  ];
}

/** Trains a model on documents whose names are taken as they are. */
export function trainNames(
  documents: readonly LabelledDocument[],
  facts: ReadonlyMap<number, number>,
  options: NamesTrainingOptions,
): ModelContent {
  const sections = toLexiconSections(facts);
  const lexicon = writeModelFile({ ...NAMES_MODEL, settings: {}, sections });
  const reader = new NameFeatureReader(fromLexiconSections(readModelFile(lexicon, NAMES_MODEL)));
  const data = new SequenceTrainingData([{ name: "names", labels: NAME_LABELS, scheme: "bio" }]);
  const buffer = new FeatureBuffer();
  const random = createRandom(SEED);
  const add = (labelled: LabelledDocument): void => {
    const document = toDocument(labelled.sentences);
    reader.readDocument(document);
    const weight = SILVER.has(labelled.set) ? 1 : options.goldWeight;
    const labels = toLabels(labelled.sentences);
    for (let run = 0; run < reader.runCount; run++) {
      const [start, end] = reader.runs.subarray(run * 2, run * 2 + 2);
      buffer.clear();
      reader.addFeatures(start, end, buffer);
      data.add(buffer, [holdToScheme(labels.slice(start, end))], undefined, weight);
    }
  };
  for (const document of documents) {
    add(document);
    if (random() < options.lowerShare) add(respell(document, "lower"));
    const other = random();
    if (other < options.otherShare / 2) add(respell(document, "upper"));
    else if (other < options.otherShare) add(respell(document, "title"));
  }
  return {
    ...NAMES_MODEL,
    settings: {},
    sections: { ...sections, ...toModelSections("first", trainSequenceModel(data, options)) },
  };
}

/** Names by a model, in sentences of any set. */
class SilverLabeller {
  readonly #labeller: SequenceLabeller;
  readonly #reader: NameFeatureReader;
  readonly #buffer = new FeatureBuffer();

  constructor(content: ModelContent) {
    const file = readModelFile(writeModelFile(content), NAMES_MODEL);
    this.#labeller = fromModelSections("first", file);
    this.#reader = new NameFeatureReader(fromLexiconSections(file));
  }

  /**
   * Per sentence the names, and how sure each is, in units of training.
   *
   * @param mayBegin Per sentence and word whether a name may begin there; anywhere, where it is absent.
   */
  label(sentences: readonly LabelledSentence[], mayBegin?: readonly (readonly boolean[])[]): SureName[][] {
    const document = toDocument(sentences);
    const reader = this.#reader;
    reader.readDocument(document);
    const names: SureName[][] = sentences.map(() => []);
    const allowed = mayBegin?.flat();
    let s = 0;
    for (let run = 0; run < reader.runCount; run++) {
      const [start, end] = reader.runs.subarray(run * 2, run * 2 + 2);
      while (document.sentences[s].endToken <= start) s++;
      this.#buffer.clear();
      reader.addFeatures(start, end, this.#buffer);
      this.#labeller.read(this.#buffer);
      const labels = this.#labeller.label(0, allowed && toCandidates(allowed.slice(start, end)));
      const margins = this.#labeller.findMargins(0, labels);
      const offset = start - document.sentences[s].startToken;
      for (const { start, end, kind } of fromLabels(labels)) {
        names[s].push({
          start: start + offset,
          end: end + offset,
          kind,
          margin: Math.min(...margins.subarray(start, end)),
        });
      }
    }
    return names;
  }
}

interface SureName extends LabelledName {
  margin: number;
}

/** Where a run begins inside a name, whose first words were left out, the rest of the name is taught as a name. */
function holdToScheme(labels: Uint8Array): Uint8Array {
  if (NAME_LABELS[labels[0]].startsWith("I-")) labels[0]--;
  return labels;
}

function toCandidates(mayBegin: readonly boolean[]): Candidates {
  const starts = new Int32Array(mayBegin.length + 1);
  const labels: number[] = [];
  for (const [i, may] of mayBegin.entries()) {
    for (const [label, name] of NAME_LABELS.entries()) {
      if (name === "O" || (may && name.startsWith("B-")) || (i > 0 && name.startsWith("I-"))) labels.push(label);
    }
    starts[i + 1] = labels.length;
  }
  return { starts, labels: Uint8Array.from(labels) };
}

/** Where an earlier model is sure and disagrees with labels that are often wrong, its names replace them. */
function repairNames(
  documents: readonly LabelledDocument[],
  labeller: SilverLabeller,
  minMargin: number,
): LabelledDocument[] {
  return documents.map((document) => {
    const found = labeller.label(document.sentences);
    return {
      ...document,
      sentences: document.sentences.map(({ words, names }, s) => {
        const sure = found[s].filter(({ margin }) => margin >= minMargin);
        const kept = names.filter(({ start, end }) => !sure.some((name) => start < name.end && name.start < end));
        return { words, names: [...kept, ...sure].sort((a, b) => a.start - b.start) };
      }),
    };
  });
}

/** Everything to learn from: annotated sets, GMB repaired, and a treebank labelled by an earlier model. */
export function prepareDocuments(
  dataFolder: string,
  facts: ReadonlyMap<number, number>,
  options: NamesTrainingOptions,
): LabelledDocument[] {
  const documents = readTrainingDocuments(dataFolder, options.polnearShare);
  const reliable = documents.filter(({ set }) => set !== "gmb-dev");
  const first = new SilverLabeller(trainNames(reliable, facts, { ...options, epochs: 3 }));
  const repaired = repairNames(
    documents.filter(({ set }) => set === "gmb-dev"),
    first,
    options.repairMargin,
  );
  if (options.treebank === 0) return [...reliable, ...repaired];
  const second = new SilverLabeller(trainNames([...reliable, ...repaired], facts, { ...options, epochs: 3 }));
  const treebank = readTreebankForNames(dataFolder).map((sentences, i): LabelledDocument => {
    const unnamed = sentences.map(({ words }) => ({ words, names: [] }));
    const found = second.label(
      unnamed,
      sentences.map(({ mayBegin }) => mayBegin),
    );
    return { set: "ewt", id: `ewt-${i}`, sentences: unnamed.map(({ words }, s) => ({ words, names: found[s] })) };
  });
  return [...reliable, ...repaired, ...treebank];
}

export const namesTrainer: Trainer = {
  model: NAMES_MODEL.name,
  after: ["gazetteer", "segmenter", "word-classes"],
  train({ dataFolder, progress }) {
    const facts = collectWordFacts(dataFolder);
    const options = {
      ...DEFAULTS,
      onEpoch: (epoch: number, wrong: number) => progress(`pass ${epoch}, ${wrong.toFixed(2)} % wrong`),
    };
    const content = trainNames(prepareDocuments(dataFolder, facts, options), facts, options);
    const finder = new NameFinder(readModelFile(writeModelFile(content), NAMES_MODEL));
    const scores = readMeasuredSets(dataFolder, "dev").flatMap(([set, documents]) =>
      scoreNames(set, documents, (document) => finder.findNames(document)),
    );
    return {
      content,
      card: {
        purpose:
          "Finds names and their kinds: person, organisation, place, state, other. A linear sequence model over hashed features of words, spelling, word classes and lists of names, learnt by passive-aggressive steps and averaged; only tokens that may be part of a name are looked at.",
        data: [
          "ner/gmb, five sixths of the sentence groups, repaired by an earlier model: research.",
          "ner/wikigold: CC BY 4.0. ner/crossner-politics-train: MIT.",
          "ud/en_gum-ud-train, documents of the open genres: CC BY variants.",
          "polnear/train.corenlp, automatic names of news: research.",
          "ud/en_ewt-ud-train, named by an earlier model within its proper nouns: CC BY-SA 4.0.",
          "Lists of names of the folder gazetteer, as bits of hashed words: open, everypolitician research.",
          "Raw news, for how often a word has a capital: research.",
        ],
        seed: SEED,
        scores: scores.map(({ set, measure, value }) => [`${measure}, ${set}`, `${value.toFixed(1)} %`]),
        limits: [
          "Organisations are found much less surely than people and places, and in text without capitals least of all.",
          "Much of the news it learnt from is American and from 2016.",
        ],
      },
    };
  },
};
