/** What an evaluation is given and what it gives back. */

export interface EvaluationContext {
  /** Folder laid out as the training data. */
  readonly dataFolder: string;
  /** Which files are read: `dev` or `test`, by their names. */
  readonly split: "dev" | "test";
}

export interface Score {
  /** The data it was measured on: `EWT`, `PolNeAR`. */
  set: string;
  measure: string;
  /** A share is given in percent. */
  value: number;
}

export interface Evaluation {
  /** The model or layer measured. */
  readonly layer: string;
  /** Scores on every set found in the folder; none where its files are absent. */
  evaluate(context: EvaluationContext): Score[] | Promise<Score[]>;
}
