/**
 * How the report, and whoever speaks in it, speaks of persons: well or badly, sentence by sentence.
 *
 * Apart from stances: a stance is on an issue and stands in acts and judgements, a tone is how a sentence sounds.
 */
import type { Span } from "../../language/index.ts";
import type { EventfulDocument } from "../events/draft-events.ts";
import { findToneFeatures, MOST_TONE_FEATURES } from "./tone-features.ts";
import { getToneModel, scoreTones, TONES } from "./tone-model.ts";
import { ToneWords } from "./tone-words.ts";

/** Entities are numbers of resolved entities; `by` is -1 where the report itself speaks. */
export interface ToneDraft {
  readonly of: number;
  readonly by: number;
  readonly tone: "positive" | "negative";
  /** The sentences, in text order. */
  readonly evidence: readonly Span[];
  readonly score: number;
}

export type TonedDocument = EventfulDocument & { readonly toneDrafts: readonly ToneDraft[] };

/** Least probability of a tone; of sentences this sure, four in five are judged so by people. */
const MIN_TONE = 0.65;
const NEUTRAL = TONES.indexOf("neutral");

const buffer = new Uint32Array(MOST_TONE_FEATURES);

/** Requires `resolvedEntities`, `statementDrafts`, `tree` and `innermostStatements`; adds `toneDrafts`, in text order of their first sentence. */
export function findTones<Given extends EventfulDocument>(document: Given): Given & TonedDocument {
  const model = getToneModel();
  const { mentions, entityOf, resolvedEntities, sentences, innermostStatements, statementDrafts, tree } = document;
  const drafts = new Map<string, { of: number; by: number; tone: number; spans: Span[]; sum: number }>();
  const words = new ToneWords(document);
  let lastSentence = -1;
  let lastOf = -1;
  for (const mention of mentions) {
    const of = entityOf[mention.index];
    const entity = resolvedEntities[of];
    if (entity?.kind !== "person" || !entity.isNamed || sentences[mention.sentence].start < document.header.bodyStart)
      continue;
    // One look a sentence at each person.
    if (mention.sentence === lastSentence && of === lastOf) continue;
    lastSentence = mention.sentence;
    lastOf = of;
    const statement = innermostStatements[mention.headToken];
    const by = statement < 0 ? -1 : statementDrafts[statement].speaker;
    // Who speaks of himself, or nobody knows who: no tone of anybody's.
    if (by === of || (by < 0 && statement >= 0)) continue;
    const count = findToneFeatures(document, tree, words, mention, buffer);
    const odds = scoreTones(model, buffer.subarray(0, count));
    const tone = odds[0] > odds[2] ? 0 : 2;
    if (tone === NEUTRAL || odds[tone] < MIN_TONE) continue;
    const { start, end } = sentences[mention.sentence];
    const key = `${of} ${by} ${tone}`;
    const known = drafts.get(key);
    if (known === undefined) drafts.set(key, { of, by, tone, spans: [{ start, end }], sum: odds[tone] });
    else {
      known.spans.push({ start, end });
      known.sum += odds[tone];
    }
  }
  return {
    ...document,
    toneDrafts: [...drafts.values()].map(({ of, by, tone, spans, sum }) => ({
      of,
      by,
      tone: TONES[tone] as ToneDraft["tone"],
      evidence: spans,
      score: Math.round((100 * sum) / spans.length) / 100,
    })),
  };
}
