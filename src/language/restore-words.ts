/**
 * Chooses the form of every stem: a log-linear model over the candidates of each token, searched with a small beam.
 *
 * Each choice sees the forms chosen to its left, the stems to its right, the head noun and the last finite verb, and which
 * form the document gave the same stem in earlier sentences. Sentences are closed one by one: at the end of each, the best
 * way through it stays.
 */
import { exactExp, exactLog } from "./exact-exponential.ts";
import { stemWord } from "./porter-stemmer.ts";
import {
  ALL_CONTEXTS, advanceHistory, CLASS_CONTEXTS, CLUSTER_CONTEXTS, createHistory, FIRST_CONTEXTS, FORM_CONTEXTS, fillFormContexts, fillGroupContexts, fillOwnContexts, fillRuleContexts, findPlace,
  GROUP_STOP, groupOfTag, type History, hashClass, hashCluster, hashRule, OWN_CONTEXTS, PAD, RULE_CONTEXTS, type Surroundings,
} from "./restore-contexts.ts"; // biome-ignore format: a list
import { hashForm, hashText } from "./restore-hash.ts";
import { type Candidates, createCandidates, hashEnding, type Lexicon, MAX_CANDIDATES } from "./restore-lexicon.ts";
import { createSurroundings, fillAnchors, fillTenses } from "./restore-surroundings.ts";
import { type RestoreTokens, TOKEN_NUMBER, TOKEN_WORD } from "./restore-tokens.ts";

export interface WordModel {
  readonly lexicon: Lexicon;
  /** A weight per place. */
  readonly weights: Int8Array | Float32Array;
  /** How much a weight of 1 counts. */
  readonly unit: number;
  /** Per class its main tag. */
  readonly tags: readonly string[];
  /** Classes below this one are single words, marks and numbers. */
  readonly ownEnd: number;
  /** Hashes of marks and numbers; their class is the index + 1. */
  readonly marks: readonly number[];
  /** The cluster of each of them, among stems and among forms. */
  readonly markClusters: readonly number[];
  readonly markFormClusters: readonly number[];
  readonly beam: number;
}

/** What every token is: its stem's hash, the rule that makes its form (0 for tokens that are not words), its class. */
export interface ChosenForms {
  readonly stems: Int32Array;
  readonly rules: Uint16Array;
  readonly classes: Uint8Array;
  /** How often the form has capitals within sentences, as a bucket. */
  readonly capitals: Uint8Array;
}

interface Path {
  history: History;
  score: number;
  step: number;
}

const CLASS_END = FORM_CONTEXTS + CLASS_CONTEXTS;
const CLUSTER_END = CLASS_END + CLUSTER_CONTEXTS;
const RULE_END = CLUSTER_END + RULE_CONTEXTS;

/** For unknown stems: how much speaks for the stem as it stands, and for a form that is a known name. */
const COPY_BONUS = 0.7;
const NAME_BONUS = 3;

/** Candidates that score this much less than the best after the first contexts, or after all of the form, are given up. */
const GIVE_UP_FIRST = 4;
const GIVE_UP = 6;

export class WordChooser {
  readonly #model: WordModel;
  readonly #groups: Uint8Array;
  readonly #markClasses: Map<number, number>;
  readonly #markClusters: Map<number, number>;
  readonly #markFormClusters: Map<number, number>;
  readonly #contexts = new Int32Array(ALL_CONTEXTS);
  readonly #scores = new Float64Array(MAX_CANDIDATES);
  readonly #candidates: Candidates = createCandidates();

  constructor(model: WordModel) {
    this.#model = model;
    this.#groups = Uint8Array.from(model.tags, groupOfTag);
    this.#markClasses = new Map(model.marks.map((hash, index) => [hash, index + 1]));
    this.#markClusters = new Map(model.marks.map((hash, index) => [hash, model.markClusters[index]]));
    this.#markFormClusters = new Map(model.marks.map((hash, index) => [hash, model.markFormClusters[index]]));
  }

  chooseForms(text: string, tokens: RestoreTokens): ChosenForms {
    const { lexicon, beam } = this.#model;
    const groups = this.#groups;
    const candidates = this.#candidates;
    const { length } = tokens;
    const around = this.#surround(tokens);
    const chosenRules = new Uint16Array(length);
    const chosenClasses = new Uint8Array(length);
    const cache = new Map<number, number>();
    // Steps of the open sentence: the rule and class chosen, the token, and the step before.
    const stepRules: number[] = [];
    const stepClasses: number[] = [];
    const stepTokens: number[] = [];
    const stepBefore: number[] = [];
    let paths: Path[] = [{ history: createHistory(), score: 0, step: -1 }];
    const addStep = (before: number, token: number, rule: number, formClass: number): number => {
      stepRules.push(rule);
      stepClasses.push(formClass);
      stepTokens.push(token);
      stepBefore.push(before);
      return stepRules.length - 1;
    };
    const closeSentence = (): void => {
      for (let step = paths[0].step; step >= 0; step = stepBefore[step]) {
        const token = stepTokens[step];
        chosenRules[token] = stepRules[step];
        chosenClasses[token] = stepClasses[step];
        if (tokens.kinds[token] === TOKEN_WORD) cache.set(tokens.hashes[token], stepRules[step]);
      }
      stepRules.length = stepClasses.length = stepTokens.length = stepBefore.length = 0;
      paths = [{ history: paths[0].history, score: 0, step: -1 }];
    };
    for (let i = 0; i < length; i++) {
      const hash = tokens.hashes[i];
      const at = PAD + i;
      if (tokens.kinds[i] !== TOKEN_WORD) {
        const formClass = around.classes[at];
        const cluster = this.#markFormClusters.get(hash) ?? 0;
        for (const path of paths) {
          path.step = addStep(path.step, i, 0, formClass);
          advanceHistory(path.history, hash, formClass, cluster, groups[formClass]);
        }
        if (groups[formClass] === GROUP_STOP) closeSentence();
        continue;
      }
      lexicon.fillCandidates(candidates, text, tokens.starts[i], tokens.ends[i], hash, -1);
      if (candidates.count === 1) {
        const formClass = candidates.classes[0];
        const form = hashForm(hash, candidates.rules[0]);
        for (const path of paths) {
          path.step = addStep(path.step, i, candidates.rules[0], formClass);
          advanceHistory(path.history, form, formClass, candidates.clusters[0], groups[formClass]);
        }
        if (paths.length > 1) paths = mergePaths(paths);
        continue;
      }
      const end = tokens.ends[i];
      const size = end - tokens.starts[i];
      const ending3 = candidates.rare ? hashEnding(text, end, Math.min(3, size)) : 0;
      const ending2 = candidates.rare ? hashEnding(text, end, Math.min(2, size)) : 0;
      const cached = cache.get(hash);
      const next: { path: Path; candidate: number; score: number }[] = [];
      for (const path of paths) {
        this.#scoreCandidates(candidates, hash, cached, path.history, around, at, ending3, ending2);
        for (let k = 0; k < candidates.count; k++) {
          const score = path.score + this.#scores[k];
          if (score === Number.NEGATIVE_INFINITY) continue;
          if (next.length < beam) {
            next.push({ path, candidate: k, score });
          } else {
            let worst = 0;
            for (let n = 1; n < next.length; n++) if (next[n].score < next[worst].score) worst = n;
            if (score > next[worst].score) next[worst] = { path, candidate: k, score };
          }
        }
      }
      next.sort((a, b) => b.score - a.score);
      const best = next[0].score;
      const grown: Path[] = [];
      for (const { path, candidate, score } of next) {
        if (score < best - 6) break;
        const formClass = candidates.classes[candidate];
        const rule = candidates.rules[candidate];
        const history = { ...path.history };
        advanceHistory(history, hashForm(hash, rule), formClass, candidates.clusters[candidate], groups[formClass]);
        grown.push({ history, score, step: addStep(path.step, i, rule, formClass) });
      }
      paths = grown.length > 1 ? mergePaths(grown) : grown;
    }
    closeSentence();
    return this.#describe(tokens, tokens.hashes, chosenRules, chosenClasses);
  }

  /** For whole words: finds the stem and the rule of each, in place of choosing. */
  recogniseForms(words: readonly string[], tokens: RestoreTokens): ChosenForms {
    const { lexicon } = this.#model;
    const stems = tokens.hashes.slice();
    const rules = new Uint16Array(tokens.length);
    const classes = new Uint8Array(tokens.length);
    const known = new Map<string, [stem: number, rule: number, formClass: number]>();
    for (let i = 0; i < tokens.length; i++) {
      if (tokens.kinds[i] !== TOKEN_WORD) {
        classes[i] = this.#classOfMark(stems[i], tokens.kinds[i]);
        continue;
      }
      const word = words[i].toLowerCase();
      let found = known.get(word);
      if (found === undefined) {
        const stem = stemWord(word);
        const hash = hashText(stem);
        const rule = lexicon.findRule(stem, word);
        const row = lexicon.findForm(hash, rule);
        found = [hash, rule, row >= 0 ? lexicon.data.stems.classes[row] : lexicon.guessClass(stem, rule)];
        known.set(word, found);
      }
      [stems[i], rules[i], classes[i]] = found;
    }
    return this.#describe(tokens, stems, rules, classes);
  }

  #describe(tokens: RestoreTokens, stems: Int32Array, rules: Uint16Array, classes: Uint8Array): ChosenForms {
    const { lexicon } = this.#model;
    const capitals = new Uint8Array(tokens.length);
    for (let i = 0; i < tokens.length; i++) {
      if (tokens.kinds[i] !== TOKEN_WORD) continue;
      const row = lexicon.findForm(stems[i], rules[i]);
      if (row >= 0) capitals[i] = lexicon.data.capitals[row];
    }
    return { stems, rules, classes, capitals };
  }

  #classOfMark(hash: number, kind: number): number {
    return this.#markClasses.get(hash) ?? this.#model.marks.length + (kind === TOKEN_NUMBER ? 2 : 1);
  }

  #surround(tokens: RestoreTokens): Surroundings {
    const { length } = tokens;
    const around = createSurroundings(length);
    const { lexicon, ownEnd } = this.#model;
    for (let i = 0; i < length; i++) {
      const hash = tokens.hashes[i];
      around.stems[PAD + i] = hash;
      around.classes[PAD + i] =
        tokens.kinds[i] === TOKEN_WORD ? lexicon.getStemClass(hash) : this.#classOfMark(hash, tokens.kinds[i]);
      around.clusters[PAD + i] =
        tokens.kinds[i] === TOKEN_WORD ? lexicon.getCluster(hash) : (this.#markClusters.get(hash) ?? 0);
    }
    fillAnchors(around, this.#groups, ownEnd);
    fillTenses(around);
    return around;
  }

  /**
   * Log-probabilities of the candidates. Those that fall far behind on the contexts of their form alone are given up
   * before the rest is looked at, which saves most of the time.
   */
  #scoreCandidates(
    candidates: Candidates,
    stem: number,
    cached: number | undefined,
    history: History,
    around: Surroundings,
    at: number,
    ending3: number,
    ending2: number,
  ): void {
    const { lexicon, weights, unit } = this.#model;
    const contexts = this.#contexts;
    const scores = this.#scores;
    const { count, rules, classes, clusters, counts, total, rare } = candidates;
    fillFormContexts(contexts, history, around, at);
    if (rare) fillRuleContexts(contexts, history, around, at, ending3, ending2);
    for (let k = 0; k < count; k++) {
      const rule = rules[k];
      const form = hashForm(stem, rule);
      let sum = 0;
      for (let c = 0; c < FIRST_CONTEXTS; c++) sum += weights[findPlace(contexts[c], form)];
      if (rare) {
        const ruleHash = hashRule(rule);
        for (let c = CLUSTER_END; c < RULE_END; c++) sum += weights[findPlace(contexts[c], ruleHash)];
      }
      const relative = relativeCount(counts[0], counts[k]);
      const memory = cached === undefined ? 0 : cached === rule ? 1 : 2;
      fillOwnContexts(contexts, RULE_END, relative, total, memory, classes[k]);
      for (let c = 0; c < OWN_CONTEXTS; c++) sum += weights[findPlace(contexts[RULE_END + c], 0)];
      scores[k] = sum * unit;
      // Nothing but last letters speaks for the forms of an unknown stem: most are names, and most names keep their shape.
      if (total === 0) scores[k] += (rule === 0 ? COPY_BONUS : 0) + (lexicon.isName(form) ? NAME_BONUS : 0);
    }
    if (giveUp(scores, count, GIVE_UP_FIRST) > 1) {
      for (let k = 0; k < count; k++) {
        if (scores[k] === Number.NEGATIVE_INFINITY) continue;
        const form = hashForm(stem, rules[k]);
        let sum = 0;
        for (let c = FIRST_CONTEXTS; c < FORM_CONTEXTS; c++) sum += weights[findPlace(contexts[c], form)];
        scores[k] += sum * unit;
      }
      if (giveUp(scores, count, GIVE_UP) > 1) {
        fillGroupContexts(contexts, history, around, at);
        for (let k = 0; k < count; k++) {
          if (scores[k] === Number.NEGATIVE_INFINITY) continue;
          const classHash = hashClass(classes[k]);
          const clusterHash = hashCluster(clusters[k]);
          let sum = 0;
          for (let c = FORM_CONTEXTS; c < CLASS_END; c++) sum += weights[findPlace(contexts[c], classHash)];
          for (let c = CLASS_END; c < CLUSTER_END; c++) sum += weights[findPlace(contexts[c], clusterHash)];
          scores[k] += sum * unit;
        }
      }
    }
    let top = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < count; k++) if (scores[k] > top) top = scores[k];
    let sum = 0;
    for (let k = 0; k < count; k++) sum += exactExp(scores[k] - top);
    const normaliser = top + exactLog(sum);
    for (let k = 0; k < count; k++) scores[k] -= normaliser;
  }
}

/** Drops what is too far behind the best; gives how many are left. */
function giveUp(scores: Float64Array, count: number, distance: number): number {
  let top = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < count; k++) if (scores[k] > top) top = scores[k];
  let left = 0;
  for (let k = 0; k < count; k++) {
    if (scores[k] >= top - distance) left += 1;
    else scores[k] = Number.NEGATIVE_INFINITY;
  }
  return left;
}

/** How much rarer a form is than the commonest, in buckets, 0 to 31. */
export function relativeCount(first: number, own: number): number {
  return Math.max(0, Math.min(31, first - own + 4));
}

/** Of paths that chose the last three forms alike, keeps the best. Expects the best path first. */
function mergePaths(paths: Path[]): Path[] {
  const kept: Path[] = [];
  for (const path of paths) {
    const same = kept.find(
      ({ history }) =>
        history.form1 === path.history.form1 &&
        history.form2 === path.history.form2 &&
        history.form3 === path.history.form3,
    );
    if (same === undefined) kept.push(path);
  }
  return kept;
}
