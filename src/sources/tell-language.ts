/**
 * Tells whether a text is English, since English is what this program reads.
 *
 * Nearly every report is, and then the share of the commonest English words settles it at once; only where it does not is
 * the language detector loaded, which takes most of a second.
 */

/** Words of closed classes, in full and as stems, that no other language uses as often all together. */
const ENGLISH = new Set(
  (
    "the of and to in that is was for on with as by it at from his her their this have has had been be were are which who " +
    "would will not but an they he she we you said after before about there more than its into when where what could should " +
    "thi wa ha hi befor whether while because against between under over also no or if i"
  ).split(" "),
);

/** Characters looked at: enough to be sure, whatever the length of the report. */
const SAMPLE_CHARS = 4000;
/** Fewer letters tell nothing. */
const LEAST_LETTERS = 80;
/** English prose has about 0.4, other languages below 0.12 (Dutch, with `in`, `was`, `is`, `we`, comes highest). */
const ENOUGH_ENGLISH = 0.24;

let detector: Promise<(text: string) => { language: string; isReliable(): boolean }> | undefined;

/**
 * @returns The ISO 639-1 code of the language where the text is surely in another one than English, otherwise `undefined`.
 *   A text too short to tell counts as English.
 */
export async function tellOtherLanguage(text: string): Promise<string | undefined> {
  const sample = text.slice(0, SAMPLE_CHARS);
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  let letters = 0;
  let english = 0;
  for (const word of words) {
    letters += word.length;
    if (ENGLISH.has(word)) english++;
  }
  // A letter of Chinese or Japanese says as much as a syllable.
  const weight = /[\u3040-\u30ff\u3400-\u9fff]/u.test(sample) ? 4 : 1;
  if (letters * weight < LEAST_LETTERS || english / words.length >= ENOUGH_ENGLISH) return undefined;
  detector ??= loadDetector();
  const found = (await detector)(sample);
  return found.language === "" || found.language === "en" || !found.isReliable() ? undefined : found.language;
}

async function loadDetector() {
  // The small set of words decides as well as the large one for whole paragraphs, in a third of the time and memory.
  const { eld } = await import("eld/small");
  return (text: string) => eld.detect(text);
}
