/** What reading can refuse, as code and message. */

/**
 * - `missing_layer`: a component was run before one that it builds on. Check the order in `pipeline.ts`.
 */
export type ReadingErrorCode = "missing_layer";

export class ReadingError extends Error {
  override readonly name = "ReadingError";
  readonly code: ReadingErrorCode;

  constructor(code: ReadingErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
