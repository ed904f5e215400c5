/** What can go wrong in this room: a code to test for, a message for people, and what to do next. */

const LANGUAGE_ERRORS = {
  model_missing: "Run `npm run train` to make the model, or install the package again.",
  model_corrupt: "The file is damaged. Install the package again, or run `npm run train` to remake it.",
  model_format: "The file belongs to another version of Onrecord. Install the package again, or run `npm run train`.",
  missing_layer: "Run the components in the order of the pipeline.",
} as const;

export type LanguageErrorCode = keyof typeof LANGUAGE_ERRORS;

/** Thrown by the language room. `hint` says what the user can do. */
export class LanguageError extends Error {
  readonly code: LanguageErrorCode;
  readonly hint: string;

  constructor(code: LanguageErrorCode, message: string) {
    super(`${message} ${LANGUAGE_ERRORS[code]}`);
    this.name = "LanguageError";
    this.code = code;
    this.hint = LANGUAGE_ERRORS[code];
  }
}
