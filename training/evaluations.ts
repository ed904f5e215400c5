/** Every evaluation, in the order of the pipeline. */

import { attributionEvaluation } from "./attribution/attribution-evaluation.ts";
import { formsEvaluation } from "./evaluate-forms.ts";
import { quotationMarksEvaluation } from "./evaluate-quotation-marks.ts";
import { restoringEvaluation } from "./evaluate-restoring.ts";
import { segmentationEvaluation } from "./evaluate-segmentation.ts";
import { lemmaEvaluation, tagEvaluation } from "./evaluate-tagger.ts";
import type { Evaluation } from "./evaluation.ts";
import { eventsEvaluation } from "./events/events-evaluation.ts";
import { namesEvaluation } from "./names-evaluation.ts";
import { treesEvaluation } from "./parser-evaluation.ts";
import { coreferenceEvaluation } from "./reading/evaluate-coreference.ts";
import { readingEvaluation } from "./reading/evaluate-reading.ts";
import { identityEvaluation } from "./record/identity-evaluation.ts";
import { stancesEvaluation } from "./stances/evaluate-stances.ts";
import { tonesEvaluation } from "./tones/tones-evaluation.ts";

export const evaluations: readonly Evaluation[] = [
  formsEvaluation,
  restoringEvaluation,
  segmentationEvaluation,
  quotationMarksEvaluation,
  tagEvaluation,
  lemmaEvaluation,
  namesEvaluation,
  treesEvaluation,
  attributionEvaluation,
  coreferenceEvaluation,
  readingEvaluation,
  tonesEvaluation,
  stancesEvaluation,
  eventsEvaluation,
  identityEvaluation,
];
