/** NewsMTSC (Hamborg and Donnay 2021): sentences of political news with the tone towards each person named. */
import { findFirst } from "../../src/reading/find-first.ts";
import { NO_HEADER } from "../../src/reading/find-report-header.ts";
import { runComponents } from "../../src/reading/pipeline.ts";
import type { ToneDocument, ToneTarget } from "../../src/reading/tones/tone-features.ts";
import { TONES } from "../../src/reading/tones/tone-model.ts";
import { readCorpusRecords } from "../corpus-files.ts";

interface SentenceRecord {
  sentence_normalized: string;
  targets: { from: number; to: number; polarity: number }[];
}

export interface ToneExample {
  readonly document: ToneDocument;
  readonly target: ToneTarget;
  /** Index into `TONES`. */
  readonly label: number;
  /** The tone towards others in the sentence is known as well. */
  readonly isOfSeveral: boolean;
}

export function* readNewsMtsc(dataFolder: string, file: string): Generator<ToneExample> {
  for (const { sentence_normalized: text, targets } of readCorpusRecords<SentenceRecord>(dataFolder, file)) {
    const document = runComponents({ text, header: NO_HEADER }, "tokenise", "findQuotations") as ToneDocument;
    const { tokens, heads, sentences } = document;
    for (const { from, to, polarity } of targets) {
      const startToken = findFirst(tokens, from + 1, ({ end }) => end);
      const endToken = Math.max(
        startToken + 1,
        findFirst(tokens, to, ({ start }) => start),
      );
      if (startToken >= tokens.length) continue;
      let attachment = endToken - 1;
      for (let token = startToken; token < endToken; token++)
        if (heads[token] < startToken || heads[token] >= endToken) {
          attachment = token;
          break;
        }
      const sentence = findFirst(sentences, startToken + 1, ({ endToken: end }) => end);
      const label = TONES.indexOf(polarity === 2 ? "negative" : polarity === 6 ? "positive" : "neutral");
      yield {
        document,
        target: { sentence, startToken, endToken, attachment },
        label,
        isOfSeveral: targets.length > 1,
      };
    }
  }
}
