/** Every evaluation, in the order of the pipeline. */
import type { Evaluation } from "./evaluation.ts";

export const evaluations: readonly Evaluation[] = [];
