/**
 * Learns the model of attributions from annotated articles: cues, then roles, then which candidates to choose and which
 * drafts to keep, then scores.
 */
import type { ModelArray } from "../../src/language/model-file.ts";
import {
  type AttributionSettings,
  LOWEST_ODDS,
  ODDS_STEP,
  SCORE_COUNT,
} from "../../src/reading/attribution/attribution-model.ts";
import type { Candidate } from "../../src/reading/attribution/candidate-features.ts";
import {
  canCarryCue,
  MAX_CUE_FEATURES,
  readSentenceFacts,
  writeCueFeatures,
  writeGlanceFeatures,
} from "../../src/reading/attribution/cue-features.ts";
import {
  type CueScores,
  chooseDrafts,
  createCueScores,
  draftAttributions,
  type JudgedDraft,
  toCueLevel,
} from "../../src/reading/attribution/draft-attributions.ts";
import { packTriples, viewRows } from "../../src/reading/attribution/feature-table.ts";
import {
  type Draft,
  describeSurroundings,
  MAX_KEEP_FEATURES,
  writeKeepFeatures,
} from "../../src/reading/attribution/keep-features.ts";
import type { KnownRoles, RoleWeights } from "../../src/reading/attribution/role-decoder.ts";
import { fillRoleChain, MAX_STEPS, ROLES, RoleChain } from "../../src/reading/attribution/role-features.ts";
import { logistic } from "../../src/reading/attribution/stable-math.ts";
import type { QuotedDocument, TokenLayers } from "../../src/reading/attribution/token-layers.ts";
import { AttributionScores } from "./attribution-scores.ts";
import { type ChoiceSettings, learnChoice } from "./choice-trainer.ts";
import { type ClassifierSettings, Examples, trainClassifier } from "./linear-classifier.ts";
import type { GoldAttribution, PolnearArticle, PolnearAttribution } from "./polnear-articles.ts";
import { PackedChains, type RoleSettings, trainRoles } from "./role-trainer.ts";

/** An article ready to be learnt from. */
export interface PreparedArticle {
  readonly article: PolnearArticle;
  readonly document: QuotedDocument;
  readonly layers: TokenLayers;
  readonly gold: readonly GoldAttribution[];
}

export interface LearningSettings {
  glance: ClassifierSettings;
  /** Share of the annotated cues that a glance may pass over. */
  glanceLoss: number;
  cue: ClassifierSettings;
  roles: RoleSettings;
  choice: ChoiceSettings;
  keep: ClassifierSettings;
  cueFolds: number;
  roleFolds: number;
  choiceFolds: number;
  keepFolds: number;
  minCue: number;
  sourceBonus: number;
}

export const LEARNING_SETTINGS: LearningSettings = {
  glance: { rows: 32_768, leastCount: 3, epochs: 5, rate: 0.03, decay: 0.001, seed: 4 },
  glanceLoss: 0.002,
  cue: { rows: 262_144, leastCount: 2, epochs: 6, rate: 0.03, decay: 0.001, seed: 1 },
  roles: {
    unaryRows: 480_000,
    pairRows: 52_000,
    leastCount: 2,
    epochs: 8,
    rate: 0.03,
    decay: 0.01,
    dropout: 0.25,
    seed: 2,
  },
  choice: { rows: 65_536, leastCount: 3, epochs: 10, rate: 0.06, decay: 0.01, dropout: 0.5, seed: 7 },
  keep: { rows: 16_384, leastCount: 3, epochs: 8, rate: 0.02, decay: 0.01, seed: 3 },
  cueFolds: 5,
  roleFolds: 3,
  choiceFolds: 3,
  keepFolds: 5,
  minCue: 0.18,
  sourceBonus: 1,
};

export interface LearntModel {
  sections: Record<string, ModelArray>;
  settings: AttributionSettings;
}

type Progress = (line: string) => void;
type RoleModel = { roles: RoleWeights; unaryPrints: Uint8Array; pairPrints: Uint8Array };

/** A fold's model as it would be in use, weights in bytes. */
function toKnownRoles({ roles, unaryPrints, pairPrints }: RoleModel): KnownRoles {
  const unary = quantise(roles.unary as Float32Array);
  const pair = quantise(roles.pair as Float32Array);
  return {
    unary: packTriples(unaryPrints, unary.values),
    pairPrints,
    pair: viewRows(pair.values),
    unaryScale: unary.scale,
    pairScale: pair.scale,
  };
}

export function learnAttributions(
  articles: PreparedArticle[],
  settings: LearningSettings,
  progress: Progress,
): LearntModel {
  const cues = learnCues(articles, settings, progress);
  const { model, candidates } = learnRoles(articles, cues.scores, settings, progress);
  progress("learning which candidates to choose");
  const chosen = learnChoice(articles, candidates, settings.choice, settings.choiceFolds);
  progress("learning which drafts to keep");
  const kept = learnKeeping(articles, chosen.drafts, settings);
  const glance = quantise(cues.glanceWeights);
  const cue = quantise(cues.weights);
  const unary = quantise(model.roles.unary as Float32Array);
  const pair = quantise(model.roles.pair as Float32Array);
  const choice = quantise(chosen.weights);
  const keep = quantise(kept.weights);
  return {
    sections: toSections({
      "glance.prints": cues.glancePrints,
      "glance.weights": glance.values,
      "cue.prints": cues.prints,
      "cue.weights": cue.values,
      "unary.prints": model.unaryPrints,
      "unary.weights": unary.values,
      "pair.prints": model.pairPrints,
      "pair.weights": pair.values,
      "choice.prints": chosen.prints,
      "choice.weights": choice.values,
      "keep.prints": kept.prints,
      "keep.weights": keep.values,
      scores: kept.scores,
    }),
    settings: {
      glanceScale: glance.scale,
      minGlance: cues.minGlance,
      cueScale: cue.scale,
      unaryScale: unary.scale,
      pairScale: pair.scale,
      choiceScale: choice.scale,
      keepScale: keep.scale,
      minCue: settings.minCue,
      minKeep: kept.minKeep,
      sourceBonus: settings.sourceBonus,
    },
  };
}

export function learnCues(articles: PreparedArticle[], settings: LearningSettings, progress: Progress): LearntCues {
  const examples = new Examples();
  const glances = new Examples();
  const articleOf: number[] = [];
  const tokenOf: number[] = [];
  const out = new Int32Array(MAX_CUE_FEATURES);
  for (const [index, { layers, gold }] of articles.entries()) {
    const cueTokens = new Set(gold.map(({ cueToken }) => cueToken));
    for (let s = 0; s < layers.sentenceStart.length; s++) {
      const facts = readSentenceFacts(layers, s);
      for (let i = layers.sentenceStart[s]; i < layers.sentenceEnd[s]; i++) {
        if (!canCarryCue(layers, i)) continue;
        glances.add(out, writeGlanceFeatures(layers, facts, i, out), cueTokens.has(i));
        examples.add(out, writeCueFeatures(layers, facts, i, out), cueTokens.has(i));
        articleOf.push(index);
        tokenOf.push(i);
      }
    }
  }
  const prints = examples.index(settings.cue.rows, settings.cue.leastCount);
  const glancePrints = glances.index(settings.glance.rows, settings.glance.leastCount);
  const { odds: glanceOdds, minGlance } = learnGlances(glances, articleOf, settings);
  const scores = articles.map(({ layers }) => createCueScores(layers.count));
  // Roles are to be learnt from cues as uncertain as they will be in new reports.
  for (let fold = 0; fold < settings.cueFolds; fold++) {
    progress(`cues, fold ${fold + 1} of ${settings.cueFolds}`);
    const isHeld = (example: number): boolean => articleOf[example] % settings.cueFolds === fold;
    const weights = trainClassifier(
      examples,
      listWhere(examples.count, (example) => !isHeld(example)),
      settings.cue,
    );
    for (const example of listWhere(examples.count, (at) => isHeld(at) && glanceOdds[at] >= minGlance)) {
      const { odds, levels } = scores[articleOf[example]];
      odds[tokenOf[example]] = examples.score(example, weights);
      levels[tokenOf[example]] = toCueLevel(odds[tokenOf[example]]);
    }
  }
  progress("cues, all folds");
  return {
    prints,
    scores,
    weights: trainOnAll(examples, settings.cue),
    glancePrints,
    glanceWeights: trainOnAll(glances, settings.glance),
    minGlance,
  };
}

interface LearntCues {
  prints: Uint8Array;
  weights: Float32Array;
  scores: CueScores[];
  glancePrints: Uint8Array;
  glanceWeights: Float32Array;
  minGlance: number;
}

/** Odds of every token by what other articles teach, and the odds that all but `glanceLoss` of the cues reach. */
function learnGlances(
  glances: Examples,
  articleOf: readonly number[],
  { glance, glanceLoss, cueFolds }: LearningSettings,
): { odds: Float64Array; minGlance: number } {
  const odds = new Float64Array(glances.count);
  for (let fold = 0; fold < cueFolds; fold++) {
    const isHeld = (example: number): boolean => articleOf[example] % cueFolds === fold;
    const weights = trainClassifier(
      glances,
      listWhere(glances.count, (example) => !isHeld(example)),
      glance,
    );
    for (const example of listWhere(glances.count, isHeld)) odds[example] = glances.score(example, weights);
  }
  const ofCues = listWhere(glances.count, (example) => glances.labels[example] === 1).map((example) => odds[example]);
  ofCues.sort((a, b) => a - b);
  return { odds, minGlance: Math.floor(100 * (ofCues[Math.floor(ofCues.length * glanceLoss)] ?? 0)) / 100 };
}

function trainOnAll(examples: Examples, settings: ClassifierSettings): Float32Array {
  return trainClassifier(
    examples,
    listWhere(examples.count, () => true),
    settings,
  );
}

export function learnRoles(
  articles: PreparedArticle[],
  scores: CueScores[],
  settings: LearningSettings,
  progress: Progress,
): { model: RoleModel; candidates: Candidate[][][] } {
  const chains = new PackedChains();
  const articleOf: number[] = [];
  const chain = new RoleChain();
  const roles = new Uint8Array(MAX_STEPS);
  for (const [index, { layers, gold }] of articles.entries()) {
    for (const attribution of gold) {
      fillRoleChain(layers, scores[index].levels, attribution.cueToken, chain);
      if (chain.count === 0) continue;
      markRoles(chain, attribution, roles);
      chains.add(chain, roles);
      articleOf.push(index);
    }
  }
  const { unaryPrints, pairPrints } = chains.index(settings.roles);
  const train = (name: string, chosen: number[]): RoleModel => ({
    roles: trainRoles(chains, chosen, settings.roles, (line) => progress(`roles, ${name}: ${line}`)),
    unaryPrints,
    pairPrints,
  });
  const candidates = new Array<Candidate[][]>(articles.length);
  for (let fold = 0; fold < settings.roleFolds; fold++) {
    const isHeld = (index: number): boolean => index % settings.roleFolds === fold;
    const model = train(
      `fold ${fold + 1} of ${settings.roleFolds}`,
      listWhere(chains.count, (index) => !isHeld(articleOf[index])),
    );
    const known = toKnownRoles(model);
    for (const index of listWhere(articles.length, isHeld)) {
      candidates[index] = draftAttributions(articles[index].layers, scores[index], { roles: known }, settings);
    }
  }
  return {
    model: train(
      "all folds",
      listWhere(chains.count, () => true),
    ),
    candidates,
  };
}

function markRoles(chain: RoleChain, { cueToken, source, cue, content }: GoldAttribution, roles: Uint8Array): void {
  const roleOf = new Map<number, number>();
  for (const token of content) roleOf.set(token, ROLES.content);
  for (const token of source) roleOf.set(token, ROLES.source);
  for (const token of cue) roleOf.set(token, ROLES.cue);
  roleOf.set(cueToken, ROLES.cue);
  for (let step = 0; step < chain.count; step++) {
    const start = chain.startToken[step];
    const end = chain.endToken[step];
    if ((chain.allowed[step] & (1 << ROLES.cue)) !== 0) {
      roles[step] = roleOf.get(start) ?? ROLES.none;
      continue;
    }
    // A unit of another sentence is content when most of it is.
    let inside = 0;
    for (let token = start; token < end; token++) if (roleOf.get(token) === ROLES.content) inside++;
    roles[step] = inside * 2 > end - start ? ROLES.content : ROLES.none;
  }
}

function learnKeeping(
  articles: PreparedArticle[],
  drafts: Draft[][],
  settings: LearningSettings,
): { prints: Uint8Array; weights: Float32Array; scores: Float32Array; minKeep: number } {
  const examples = new Examples();
  const articleOf: number[] = [];
  const out = new Int32Array(MAX_KEEP_FEATURES);
  const first: number[] = [];
  for (const [index, { article, document, layers }] of articles.entries()) {
    first.push(examples.count);
    const around = describeSurroundings(layers, drafts[index]);
    const { overlap } = new AttributionScores().add(
      article.text,
      article.attributions,
      drafts[index].map((draft) => toPolnear(document, draft)),
    );
    for (const [at, draft] of drafts[index].entries()) {
      examples.add(out, writeKeepFeatures(layers, draft, around[at], out), overlap[at]);
      articleOf.push(index);
    }
  }
  const prints = examples.index(settings.keep.rows, settings.keep.leastCount);
  const odds = new Float64Array(examples.count);
  for (let fold = 0; fold < settings.keepFolds; fold++) {
    const isHeld = (example: number): boolean => articleOf[example] % settings.keepFolds === fold;
    const weights = trainClassifier(
      examples,
      listWhere(examples.count, (example) => !isHeld(example)),
      settings.keep,
    );
    for (const example of listWhere(examples.count, isHeld)) odds[example] = examples.score(example, weights);
  }
  const judged = drafts.map((list, index) => list.map((draft, at) => ({ draft, odds: odds[first[index] + at] })));
  const minKeep = chooseThreshold(articles, judged);
  return {
    prints,
    weights: trainOnAll(examples, settings.keep),
    minKeep,
    scores: calibrate(articles, judged),
  };
}

/** The log odds, in steps of a tenth, at which the measures together are highest. */
function chooseThreshold(articles: PreparedArticle[], judged: JudgedDraft[][]): number {
  let best = 0;
  let bestSum = -1;
  for (let tenth = -20; tenth <= 10; tenth++) {
    const scores = new AttributionScores();
    for (const [index, { article, document }] of articles.entries()) {
      const kept = chooseDrafts(judged[index], tenth / 10).map(({ draft }) => toPolnear(document, draft));
      scores.add(article.text, article.attributions, kept);
    }
    const { source, cue, content, linkedExact, linkedOverlap } = scores;
    const sum = source.f1 + cue.f1 + content.f1 + linkedExact.f1 + linkedOverlap.f1;
    if (sum > bestSum) {
      bestSum = sum;
      best = tenth / 10;
    }
  }
  return best;
}

/** How often drafts of given log odds are right, made to rise with the odds (pool adjacent violators). */
function calibrate(articles: PreparedArticle[], judged: JudgedDraft[][]): Float32Array {
  const right = new Float64Array(SCORE_COUNT);
  const all = new Float64Array(SCORE_COUNT);
  for (const [index, { article, document }] of articles.entries()) {
    const kept = chooseDrafts(judged[index], -100);
    const found = kept.map(({ draft }) => toPolnear(document, draft));
    const { overlap } = new AttributionScores().add(article.text, article.attributions, found);
    for (const [at, { odds }] of kept.entries()) {
      const bin = Math.max(0, Math.min(SCORE_COUNT - 1, Math.floor((odds - LOWEST_ODDS) / ODDS_STEP)));
      all[bin]++;
      if (overlap[at]) right[bin]++;
    }
  }
  const pools: { right: number; all: number; bins: number }[] = [];
  for (let bin = 0; bin < SCORE_COUNT; bin++) {
    // One imagined case in each bin, as likely as its odds say, for bins without any.
    const middle = LOWEST_ODDS + (bin + 0.5) * ODDS_STEP;
    pools.push({ right: right[bin] + logistic(middle), all: all[bin] + 1, bins: 1 });
    while (pools.length > 1) {
      const last = pools[pools.length - 1];
      const before = pools[pools.length - 2];
      if (before.right * last.all < last.right * before.all) break;
      pools.pop();
      before.right += last.right;
      before.all += last.all;
      before.bins += last.bins;
    }
  }
  return Float32Array.from(
    pools.flatMap((pool) => Array(pool.bins).fill(Math.round((1000 * pool.right) / pool.all) / 1000)),
  );
}

function toPolnear(document: QuotedDocument, { source, cue, content }: Draft): PolnearAttribution {
  const spans = (tokens: readonly number[]): [number, number][] =>
    tokens.map((token) => [document.tokens[token].start, document.tokens[token].end]);
  return { source: spans(source), cue: spans(cue), content: spans(content) };
}

function listWhere(count: number, test: (index: number) => boolean): number[] {
  const found: number[] = [];
  for (let index = 0; index < count; index++) if (test(index)) found.push(index);
  return found;
}

function toSections(arrays: Record<string, Uint8Array | Int8Array | Float32Array>): Record<string, ModelArray> {
  // Copies lie in memory of their own, as a model's sections have to.
  return Object.fromEntries(Object.entries(arrays).map(([name, array]) => [name, array.slice()]));
}

/** Weights in bytes, of which the largest in size is 127. */
function quantise(weights: Float32Array): { values: Int8Array; scale: number } {
  let largest = 1e-9;
  for (const weight of weights) if (Math.abs(weight) > largest) largest = Math.abs(weight);
  const scale = largest / 127;
  return { values: Int8Array.from(weights, (weight) => Math.round(weight / scale)), scale };
}
