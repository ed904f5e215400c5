/** What tells whether a draft attribution is one that an annotator would have: all its parts together. */
import { finishAll, mix1, mix2, mix3 } from "./feature-hash.ts";
import { holds } from "./sorted-tokens.ts";
import { logistic } from "./stable-math.ts";
import { SHAPE, type TokenLayers } from "./token-layers.ts";

/** Room for the features of one draft. */
export const MAX_KEEP_FEATURES = 64;

/** An attribution found for one cue token, not yet judged. */
export interface Draft {
  readonly cueToken: number;
  readonly source: readonly number[];
  readonly cue: readonly number[];
  readonly content: readonly number[];
  /** Log odds that the token carries a cue. */
  readonly cueOdds: number;
  /** Log probability of the roles marked, given the cue. */
  readonly rolesLog: number;
  /** Mean probability of the marks of each role; 0 where there is none. */
  readonly sourceMean: number;
  readonly cueMean: number;
  readonly contentMean: number;
  /** Lowest probability of a mark of the source and the content. */
  readonly sourceLow: number;
  readonly contentLow: number;
}

function step(value: number, width: number, low: number, high: number): number {
  const index = Math.floor(value / width);
  return index < low ? low : Math.min(index, high);
}

function level(probability: number): number {
  if (probability > 0.98) return 9;
  if (probability > 0.94) return 8;
  return Math.floor(probability * 8);
}

/** How a draft stands among the others of its report. */
export interface DraftSurroundings {
  /** Others that share a token of the cue, and those of them whose cue is likelier. */
  rivals: number;
  strongerRivals: number;
  /** Likelier cues in the same sentence. */
  strongerInSentence: number;
  /** Tokens to the nearest likelier cue, at most 9. */
  nearestStronger: number;
  /** Step of the likeliest draft whose content holds this cue; -1 for none. */
  coveredBy: number;
  /** Whether a likelier draft has the same source, and whether one has the same content. */
  sharesSource: boolean;
  sharesContent: boolean;
  /** Cues expected per sentence of the report, in steps. */
  density: number;
}

const WINDOW_SENTENCES = 7;

/** Looks at the drafts of a report, which are in text order, all together. */
export function describeSurroundings(layers: TokenLayers, drafts: readonly Draft[]): DraftSurroundings[] {
  let expected = 0;
  for (const { cueOdds } of drafts) expected += logistic(cueOdds);
  const density = step(expected / Math.max(1, layers.sentenceStart.length), 0.2, 0, 9);
  let from = 0;
  return drafts.map((draft) => {
    const sentence = layers.sentence[draft.cueToken];
    while (layers.sentence[drafts[from].cueToken] < sentence - WINDOW_SENTENCES) from++;
    const found: DraftSurroundings = {
      rivals: 0,
      strongerRivals: 0,
      strongerInSentence: 0,
      nearestStronger: 9,
      coveredBy: -1,
      sharesSource: false,
      sharesContent: false,
      density,
    };
    for (let k = from; k < drafts.length; k++) {
      const other = drafts[k];
      const otherSentence = layers.sentence[other.cueToken];
      if (otherSentence > sentence + WINDOW_SENTENCES) break;
      if (other === draft) continue;
      const isStronger = other.cueOdds > draft.cueOdds;
      if (other.cue.some((token) => draft.cue.includes(token))) {
        found.rivals++;
        if (isStronger) found.strongerRivals++;
      }
      if (isStronger) {
        if (otherSentence === sentence) found.strongerInSentence++;
        const distance = Math.abs(other.cueToken - draft.cueToken);
        if (distance < found.nearestStronger) found.nearestStronger = distance;
        if (draft.source.length > 0 && other.source[0] === draft.source[0]) found.sharesSource = true;
        if (other.content[0] === draft.content[0] && other.content.at(-1) === draft.content.at(-1)) {
          found.sharesContent = true;
        }
      }
      const odds = step(other.cueOdds, 1, -2, 4) + 2;
      if (odds > found.coveredBy && holds(other.content, draft.cueToken)) found.coveredBy = odds;
    }
    return found;
  });
}

/** Writes the hashes of a draft's features into `out`; gives their number. */
export function writeKeepFeatures(
  layers: TokenLayers,
  draft: Draft,
  around: DraftSurroundings,
  out: Int32Array,
): number {
  const { lemma, wordClass, fineTag, tag, name, quotation, shape, relation } = layers;
  const { cueToken, source, cue, content } = draft;
  const odds = step(draft.cueOdds, 0.5, -8, 12);
  const roles = step(draft.rolesLog, 1, -12, 0);
  const sourceLevel = source.length === 0 ? -1 : level(draft.sourceMean);
  const contentLevel = level(draft.contentMean);
  const cueLevel = level(draft.cueMean);
  const L = lemma[cueToken];
  const F = fineTag[cueToken];
  const subject = source.length === 0 ? -1 : source[source.length - 1];
  const who = subject < 0 ? 1 : name[subject] !== 0 ? name[subject] + 2 : fineTag[subject];
  const first = content[0];
  const last = content[content.length - 1];
  let quoted = 0;
  for (const token of content) if (quotation[token] >= 0) quoted++;
  const quoteShare = quoted === 0 ? 0 : quoted === content.length ? 2 : 1;
  const edges = (quotation[first] >= 0 ? 1 : 0) | (quotation[last] >= 0 ? 2 : 0) | (shape[last] & SHAPE.stop ? 4 : 0);
  const size =
    content.length < 4
      ? content.length
      : content.length < 8
        ? 4
        : content.length < 16
          ? 5
          : content.length < 40
            ? 6
            : 7;
  const sentence = layers.sentence[cueToken];
  const spread = layers.sentence[last] - layers.sentence[first];
  const inQuote = quotation[cueToken] >= 0 ? 1 : 0;
  const headline = layers.paragraph[sentence] === 0 ? 1 : 0;
  let n = 0;
  out[n++] = mix1(200, 0);
  out[n++] = mix1(201, odds);
  out[n++] = mix1(202, roles);
  out[n++] = mix2(203, odds, roles);
  out[n++] = mix1(204, sourceLevel);
  out[n++] = mix1(205, contentLevel);
  out[n++] = mix1(206, cueLevel);
  out[n++] = mix3(207, sourceLevel, contentLevel, step(odds, 4, -2, 3));
  out[n++] = mix1(208, level(draft.sourceLow));
  out[n++] = mix1(209, level(draft.contentLow));
  out[n++] = mix1(210, L);
  out[n++] = mix1(211, F);
  out[n++] = mix2(212, L, source.length === 0 ? 0 : 1);
  out[n++] = mix1(213, who);
  out[n++] = mix2(214, F, who);
  out[n++] = mix2(215, quoteShare, edges);
  out[n++] = mix2(216, quoteShare, F);
  out[n++] = mix1(217, size);
  out[n++] = mix2(218, size, quoteShare);
  out[n++] = mix1(219, fineTag[first]);
  out[n++] = mix2(220, lemma[first], first < cueToken ? 0 : 1);
  out[n++] = mix2(221, relation[first], F);
  out[n++] = mix1(222, Math.min(spread, 3));
  out[n++] = mix2(223, inQuote, headline);
  out[n++] = mix2(224, inQuote, odds);
  out[n++] = mix1(225, Math.min(cue.length, 5));
  out[n++] = mix2(226, Math.min(3, around.rivals), Math.min(2, around.strongerRivals));
  out[n++] = mix2(227, tag[cueToken], layers.childKinds[cueToken] & 1023);
  out[n++] = mix2(228, source.length === 0 ? 0 : source[0] < cueToken ? 1 : 2, first < cueToken ? 1 : 2);
  out[n++] = mix2(229, first - cue[cue.length - 1] === 1 ? 1 : 0, F);
  out[n++] = mix2(230, L, quoteShare);
  out[n++] = mix2(231, Math.min(source.length, 6), sourceLevel);
  out[n++] = mix2(232, lemma[last], shape[last]);
  out[n++] = mix2(233, subject < 0 ? 0 : lemma[subject], 0);
  const shares = (around.sharesSource ? 1 : 0) | (around.sharesContent ? 2 : 0);
  out[n++] = mix1(234, around.density);
  out[n++] = mix2(235, around.density, odds);
  out[n++] = mix2(236, Math.min(3, around.strongerInSentence), shares);
  out[n++] = mix2(237, around.nearestStronger, F);
  out[n++] = mix2(238, around.coveredBy, inQuote);
  out[n++] = mix3(239, around.coveredBy, inQuote, odds);
  out[n++] = mix2(240, shares, odds);
  out[n++] = mix2(241, shares, L);
  out[n++] = mix2(242, wordClass[cueToken], odds);
  out[n++] = mix2(243, wordClass[cueToken], subject < 0 ? 0 : layers.coarseClass[subject]);
  return finishAll(out, n);
}
