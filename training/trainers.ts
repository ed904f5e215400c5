/** Every trainer, in an order in which each finds what it learns from. */

import { attributionTrainer } from "./attribution/attribution-trainer.ts";
import { gazetteerTrainer } from "./build-gazetteer.ts";
import { deedsTrainer } from "./events/deeds-trainer.ts";
import { eventsTrainer } from "./events/events-trainer.ts";
import { formsTrainer } from "./forms-trainer.ts";
import { namesTrainer } from "./names-trainer.ts";
import { parserTrainer } from "./parser.ts";
import { antecedentsTrainer } from "./reading/train-antecedents.ts";
import { referentsTrainer } from "./reading/train-referents.ts";
import { restorerTrainer } from "./restorer.ts";
import { segmenterTrainer } from "./segmenter-trainer.ts";
import { stanceWordsTrainer } from "./stances/stance-words-trainer.ts";
import { taggerTrainer } from "./tagger-trainer.ts";
import { tonesTrainer } from "./tones/tones-trainer.ts";
import type { Trainer } from "./trainer.ts";
import { wordClassesTrainer } from "./word-classes-trainer.ts";

export const trainers: readonly Trainer[] = [
  segmenterTrainer,
  formsTrainer,
  wordClassesTrainer,
  taggerTrainer,
  gazetteerTrainer,
  namesTrainer,
  parserTrainer,
  restorerTrainer,
  attributionTrainer,
  referentsTrainer,
  antecedentsTrainer,
  eventsTrainer,
  deedsTrainer,
  tonesTrainer,
  stanceWordsTrainer,
];
