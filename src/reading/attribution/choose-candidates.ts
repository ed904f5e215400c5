/** Chooses for every cue one of its candidates, each looked at whole and beside the drafts for the cues around it. */
import type { ClassifierWeights } from "./attribution-model.ts";
import { type Candidate, MAX_CANDIDATE_FEATURES, writeCandidateFeatures } from "./candidate-features.ts";
import { sumKnown } from "./feature-table.ts";
import type { Draft } from "./keep-features.ts";
import { MarkedDraft } from "./marked-draft.ts";
import type { TokenLayers } from "./token-layers.ts";

/** Cues are around one another up to this many sentences away. */
const REACH_SENTENCES = 1;

const buffer = new Int32Array(MAX_CANDIDATE_FEATURES);

/** The chosen drafts, one for every cue. */
export function chooseCandidates(
  layers: TokenLayers,
  candidates: readonly (readonly Candidate[])[],
  choice: ClassifierWeights,
): Draft[] {
  const chosen = candidates.map(([first]) => first.draft);
  const best = candidates.map(() => Number.NEGATIVE_INFINITY);
  visitCandidates(layers, candidates, buffer, (cue, candidate, count) => {
    const score = sumKnown(buffer, count, choice.packed);
    if (score <= best[cue]) return;
    best[cue] = score;
    chosen[cue] = candidate.draft;
  });
  return chosen;
}

/** Writes the features of each candidate of the cues with several into `out`, one after the other, and calls `visit`. */
export function visitCandidates(
  layers: TokenLayers,
  candidates: readonly (readonly Candidate[])[],
  out: Int32Array,
  visit: (cue: number, candidate: Candidate, featureCount: number) => void,
): void {
  const first = new MarkedDraft(layers);
  const marked = new MarkedDraft(layers);
  let from = 0;
  for (const [cue, ways] of candidates.entries()) {
    if (ways.length === 1) continue;
    const sentence = layers.sentence[ways[0].draft.cueToken];
    const others: Draft[] = [];
    while (layers.sentence[candidates[from][0].draft.cueToken] < sentence - REACH_SENTENCES) from++;
    for (let other = from; other < candidates.length; other++) {
      const { draft } = candidates[other][0];
      if (layers.sentence[draft.cueToken] > sentence + REACH_SENTENCES) break;
      if (other !== cue) others.push(draft);
    }
    first.mark(ways[0].draft);
    for (const candidate of ways) {
      marked.mark(candidate.draft);
      visit(cue, candidate, writeCandidateFeatures(marked, candidate, first, others, out));
    }
  }
}
