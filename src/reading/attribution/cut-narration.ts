/** Keeps the report's own words out of an interrupted quotation: "“Ask me later,” she said as she left, “not today.”" */
import { SHAPE, type TokenLayers } from "./token-layers.ts";

/**
 * The content without what lies outside quotation marks between the cue and where the quotation goes on, in a sentence that
 * opens with that quotation; any other content as it is.
 */
export function cutNarration(layers: TokenLayers, cueToken: number, content: readonly number[]): readonly number[] {
  const { quotation, sentence, sentenceStart, sentenceEnd, shape } = layers;
  const home = sentence[cueToken];
  const start = sentenceStart[home];
  const end = sentenceEnd[home];
  if (quotation[start] < 0 || quotation[cueToken] >= 0 || !content.includes(start)) return content;
  let open = start;
  while (open < cueToken && quotation[open] >= 0) open++;
  let resume = cueToken + 1;
  while (resume < end && quotation[resume] < 0) resume++;
  // A quotation goes on after a comma or a dash; without it, words are quoted within words of the report: he called it “late”.
  const isInterrupted =
    resume < end && (shape[resume - 1] & (SHAPE.comma | SHAPE.stop)) !== 0 && content.includes(resume);
  if (!isInterrupted) return content;
  return content.filter((token) => token < open || token >= resume);
}
