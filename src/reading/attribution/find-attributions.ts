/**
 * Finds who is said to have said, thought or wanted what.
 *
 * A classifier looks for the tokens that carry a cue ("said", "according", "claim", a colon); for each, a conditional random
 * field marks the words of the source, the cue and the content in its sentence and in the sentences around, in several ways
 * if it is not sure, of which one is chosen by looking at each whole; a last classifier judges what is chosen. Who a source is ("he", "the ministry") is left to the speakers' component.
 *
 * Learnt from PolNeAR, whose idea of an attribution is wide: attitudes and intentions ("wants to …", "criticism of …") count
 * as well as speech, and the content includes an introductory "that" (see `complementiser`).
 */
import type { Span } from "../../language/index.ts";
import type { Attribution } from "./attribution.ts";
import { type AttributionModel, getAttributionModel } from "./attribution-model.ts";
import { chooseCandidates } from "./choose-candidates.ts";
import { cutNarration } from "./cut-narration.ts";
import { draftAttributions, type JudgedDraft, keepDrafts, scoreCues, toScore } from "./draft-attributions.ts";
import { mendSources } from "./mend-sources.ts";
import { type QuotedDocument, SHAPE, type TokenLayers, toTokenLayers } from "./token-layers.ts";

/**
 * Finds the attributions of a report, in the order of their cues.
 *
 * Time grows linearly with the text. The same document gives the same attributions on every machine.
 *
 * @throws {LanguageError} When the model `attribution` is missing or damaged.
 */
export function findAttributions(document: QuotedDocument): Attribution[] {
  return findAttributionsWith(getAttributionModel(), document);
}

/** As `findAttributions`, by a model at hand. */
export function findAttributionsWith(model: AttributionModel, document: QuotedDocument): Attribution[] {
  if (document.tokens.length === 0) return [];
  const layers = toTokenLayers(document);
  const scores = scoreCues(layers, model);
  const candidates = draftAttributions(layers, scores, model, model.settings);
  const drafts = chooseCandidates(layers, candidates, model.choice);
  const kept = keepDrafts(layers, drafts, model.keep, model.settings.minKeep);
  return mendSources(layers, document.tokens, kept).map((judged) =>
    toAttribution(document, layers, judged, model.scores),
  );
}

const COMPLEMENTISERS = new Set(["that", "whether", "if"]);

export function toAttribution(
  document: QuotedDocument,
  layers: TokenLayers,
  { draft, odds }: JudgedDraft,
  scores: Float32Array,
): Attribution {
  const { source, cue, cueToken } = draft;
  const content = cutNarration(layers, cueToken, draft.content);
  const first = content[0];
  const isComplementiser =
    document.relations[first] === "mark" && COMPLEMENTISERS.has(document.tokens[first].text.toLowerCase());
  return {
    source: toSpans(document, layers, source),
    cue: toSpans(document, layers, cue),
    content: toSpans(document, layers, content),
    cueToken,
    sourceTokens: source,
    cueTokens: cue,
    contentTokens: content,
    complementiser: isComplementiser ? first : -1,
    mode: findMode(layers, content),
    score: toScore(odds, scores),
  };
}

/** Joins tokens that follow each other within a sentence. */
function toSpans(document: QuotedDocument, layers: TokenLayers, tokens: readonly number[]): Span[] {
  const spans: { start: number; end: number }[] = [];
  let last = -2;
  for (const token of tokens) {
    const { start, end } = document.tokens[token];
    if (token === last + 1 && layers.sentence[token] === layers.sentence[last]) spans[spans.length - 1].end = end;
    else spans.push({ start, end });
    last = token;
  }
  return spans;
}

function findMode({ quotation, shape }: TokenLayers, content: readonly number[]): Attribution["mode"] {
  let inside = 0;
  let outside = 0;
  for (const token of content) {
    if ((shape[token] & SHAPE.punctuation) !== 0) continue;
    if (quotation[token] >= 0) inside++;
    else outside++;
  }
  if (inside === 0) return "indirect";
  return outside === 0 ? "direct" : "mixed";
}
