/** The words that a statement is found by: the stems of its text, and one that stands for its speaker. */
import { toSearchStems } from "../record/index.ts";

/** Stems are letters and digits: none is the word of a speaker, nor can one be searched for. */
const SPEAKER_SIGN = "§";

export function toStatementWords(text: string, speaker: number | null): string[] {
  const stems = toSearchStems(text);
  return speaker === null ? stems : [...stems, toSpeakerWord(speaker)];
}

/** @param speaker The number of an entity. */
export function toSpeakerWord(speaker: number): string {
  return `${SPEAKER_SIGN}${speaker}`;
}
