/** Trains the names model. */

import { FeatureBuffer } from "../src/language/feature-buffer.ts";
import { NAMES_MODEL } from "../src/language/find-names.ts";
import { NAME_LABELS, NameFeatureReader } from "../src/language/find-names-features.ts";
import { NameLexicon, toLexiconSections } from "../src/language/find-names-lexicon.ts";
import type { ModelContent } from "../src/language/model-file.ts";
import { toModelSections } from "../src/language/sequence-model.ts";
import { readGumNames, readPolnearNames, readTaggedSet } from "./names-corpora.ts";
import { respell, toDocument } from "./names-documents.ts";
import { isHeldOut } from "./names-evaluation.ts";
import { type LabelledDocument, toLabels } from "./names-labels.ts";
import { collectWordFacts } from "./names-lexicon.ts";
import { createRandom } from "./random.ts";
import { SequenceTrainingData, type SequenceTrainingOptions, trainSequenceModel } from "./sequence-trainer.ts";
import type { Trainer } from "./trainer.ts";

const SEED = 11;

export interface NamesTrainingOptions extends SequenceTrainingOptions {
  lowerShare: number;
  otherShare: number;
  goldWeight: number;
  polnearShare: number;
}

export const DEFAULTS: NamesTrainingOptions = {
  epochs: 6,
  seed: SEED,
  minCount: 2,
  maxWeights: 600_000,
  lowerShare: 0.3,
  otherShare: 0.1,
  goldWeight: 2,
  polnearShare: 1,
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

export function trainNames(
  documents: readonly LabelledDocument[],
  facts: ReadonlyMap<number, number>,
  options: NamesTrainingOptions,
): ModelContent {
  const sections = toLexiconSections(facts);
  const lexicon = new NameLexicon(sections["lexicon.keys"] as Uint16Array, sections["lexicon.facts"] as Uint16Array);
  const reader = new NameFeatureReader(lexicon);
  const data = new SequenceTrainingData([{ name: "names", labels: NAME_LABELS, scheme: "bio" }]);
  const buffer = new FeatureBuffer();
  const random = createRandom(SEED);
  const add = (labelled: LabelledDocument): void => {
    const document = toDocument(labelled.sentences);
    reader.readDocument(document);
    for (const [s, { startToken, endToken }] of document.sentences.entries()) {
      if (startToken === endToken) continue;
      buffer.clear();
      reader.addFeatures(startToken, endToken, buffer);
      data.add(
        buffer,
        [toLabels(labelled.sentences[s])],
        undefined,
        labelled.set === "polnear" ? 1 : options.goldWeight,
      );
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

export const namesTrainer: Trainer = {
  model: NAMES_MODEL.name,
  after: ["gazetteer"],
  train({ dataFolder, progress }) {
    const content = trainNames(readTrainingDocuments(dataFolder, DEFAULTS.polnearShare), collectWordFacts(dataFolder), {
      ...DEFAULTS,
      onEpoch: (epoch, wrong) => progress(`pass ${epoch}, ${wrong.toFixed(2)} % wrong`),
    });
    return {
      content,
      card: { purpose: "", data: [], seed: SEED, scores: [], limits: [] },
    };
  },
};
