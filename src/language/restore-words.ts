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
  ALL_CONTEXTS, advanceHistory, CLASS_CONTEXTS, createHistory, FORM_CONTEXTS, fillContexts, fillOwnContexts, findPlace,
  GROUP_STOP, groupOfTag, type History, hashClass, hashRule, OWN_CONTEXTS, PAD, RULE_CONTEXTS, type Surroundings,
} from "./restore-contexts.ts"; // biome-ignore format: a list
import { hashForm, hashText } from "./restore-hash.ts";
import { type Candidates, createCandidates, hashEnding, type Lexicon, MAX_CANDIDATES } from "./restore-lexicon.ts";
import { fillAnchors } from "./restore-surroundings.ts";
import { type RestoreTokens, TOKEN_NUMBER, TOKEN_WORD } from "./restore-tokens.ts";

export interface WordModel {
  readonly lexicon: Lexicon;
  readonly weights: { get(place: number): number };
  /** How much a weight of 1 counts. */
  readonly unit: number;
  /** Per class its main tag. */
  readonly tags: readonly string[];
  /** Classes below this one are single words, marks and numbers. */
  readonly ownEnd: number;
  /** Hashes of marks and numbers; their class is the index + 1. */
  readonly marks: readonly number[];
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
const RULE_END = CLASS_END + RULE_CONTEXTS;

export class WordChooser {
  readonly #model: WordModel;
  readonly #groups: Uint8Array;
  readonly #markClasses: Map<number, number>;
  readonly #contexts = new Int32Array(ALL_CONTEXTS);
  readonly #scores = new Float64Array(MAX_CANDIDATES);
  readonly #candidates: Candidates = createCandidates();

  constructor(model: WordModel) {
    this.#model = model;
    this.#groups = Uint8Array.from(model.tags, groupOfTag);
    this.#markClasses = new Map(model.marks.map((hash, index) => [hash, index + 1]));
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
        for (const path of paths) {
          path.step = addStep(path.step, i, 0, formClass);
          advanceHistory(path.history, hash, formClass, groups[formClass]);
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
          advanceHistory(path.history, form, formClass, groups[formClass]);
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
        fillContexts(this.#contexts, path.history, around, at, ending3, ending2);
        this.#scoreCandidates(candidates, hash, cached);
        for (let k = 0; k < candidates.count; k++) {
          const score = path.score + this.#scores[k];
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
        advanceHistory(history, hashForm(hash, rule), formClass, groups[formClass]);
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
    const size = length + 2 * PAD;
    const around: Surroundings = {
      length,
      stems: new Int32Array(size),
      classes: new Uint8Array(size),
      leftAnchors: new Int32Array(size),
      rightAnchors: new Int32Array(size),
      nextVerbs: new Int32Array(size),
    };
    const { lexicon, ownEnd } = this.#model;
    for (let i = 0; i < length; i++) {
      const hash = tokens.hashes[i];
      around.stems[PAD + i] = hash;
      around.classes[PAD + i] =
        tokens.kinds[i] === TOKEN_WORD ? lexicon.getStemClass(hash) : this.#classOfMark(hash, tokens.kinds[i]);
    }
    fillAnchors(around, this.#groups, ownEnd);
    return around;
  }

  /** Log-probabilities of the candidates, from the contexts filled in. */
  #scoreCandidates(candidates: Candidates, stem: number, cached: number | undefined): void {
    const { weights, unit } = this.#model;
    const contexts = this.#contexts;
    const scores = this.#scores;
    const { count, rules, classes, counts, total, rare } = candidates;
    let top = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < count; k++) {
      const rule = rules[k];
      const formClass = classes[k];
      const form = hashForm(stem, rule);
      const classHash = hashClass(formClass);
      let sum = 0;
      for (let c = 0; c < FORM_CONTEXTS; c++) sum += weights.get(findPlace(contexts[c], form));
      for (let c = FORM_CONTEXTS; c < CLASS_END; c++) sum += weights.get(findPlace(contexts[c], classHash));
      if (rare) {
        const ruleHash = hashRule(rule);
        for (let c = CLASS_END; c < RULE_END; c++) sum += weights.get(findPlace(contexts[c], ruleHash));
      }
      const relative = relativeCount(counts[0], counts[k]);
      fillOwnContexts(
        contexts,
        RULE_END,
        relative,
        total,
        cached === undefined ? 0 : cached === rule ? 1 : 2,
        formClass,
      );
      for (let c = 0; c < OWN_CONTEXTS; c++) sum += weights.get(findPlace(contexts[RULE_END + c], 0));
      scores[k] = sum * unit;
      if (scores[k] > top) top = scores[k];
    }
    let sum = 0;
    for (let k = 0; k < count; k++) sum += exactExp(scores[k] - top);
    const normaliser = top + exactLog(sum);
    for (let k = 0; k < count; k++) scores[k] -= normaliser;
  }
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
