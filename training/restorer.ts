/** Trains the model `restorer`: lexicon, forms, case, spacing. */
import { bucketCapitals } from "../src/language/restore-case.ts";
import { PLACE_BITS } from "../src/language/restore-contexts.ts";
import { writeRestorerModel } from "../src/language/restore-model.ts";
import { packWeights } from "../src/language/restore-weights.ts";
import { countCases, findMixedForms, hashEntry, trainCase, trainSpacing } from "./restorer-case.ts";
import { makeFormClasses } from "./restorer-classes.ts";
import { readRestorerCorpus } from "./restorer-corpus.ts";
import { makeLexicon, shrinkLexicon } from "./restorer-lexicon.ts";
import { trainWords } from "./restorer-words.ts";
import type { Trainer, TrainingContext } from "./trainer.ts";

const SCALE = 16;

/** What a trial may change. */
export interface RestorerSettings {
  share: number;
  wordWeights: number;
  caseWeights: number;
  spacingWeights: number;
  beam: number;
}

const SETTINGS: RestorerSettings = {
  share: 1,
  wordWeights: 2_500_000,
  caseWeights: 350_000,
  spacingWeights: 60_000,
  beam: 4,
};

export const restorerTrainer: Trainer = {
  model: "restorer",
  after: [],
  train(context) {
    return {
      content: trainRestorer(context, SETTINGS),
      card: {
        purpose:
          "Gives stemmed and lower-cased tokenised reports their words, case and spacing back. A log-linear model over hashed contexts chooses among the forms that a stem can come from, a second one the case, a third one the gaps.",
        data: [
          "data/text: AllSides, Reuters and BBC news, stemmed with our own stemmer, 11 M words (research); articles that share twelve words in a row with a development text left out",
          "PolNeAR train, likewise (research), and its CoreNLP tags for the classes of forms",
          "EWT train, tags of forms (CC BY-SA 4.0)",
        ],
        seed: 20_240_521,
        scores: [],
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
  const lexicon = makeLexicon(corpus, classes, []);
  const words = trainWords(corpus, lexicon, classes, {
    rates: [0.3, 0.3], keep: settings.wordWeights, minTouches: 2, progress,
  }); // biome-ignore format: one line
  const wordWeights = packWeights(words.places(), PLACE_BITS, SCALE);
  const counts = countCases(corpus, classes);
  const mixed = findMixedForms(corpus);
  const options = { rate: 0.3, minTouches: 2, progress };
  const mixedForms = new Set(mixed.map(([form]) => form));
  const cases = trainCase(corpus, classes, counts, mixedForms, { ...options, keep: settings.caseWeights });
  const spacing = trainSpacing(corpus, classes, { ...options, keep: settings.spacingWeights });
  const capitals = new Map(
    corpus.vocabulary.map((entry, id) => [
      hashEntry(entry),
      bucketCapitals(counts[id * 4], counts[id * 4 + 1], counts[id * 4 + 2], counts[id * 4 + 3]),
    ]),
  );
  return writeRestorerModel({
    lexicon: shrinkLexicon(lexicon, (form) => capitals.get(form) ?? 0),
    words: wordWeights,
    scale: SCALE,
    tags: classes.tags,
    ownEnd: classes.ownEnd,
    marks: classes.marks,
    beam: settings.beam,
    cases: packWeights(cases.places(), 24, SCALE),
    mixed,
    spacing: packWeights(spacing.places(), 22, SCALE),
  });
}
