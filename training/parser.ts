/** Trains the dependency parser on the open part of the English treebanks. */

import { type ModelContent, readModelFile, writeModelFile } from "../src/language/model-file.ts";
import { parseWith } from "../src/language/parse.ts";
import { PARSER_MODEL, type ParserSettings, readParserModel, WEIGHT_BITS } from "../src/language/parse-model.ts";
import { createTreeSearch } from "../src/language/parse-sentence.ts";
import { scoreTrees } from "./parser-evaluation.ts";
import { Learner, listRelations, tabulateRelations, toExamples } from "./parser-learning.ts";
import { jackknifeTags } from "./parser-tags.ts";
import { gumGenre, readTreebank, type TreeSentence } from "./parser-treebank.ts";
import { readTrainingSentences } from "./tagger-trainer.ts";
import type { Trainer } from "./trainer.ts";

const SEED = 41;
const ROUNDS = 8;
/** Analyses followed side by side while learning. */
const WIDTH = 4;
/** Of GUM, the genres whose texts may be used for any purpose. */
const OPEN_GENRES = new Set(["news", "interview", "speech", "bio", "voyage", "academic"]);

export const parserTrainer: Trainer = {
  model: PARSER_MODEL.name,
  after: ["word-classes"],
  train({ dataFolder, progress }) {
    const sentences = jackknifeTags(
      dataFolder,
      readTrainingTrees(dataFolder),
      readTrainingSentences(dataFolder),
      progress,
    );
    const content = learnParser(sentences, ROUNDS, progress);
    const model = readParserModel(readModelFile(writeModelFile(content), PARSER_MODEL));
    const search = createTreeSearch(model);
    return {
      content,
      card: {
        purpose:
          "Draws dependency trees. Arc-hybrid moves and relations by one averaged structured perceptron, learnt by max-violation updates from automatic tags; close choices are followed side by side. Punctuation is attached by rule.",
        data: [
          "UD English EWT, train (CC BY-SA 4.0)",
          "UD English GUM, train documents of the genres news, interview, speech, bio, voyage, academic (annotations CC BY 4.0, texts open)",
          "Tags of both by four taggers, each of which has not seen what it tags; raw news and word classes as for the tagger",
        ],
        seed: SEED,
        scores: scoreTrees(dataFolder, "dev", (document) => parseWith(search, model.relations, document))
          .filter(({ measure }) => measure !== "words per second")
          .map(({ set, measure, value }) => [`${measure}, ${set} dev`, `${value.toFixed(1)} %`]),
        limits: ["Trees are projective: 0.15 % of arcs of EWT cannot be drawn."],
      },
    };
  },
};

/** Learns the parser from sentences with trees and tags. */
export function learnParser(
  sentences: readonly TreeSentence[],
  epochs: number,
  progress: (line: string) => void,
  afterEpoch?: (epoch: number, pack: () => ModelContent) => void,
): ModelContent {
  const relations = listRelations(sentences);
  const examples = toExamples(sentences, relations);
  const table = tabulateRelations(examples, relations);
  const pack = (): ModelContent => {
    const moves = learner.scorer.moveWeights.pack(WEIGHT_BITS, learner.steps);
    const labels = learner.scorer.labelWeights.pack(learner.steps);
    const settings: ParserSettings = { labelUnit: moves.scale / labels.scale };
    return {
      ...PARSER_MODEL,
      settings,
      sections: {
        relations: relations.join("\n"),
        "move-weights": moves.packed,
        "label-weights": labels.packed,
        "arc-relation-starts": table.arcRelationStarts,
        "arc-relations": table.arcRelations,
      },
    };
  };
  const learner = new Learner(table, {
    epochs,
    seed: SEED,
    moveBits: 23,
    labelBits: WEIGHT_BITS,
    width: WIDTH,
    progress,
    afterEpoch: (epoch) => afterEpoch?.(epoch, pack),
  });
  learner.learn(examples);
  return pack();
}

function readTrainingTrees(dataFolder: string): TreeSentence[] {
  return [
    ...readTreebank(dataFolder, "ud/en_ewt-ud-train.conllu.gz"),
    ...readTreebank(dataFolder, "ud/en_gum-ud-train.conllu.gz").filter(({ document }) =>
      OPEN_GENRES.has(gumGenre(document)),
    ),
  ];
}
