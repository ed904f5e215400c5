/** Marks by meaning, and endings of words, as the restorer's parts share them. */
import type { StartMarks } from "./restore-case.ts";
import { hashText } from "./restore-hash.ts";
import { hashMark } from "./restore-tokens.ts";

/** The marks after which sentences start. */
export function createStartMarks(): StartMarks {
  return {
    stops: new Set([".", "?", "!", "..."].map(hashMark)),
    quote: hashMark('"'),
    opening: new Set(["'", "(", "["].map(hashMark)),
    colon: hashMark(":"),
  };
}

/** A hash of the last three letters of a form, by which unknown words are judged. */
export function hashSuffix(form: string): number {
  return hashText(form, Math.max(0, form.length - 3));
}
