/** Trains the dependency parser on the open part of the English treebanks. */

import { type ModelContent, readModelFile, writeModelFile } from "../src/language/model-file.ts";
import { parseWith } from "../src/language/parse.ts";
import { PARSER_MODEL, readParserModel } from "../src/language/parse-model.ts";
import { scoreTrees } from "./parser-evaluation.ts";
import { Learner, listRelations, tabulateRelations, toExamples } from "./parser-learning.ts";
import { addTagNoise } from "./parser-noise.ts";
import { gumGenre, readTreebank, type TreeSentence } from "./parser-treebank.ts";
import { createRandom } from "./random.ts";
import type { Trainer } from "./trainer.ts";

const SEED = 41;
const ROUNDS = 8;
const NOISE_SHARE = 0.05;
/** Of GUM, the genres whose texts may be used for any purpose. */
const OPEN_GENRES = new Set(["news", "interview", "speech", "bio", "voyage", "academic"]);

export const parserTrainer: Trainer = {
  model: PARSER_MODEL.name,
  after: [],
  train({ dataFolder, progress }) {
    const sentences = readTrainingTrees(dataFolder);
    const relations = listRelations(sentences);
    const random = createRandom(SEED);
    const examples = toExamples(addTagNoise(sentences, NOISE_SHARE, random), relations);
    const table = tabulateRelations(examples, relations);
    const learner = new Learner(table, {
      epochs: ROUNDS,
      seed: SEED,
      moveBits: 23,
      labelBits: 19,
      exploration: 0.9,
      progress,
    });
    learner.learn(examples);
    const { packed } = learner.moveWeights.pack(19, learner.moveSteps);
    const content: ModelContent = {
      ...PARSER_MODEL,
      settings: {},
      sections: {
        relations: relations.join("\n"),
        "move-weights": packed,
        "label-weights": learner.labelWeights.pack(learner.labelSteps),
        "arc-relation-starts": table.arcRelationStarts,
        "arc-relations": table.arcRelations,
      },
    };
    const model = readParserModel(readModelFile(writeModelFile(content), PARSER_MODEL));
    return {
      content,
      card: {
        purpose:
          "Draws dependency trees. Greedy arc-hybrid parser; two averaged perceptrons, one for moves, trained with a dynamic oracle, one for relations; punctuation is attached by rule.",
        data: [
          "UD English EWT, train (CC BY-SA 4.0)",
          "UD English GUM, train documents of the genres news, interview, speech, bio, voyage, academic (annotations CC BY 4.0, texts open)",
        ],
        seed: SEED,
        scores: scoreTrees(dataFolder, "dev", (document) => parseWith(model, document))
          .filter(({ measure }) => measure !== "words per second")
          .map(({ set, measure, value }) => [`${measure}, ${set} dev`, `${value.toFixed(1)} %`]),
        limits: ["Trees are projective: 0.15 % of arcs of EWT cannot be drawn."],
      },
    };
  },
};

function readTrainingTrees(dataFolder: string): TreeSentence[] {
  return [
    ...readTreebank(dataFolder, "ud/en_ewt-ud-train.conllu.gz"),
    ...readTreebank(dataFolder, "ud/en_gum-ud-train.conllu.gz").filter(({ document }) =>
      OPEN_GENRES.has(gumGenre(document)),
    ),
  ];
}
