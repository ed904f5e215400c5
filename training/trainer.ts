/** What a trainer is given and what it gives back. */
import type { ModelContent } from "../src/language/model-file.ts";

export interface TrainingContext {
  /** Folder with the training data, laid out as its README says. */
  readonly dataFolder: string;
  /** Shows one line of progress, replaced by the next on a terminal. */
  readonly progress: (line: string) => void;
}

/** What a model's card says beside what is known from the model itself. */
export interface ModelCard {
  /** What the model decides, and how, in a few sentences. */
  purpose: string;
  /** A line each: data set, how it was used, its licence. */
  data: string[];
  seed: number;
  /** Measure and value, with the set it was measured on: `["UPOS, EWT dev", "95.2 %"]`. */
  scores: [measure: string, value: string][];
  limits: string[];
}

export interface Trainer {
  /** Also the name of the file: `models/<model>.bin`. */
  readonly model: string;
  /** Models that must have been trained before, since this one learns from what they say. */
  readonly after: readonly string[];
  train(context: TrainingContext): { content: ModelContent; card: ModelCard };
}
