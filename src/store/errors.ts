/** What can go wrong in this room: a code to test for, a message for people, and what to do next. */

const STORE_ERRORS = {
  not_found: "Look the id up with `onrecord search` or `onrecord show`.",
  user_exists: "Choose another name, or change the user that there is.",
  watch_exists: "End that watch first to begin it anew.",
  affair_exists: "Choose another name, or add to the affair that there is.",
  invalid_value: "Correct the value and try again.",
  already_undone: "Nothing is left to undo: `onrecord review list --judged` shows what was decided.",
  cannot_open: "Check the address that --store or ONRECORD_STORE gives.",
  newer_archive: "Install the version of Onrecord that wrote it, or a later one.",
} as const;

export type StoreErrorCode = keyof typeof STORE_ERRORS;

/** Thrown by the store room. `hint` says what the user can do. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  readonly hint: string;

  constructor(code: StoreErrorCode, message: string) {
    super(`${message} ${STORE_ERRORS[code]}`);
    this.name = "StoreError";
    this.code = code;
    this.hint = STORE_ERRORS[code];
  }
}
