/** Measures attributions on PolNeAR: as `AttributionScores`, and how far their scores can be trusted. */
import type { Attribution } from "../../src/reading/attribution/attribution.ts";
import { type AttributionModel, getAttributionModel } from "../../src/reading/attribution/attribution-model.ts";
import { findAttributionsWith } from "../../src/reading/attribution/find-attributions.ts";
import { hasCorpusFile } from "../corpus-files.ts";
import type { Evaluation, Score } from "../evaluation.ts";
import { AttributionScores, type Count } from "./attribution-scores.ts";
import { type PolnearArticle, type PolnearAttribution, readPolnearArticles } from "./polnear-articles.ts";
import { analyseQuoted } from "./prepare-articles.ts";
import { restoreArticle } from "./restored-articles.ts";

export const attributionEvaluation: Evaluation = {
  layer: "attribution",
  evaluate({ dataFolder, split }) {
    if (!hasCorpusFile(dataFolder, `polnear/${split}.jsonl.gz`)) return [];
    const articles = readPolnearArticles(dataFolder, split);
    const model = getAttributionModel();
    return [...measureAttributions(model, articles), ...measureRestored(model, articles)];
  },
};

/** The same articles stemmed and restored; what is found there is traced back to the articles' own words. */
function measureRestored(model: AttributionModel, articles: readonly PolnearArticle[]): Score[] {
  const scores = new AttributionScores();
  for (const { text, attributions } of articles) {
    const restored = restoreArticle(text);
    const found = findAttributionsWith(model, analyseQuoted(restored.text)).map(toPolnear);
    scores.add(
      text,
      attributions,
      found.map(({ source, cue, content }) => ({
        source: restored.toOriginal(source),
        cue: restored.toOriginal(cue),
        content: restored.toOriginal(content),
      })),
    );
  }
  return listF1(scores).map(([name, count]) => ({ set: "PolNeAR restored", measure: `${name}, F1`, value: count.f1 }));
}

function listF1(scores: AttributionScores): [string, Count][] {
  return [
    ["source exact", scores.source],
    ["cue exact", scores.cue],
    ["content exact", scores.content],
    ["linked exact", scores.linkedExact],
    ["linked overlap", scores.linkedOverlap],
  ];
}

interface Judgement {
  attribution: Attribution;
  isRight: boolean;
}

const SET = "PolNeAR";
const MODES = ["direct", "indirect", "mixed"] as const;

export function measureAttributions(model: AttributionModel, articles: readonly PolnearArticle[]): Score[] {
  const documents = articles.map(({ text }) => analyseQuoted(text));
  const words = documents.reduce((sum, { tokens }) => sum + tokens.length, 0);
  for (const document of documents) findAttributionsWith(model, document); // Once to warm up.
  const started = process.cpuUsage().user;
  const found = documents.map((document) => findAttributionsWith(model, document));
  const microseconds = process.cpuUsage().user - started;
  const scores = new AttributionScores();
  const judgements: Judgement[] = [];
  for (const [index, { text, attributions }] of articles.entries()) {
    const { overlap } = scores.add(text, attributions, found[index].map(toPolnear));
    for (const [at, attribution] of found[index].entries()) judgements.push({ attribution, isRight: overlap[at] });
  }
  const results: Score[] = [];
  const add = (measure: string, value: number): void => void results.push({ set: SET, measure, value });
  for (const [name, count] of listF1(scores)) {
    add(`${name}, F1`, count.f1);
    add(`${name}, precision`, count.precision);
    add(`${name}, recall`, count.recall);
  }
  addReliability(judgements, add);
  add("precision where half are kept", precisionOfBest(judgements, 0.5));
  for (const mode of MODES) {
    const own = judgements.filter(({ attribution }) => attribution.mode === mode);
    add(`${mode}: found`, own.length);
    for (const share of [0.25, 0.5, 0.75, 1]) {
      add(`${mode}: precision of best ${100 * share} %`, precisionOfBest(own, share));
    }
  }
  add("microseconds a word", microseconds / words);
  return results;
}

/** The calibration error expected, in hundredths, and per tenth of the score how many are right. */
function addReliability(judgements: readonly Judgement[], add: (measure: string, value: number) => void): void {
  const bins = Array.from({ length: 10 }, () => ({ all: 0, right: 0, score: 0 }));
  for (const { attribution, isRight } of judgements) {
    const bin = bins[Math.min(9, Math.floor(attribution.score * 10))];
    bin.all++;
    bin.score += attribution.score;
    if (isRight) bin.right++;
  }
  const error = bins.reduce((sum, { score, right }) => sum + Math.abs(score - right), 0);
  add("calibration error, hundredths", (100 * error) / Math.max(1, judgements.length));
  for (const [index, { all, right }] of bins.entries()) {
    if (all > 0) add(`score ${index / 10} to ${(index + 1) / 10}: right of ${all}`, (100 * right) / all);
  }
}

function precisionOfBest(judgements: readonly Judgement[], share: number): number {
  const best = [...judgements].sort((a, b) => b.attribution.score - a.attribution.score);
  const kept = best.slice(0, Math.ceil(best.length * share));
  return (100 * kept.filter(({ isRight }) => isRight).length) / Math.max(1, kept.length);
}

function toPolnear({ source, cue, content }: Attribution): PolnearAttribution {
  const pairs = (spans: Attribution["source"]): [number, number][] => spans.map(({ start, end }) => [start, end]);
  return { source: pairs(source), cue: pairs(cue), content: pairs(content) };
}
