/** Learns to choose among the candidates for a cue, by a softmax over them (Collins and Koo 2005 rank parses so). */
import type { Candidate } from "../../src/reading/attribution/candidate-features.ts";
import { MAX_CANDIDATE_FEATURES } from "../../src/reading/attribution/candidate-features.ts";
import { visitCandidates } from "../../src/reading/attribution/choose-candidates.ts";
import type { Draft } from "../../src/reading/attribution/keep-features.ts";
import { isPunctuation } from "../../src/reading/attribution/marked-draft.ts";
import { stableExp } from "../../src/reading/attribution/stable-math.ts";
import type { TokenLayers } from "../../src/reading/attribution/token-layers.ts";
import { createRandom, shuffle } from "../random.ts";
import type { PreparedArticle } from "./attribution-learning.ts";
import { type ClassifierSettings, Examples } from "./linear-classifier.ts";
import type { GoldAttribution } from "./polnear-articles.ts";

export interface ChoiceSettings extends ClassifierSettings {
  /** Share of the features left out at random at each sight of a cue. */
  dropout: number;
}

/** The candidates for one cue as examples, one after the other. */
interface Group {
  article: number;
  cue: number;
  first: number;
  /** Per candidate how well it marks what an annotator marked; nothing without an annotation. */
  worth: number[] | undefined;
}

const WORTH = { content: 2, source: 1, cue: 0.7 };
/** Candidates so near to the best are as good. */
const NEAR = 0.02;

/** The choices learnt from all articles, and per article the drafts as those of the other folds would have them chosen. */
export function learnChoice(
  articles: readonly PreparedArticle[],
  candidates: readonly Candidate[][][],
  settings: ChoiceSettings,
  folds: number,
): { prints: Uint8Array; weights: Float32Array; drafts: Draft[][] } {
  const examples = new Examples();
  const groups: Group[] = [];
  const out = new Int32Array(MAX_CANDIDATE_FEATURES);
  for (const [article, { layers, gold }] of articles.entries()) {
    let last = -1;
    visitCandidates(layers, candidates[article], out, (cue, _candidate, count) => {
      if (cue !== last) {
        last = cue;
        const worth = measureWorth(layers, gold, candidates[article][cue]);
        groups.push({ article, cue, first: examples.count, worth });
      }
      examples.add(out, count, false);
    });
  }
  const prints = examples.index(settings.rows, settings.leastCount);
  const drafts = candidates.map((cues) => cues.map(([first]) => first.draft));
  for (let fold = 0; fold < folds; fold++) {
    const isHeld = ({ article }: Group): boolean => article % folds === fold;
    const weights = trainChoice(
      examples,
      groups.filter((group) => !isHeld(group)),
      settings,
    );
    for (const { article, cue, first } of groups.filter(isHeld)) {
      const ways = candidates[article][cue];
      let best = Number.NEGATIVE_INFINITY;
      for (const { draft, rank } of ways) {
        const score = examples.score(first + rank, weights);
        if (score <= best) continue;
        best = score;
        drafts[article][cue] = draft;
      }
    }
  }
  return { prints, weights: trainChoice(examples, groups, settings), drafts };
}

function measureWorth(
  layers: TokenLayers,
  gold: readonly GoldAttribution[],
  candidates: readonly Candidate[],
): number[] | undefined {
  const { cueToken } = candidates[0].draft;
  const right =
    gold.find((attribution) => attribution.cueToken === cueToken) ?? gold.find(({ cue }) => cue.includes(cueToken));
  if (right === undefined) return undefined;
  const toKey = (tokens: readonly number[]): string => tokens.filter((token) => !isPunctuation(layers, token)).join();
  const content = new Set(right.content);
  return candidates.map(({ draft }) => {
    let worth = 0;
    for (const part of ["content", "source", "cue"] as const) {
      if (toKey(draft[part]) === toKey(right[part])) worth += WORTH[part];
    }
    const shared = draft.content.filter((token) => content.has(token)).length;
    return worth + (2 * shared) / (draft.content.length + content.size);
  });
}

/** Weights averaged over all epochs but the first. */
function trainChoice(examples: Examples, groups: readonly Group[], settings: ChoiceSettings): Float32Array {
  const { rows, epochs, rate, decay, dropout, seed } = settings;
  const weights = new Float32Array(rows);
  const squares = new Float32Array(rows).fill(0.5);
  const average = new Float32Array(rows);
  const random = createRandom(seed);
  // Where all candidates are alike there is nothing to learn.
  const order = groups.filter(({ worth }) => worth !== undefined && Math.max(...worth) > Math.min(...worth));
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const { first, worth } of order) {
      const kept = createDropout(dropout, random);
      const masses = softmax(worth!.map((_, k) => sumKept(examples, first + k, weights, kept)));
      const best = Math.max(...worth!);
      let right = 0;
      for (const [k, mass] of masses.entries()) if (worth![k] > best - NEAR) right += mass;
      for (const [k, mass] of masses.entries()) {
        const error = (worth![k] > best - NEAR ? mass / Math.max(right, 1e-9) : 0) - mass;
        if (Math.abs(error) < 0.002) continue;
        for (let f = examples.starts[first + k]; f < examples.ends[first + k]; f++) {
          const row = examples.features[f];
          if (!kept(row)) continue;
          const gradient = error - (decay * weights[row]) / masses.length;
          squares[row] += gradient * gradient;
          weights[row] += (rate * gradient) / Math.sqrt(squares[row]);
        }
      }
    }
    if (epoch > 0) for (let k = 0; k < rows; k++) average[k] += weights[k] / (epochs - 1);
  }
  return average;
}

/** Leaves out the same features of all candidates for a cue. */
function createDropout(share: number, random: () => number): (row: number) => boolean {
  const salt = Math.floor(random() * 0x7fff_ffff);
  return (row) => ((Math.imul(row ^ salt, 0x9e37_79b1) >>> 8) & 0xffff) >= share * 0x1_0000;
}

function sumKept(examples: Examples, index: number, weights: Float32Array, kept: (row: number) => boolean): number {
  let sum = 0;
  for (let f = examples.starts[index]; f < examples.ends[index]; f++) {
    const row = examples.features[f];
    if (kept(row)) sum += weights[row];
  }
  return sum;
}

function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const masses = scores.map((score) => stableExp(Math.max(-50, score - top)));
  const sum = masses.reduce((a, b) => a + b, 0);
  return masses.map((mass) => mass / sum);
}
