/** Trains the model `restorer`: lexicon, forms, case, spacing. */

import { readModelFile, writeModelFile } from "../src/language/model-file.ts";
import { Restorer } from "../src/language/restore.ts";
import { bucketCapitals } from "../src/language/restore-case.ts";
import { PLACE_BITS } from "../src/language/restore-contexts.ts";
import { RESTORER_VERSION, readRestorerModel, writeRestorerModel } from "../src/language/restore-model.ts";
import { packWeights } from "../src/language/restore-weights.ts";
import { measureRestoring } from "./evaluate-restoring.ts";
import { countCases, findMixedForms, hashEntry, trainCase, trainSpacing } from "./restorer-case.ts";
import { makeFormClasses } from "./restorer-classes.ts";
import { clusterCorpus } from "./restorer-clusters.ts";
import { readRestorerCorpus } from "./restorer-corpus.ts";
import { makeLexicon, shrinkLexicon } from "./restorer-lexicon.ts";
import { makeNameFilter } from "./restorer-names.ts";
import { trainWords } from "./restorer-words.ts";
import type { Trainer, TrainingContext } from "./trainer.ts";

const SCALE = 32;

/** What a trial may change. */
export interface RestorerSettings {
  share: number;
  wordWeights: number;
  caseWeights: number;
  spacingWeights: number;
  beam: number;
  clusters: number;
  clusteredWords: number;
}

const SETTINGS: RestorerSettings = {
  share: 1,
  wordWeights: 1_350_000,
  caseWeights: 240_000,
  spacingWeights: 60_000,
  beam: 2,
  clusters: 220,
  clusteredWords: 14_000,
};

export const restorerTrainer: Trainer = {
  model: "restorer",
  after: [],
  train(context) {
    const content = trainRestorer(context, SETTINGS);
    const file = readModelFile(writeModelFile(content), { name: "restorer", version: RESTORER_VERSION });
    const restorer = new Restorer(readRestorerModel(file));
    const scores = measureRestoring((original, form) => restorer.restore(original, form), context.dataFolder, "dev");
    return {
      content,
      card: {
        purpose:
          "Gives stemmed and lower-cased tokenised reports their words, case and spacing back. A log-linear model over hashed contexts chooses among the forms that a stem can come from, a second one the case, a third one the gaps.",
        data: [
          "data/text: AllSides, Reuters and BBC news, stemmed with our own stemmer, 12 M words (research); articles that share twelve words in a row with a development text left out",
          "BASIL and the synthetic stories of NGEC, likewise (research)",
          "PolNeAR train, likewise (research), and its CoreNLP tags for the classes of forms",
          "EWT train, tags of forms (CC BY-SA 4.0)",
          "Lists of given names, surnames, cities, countries and members of parliaments, as a filter of hashes (Unlicense, CC BY 4.0, ODbL, research)",
        ],
        seed: 20_240_521,
        scores: scores.map(({ set, measure, value }) => [`${measure}, ${set} dev`, `${value.toFixed(2)} %`]),
        limits: [
          "Made for news in English. Words whose forms differ by what the report means alone (a plan, plans) are guessed from few words around.",
          "Names never seen are copied as they stand, or get the ending that rare words with the same last letters have.",
        ],
      },
    };
  },
};

export function trainRestorer({ dataFolder, progress }: TrainingContext, settings: RestorerSettings) {
  progress("reading and stemming");
  const corpus = readRestorerCorpus(dataFolder, settings.share);
  const classes = makeFormClasses(dataFolder, corpus);
  progress("clusters");
  const clusters = clusterCorpus(corpus, settings.clusters, settings.clusteredWords);
  const lexicon = makeLexicon(corpus, classes, clusters);
  const words = trainWords(corpus, lexicon, classes, {
    rate: 0.1, keep: settings.wordWeights, keepAt: 0.8, clusters,
    minTouches: 2, progress,
  }); // biome-ignore format: one line
  const wordWeights = packWeights(words.places(), PLACE_BITS, SCALE);
  const counts = countCases(corpus, classes);
  const mixed = findMixedForms(corpus);
  const options = { rate: 0.1, minTouches: 2, progress };
  const mixedForms = new Set(mixed.map(([form]) => form));
  const cases = trainCase(corpus, classes, counts, mixedForms, { ...options, step: 2, keep: settings.caseWeights });
  const spacing = trainSpacing(corpus, classes, { ...options, step: 2, keep: settings.spacingWeights });
  const capitals = new Map(
    corpus.vocabulary.map((entry, id) => [
      hashEntry(entry),
      bucketCapitals(counts[id * 4], counts[id * 4 + 1], counts[id * 4 + 2], counts[id * 4 + 3]),
    ]),
  );
  const markForms = new Map(corpus.vocabulary.map(({ hash }, id) => [hash, clusters.ofForms[id]]));
  return writeRestorerModel({
    lexicon: shrinkLexicon(lexicon, (form) => capitals.get(form) ?? 0, makeNameFilter(dataFolder, lexicon.rules)),
    words: wordWeights,
    scale: SCALE,
    tags: classes.tags,
    ownEnd: classes.ownEnd,
    marks: classes.marks,
    markClusters: classes.marks.map(clusters.ofStem),
    markFormClusters: classes.marks.map((mark) => markForms.get(mark) ?? 0),
    beam: settings.beam,
    cases: packWeights(cases.places(), 24, SCALE),
    mixed,
    spacing: packWeights(spacing.places(), 22, SCALE),
  });
}
