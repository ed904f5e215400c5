/** Every evaluation, in the order of the pipeline. */
import { segmentationEvaluation } from "./evaluate-segmentation.ts";
import type { Evaluation } from "./evaluation.ts";

export const evaluations: readonly Evaluation[] = [segmentationEvaluation];
