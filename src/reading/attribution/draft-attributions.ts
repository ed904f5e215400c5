/** From a document's layers to draft attributions: likely cues, and for each the words of its source and content. */
import {
  type AttributionModel,
  type ClassifierWeights,
  LOWEST_ODDS,
  ODDS_STEP,
  SCORE_COUNT,
} from "./attribution-model.ts";
import type { Candidate } from "./candidate-features.ts";
import {
  canCarryCue,
  MAX_CUE_FEATURES,
  readSentenceFacts,
  writeCueFeatures,
  writeGlanceFeatures,
} from "./cue-features.ts";
import { sumKnown } from "./feature-table.ts";
import { type Draft, describeSurroundings, MAX_KEEP_FEATURES, writeKeepFeatures } from "./keep-features.ts";
import { isPunctuation } from "./marked-draft.ts";
import { findAlternatives } from "./role-alternatives.ts";
import { type KnownRoles, RoleDecoder } from "./role-decoder.ts";
import { fillRoleChain, ROLES, RoleChain } from "./role-features.ts";
import { logistic, stableExp } from "./stable-math.ts";
import type { TokenLayers } from "./token-layers.ts";

/** What the first pass says of every token. */
export interface CueScores {
  /** Log odds that the token carries a cue. */
  readonly odds: Float32Array;
  /** The same in steps from 0 to 7. */
  readonly levels: Uint8Array;
}

// Log odds of the probabilities 0.02, 0.05, 0.12, 0.25, 0.45, 0.65 and 0.85.
const LEVEL_ODDS = [-3.892, -2.944, -1.992, -1.099, -0.201, 0.619, 1.735];
const NO_CUE = -20;

export function toCueLevel(odds: number): number {
  let level = 0;
  while (level < LEVEL_ODDS.length && odds >= LEVEL_ODDS[level]) level++;
  return level;
}

export function createCueScores(count: number): CueScores {
  return { odds: new Float32Array(count).fill(NO_CUE), levels: new Uint8Array(count) };
}

const buffer = new Int32Array(Math.max(MAX_CUE_FEATURES, MAX_KEEP_FEATURES));

/** Sum of the weights of the first `count` features in the buffer, which are hashes. */
function scoreFeatures(count: number, { packed, scale }: ClassifierWeights): number {
  return sumKnown(buffer, count, packed) * scale;
}

export function scoreCues(
  layers: TokenLayers,
  { glance, cue, settings }: Pick<AttributionModel, "glance" | "cue" | "settings">,
): CueScores {
  const { minGlance } = settings;
  const scores = createCueScores(layers.count);
  for (let s = 0; s < layers.sentenceStart.length; s++) {
    const facts = readSentenceFacts(layers, s);
    for (let i = layers.sentenceStart[s]; i < layers.sentenceEnd[s]; i++) {
      if (!canCarryCue(layers, i)) continue;
      if (scoreFeatures(writeGlanceFeatures(layers, facts, i, buffer), glance) < minGlance) continue;
      const odds = scoreFeatures(writeCueFeatures(layers, facts, i, buffer), cue);
      scores.odds[i] = odds;
      scores.levels[i] = toCueLevel(odds);
    }
  }
  return scores;
}

const chain = new RoleChain();
const decoder = new RoleDecoder();

/** How many alternatives to the first draft of a cue are looked at, and how much less likely they may be, in nats. */
const MAX_ALTERNATIVES = 10;
const MAX_LOSS = 4;

/** The sources and contents that go best with a cue, the likeliest first; none for a sentence too long to look at. */
export function draftAttribution(
  layers: TokenLayers,
  scores: CueScores,
  cueToken: number,
  known: KnownRoles,
  sourceBonus: number,
): Candidate[] {
  fillRoleChain(layers, scores.levels, cueToken, chain);
  if (chain.count === 0) return [];
  decoder.scoreKnown(chain, known);
  decoder.findMarginals(chain);
  const best = toDraft(scores, cueToken, decoder.findBestRoles(chain, sourceBonus));
  if (best === undefined) return [];
  const candidates: Candidate[] = [{ draft: best, rank: 0, loss: 0 }];
  // So likely that no other can be likely enough: the search for them would find nothing.
  if (best.rolesLog > -0.9 * stableExp(-MAX_LOSS - sourceBonus)) return candidates;
  const matters = (step: number): boolean =>
    (chain.allowed[step] & (1 << ROLES.cue)) === 0 || !isPunctuation(layers, chain.startToken[step]);
  const limits = { sourceBonus, count: MAX_ALTERNATIVES, maxLoss: MAX_LOSS };
  for (const { roles, loss } of findAlternatives(decoder, chain, limits, matters)) {
    const draft = toDraft(scores, cueToken, roles);
    if (draft !== undefined) candidates.push({ draft, rank: candidates.length, loss });
  }
  return candidates;
}

function toDraft(scores: CueScores, cueToken: number, roles: Uint8Array): Draft | undefined {
  const tokens: [number[], number[], number[], number[]] = [[], [], [], []];
  const sums = [0, 0, 0, 0];
  const steps = [0, 0, 0, 0];
  const low = [1, 1, 1, 1];
  for (let step = 0; step < chain.count; step++) {
    const role = roles[step];
    if (role === ROLES.none) continue;
    const probability = decoder.marginals[step * 4 + role];
    sums[role] += probability;
    steps[role]++;
    if (probability < low[role]) low[role] = probability;
    for (let token = chain.startToken[step]; token < chain.endToken[step]; token++) tokens[role].push(token);
  }
  const [, source, cue, content] = tokens;
  if (content.length === 0) return undefined;
  const mean = (role: number): number => (steps[role] === 0 ? 0 : sums[role] / steps[role]);
  return {
    cueToken,
    source,
    cue,
    content,
    cueOdds: scores.odds[cueToken],
    rolesLog: decoder.getLogProbability(chain, roles),
    sourceMean: mean(ROLES.source),
    cueMean: mean(ROLES.cue),
    contentMean: mean(ROLES.content),
    sourceLow: source.length === 0 ? 0 : low[ROLES.source],
    contentLow: low[ROLES.content],
  };
}

/** Candidates for every token whose probability of carrying a cue reaches `minCue`, in text order. */
export function draftAttributions(
  layers: TokenLayers,
  scores: CueScores,
  model: Pick<AttributionModel, "roles">,
  { minCue, sourceBonus }: { minCue: number; sourceBonus: number },
): Candidate[][] {
  const found: Candidate[][] = [];
  for (let token = 0; token < layers.count; token++) {
    if (scores.levels[token] === 0 || logistic(scores.odds[token]) < minCue) continue;
    const candidates = draftAttribution(layers, scores, token, model.roles, sourceBonus);
    if (candidates.length > 0) found.push(candidates);
  }
  return found;
}

export interface JudgedDraft {
  readonly draft: Draft;
  /** Log odds that an annotator has it. */
  readonly odds: number;
}

/** Keeps the drafts likely enough; of those that share a cue's token only the likeliest. In text order of the cues. */
export function keepDrafts(
  layers: TokenLayers,
  drafts: readonly Draft[],
  keep: ClassifierWeights,
  minKeep: number,
): JudgedDraft[] {
  const around = describeSurroundings(layers, drafts);
  const judged = drafts.map((draft, index) => ({
    draft,
    odds: scoreFeatures(writeKeepFeatures(layers, draft, around[index], buffer), keep),
  }));
  return chooseDrafts(judged, minKeep);
}

export function chooseDrafts(judged: JudgedDraft[], minKeep: number): JudgedDraft[] {
  const taken = new Set<number>();
  const kept: JudgedDraft[] = [];
  for (const one of [...judged].sort((a, b) => b.odds - a.odds || a.draft.cueToken - b.draft.cueToken)) {
    if (one.odds < minKeep) break;
    if (one.draft.cue.some((token) => taken.has(token))) continue;
    for (const token of one.draft.cue) taken.add(token);
    kept.push(one);
  }
  return kept.sort((a, b) => a.draft.cueToken - b.draft.cueToken);
}

/** The calibrated score of log odds. */
export function toScore(odds: number, scores: Float32Array): number {
  const index = Math.floor((odds - LOWEST_ODDS) / ODDS_STEP);
  return scores[index < 0 ? 0 : index >= SCORE_COUNT ? SCORE_COUNT - 1 : index];
}
