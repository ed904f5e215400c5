/** Wordings of an utterance, those that are letter for letter the same as one: words that all outlets have alike are read once. */
import type { UtteranceVersion } from "../../record/index.ts";

export interface MergedVersion {
  version: UtteranceVersion;
  /** Later ones with the same words. */
  others: UtteranceVersion[];
}

/** In the given order. Letter case, spaces and marks of quotation about the words tell nothing apart. */
export function mergeSame(versions: readonly UtteranceVersion[]): MergedVersion[] {
  const merged = new Map<string, MergedVersion>();
  for (const version of versions) {
    const words = version.line.text
      .replace(/["“”„«»]/g, "")
      .replace(/\s+/g, " ")
      .trim()
      .toLowerCase();
    const own = merged.get(words);
    if (own === undefined) merged.set(words, { version, others: [] });
    else own.others.push(version);
  }
  return [...merged.values()];
}
