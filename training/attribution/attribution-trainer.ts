/** Trains the model of attributions on PolNeAR. */
import { writeModelFile } from "../../src/language/model-file.ts";
import { ATTRIBUTION_MODEL, readAttributionModel } from "../../src/reading/attribution/attribution-model.ts";
import { hasCorpusFile } from "../corpus-files.ts";
import type { Trainer } from "../trainer.ts";
import { measureAttributions } from "./attribution-evaluation.ts";
import { LEARNING_SETTINGS, learnAttributions } from "./attribution-learning.ts";
import { readPolnearArticles } from "./polnear-articles.ts";
import { prepareArticle } from "./prepare-articles.ts";

export const attributionTrainer: Trainer = {
  model: ATTRIBUTION_MODEL.name,
  after: ["segmenter", "word-classes", "tagger", "parser"],
  train({ dataFolder, progress }) {
    progress("analysing articles");
    const articles = readPolnearArticles(dataFolder, "train").map(prepareArticle);
    const { sections, settings } = learnAttributions(articles, LEARNING_SETTINGS, progress);
    const content = { ...ATTRIBUTION_MODEL, settings, sections };
    return {
      content,
      card: {
        purpose:
          "Finds who is said to have said, thought or wanted what. A logistic classifier finds cues, a conditional random field marks source, cue and content for each, in several ways where it is not sure, a softmax over these candidates chooses one, a second classifier judges the whole; its odds are calibrated on articles held out in turn.",
        data: [
          "PolNeAR 1.0 train (Newell, Margolin and Ruths 2018): attributions; no licence stated, used for research; the model holds weights of hashed features only",
        ],
        seed: LEARNING_SETTINGS.cue.seed,
        scores: hasCorpusFile(dataFolder, "polnear/dev.jsonl.gz")
          ? measureAttributions(readAttributionModel(writeModelFile(content)), readPolnearArticles(dataFolder, "dev"))
              .filter(({ measure }) => measure.includes("F1") || measure.startsWith("calibration"))
              .map(({ set, measure, value }): [string, string] => [`${measure}, ${set} dev`, value.toFixed(1)])
          : [],
        limits: [
          "Learnt from US political news of 2015 and 2016: other kinds of news have other cues.",
          "Attitudes, intentions and votes count as attributions, as in PolNeAR; which of them are statements is decided later.",
          "One attribution per cue; a content that continues for more than six sentences after its cue is cut off.",
        ],
      },
    };
  },
};
