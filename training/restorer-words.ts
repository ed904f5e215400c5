/** Trains the part of the restorer that chooses forms. */
import {
  ALL_CONTEXTS, advanceHistory, CLASS_CONTEXTS, CLUSTER_CONTEXTS, createHistory, FORM_CONTEXTS, fillFormContexts, fillGroupContexts, fillOwnContexts, fillRuleContexts, findPlace,GROUP_STOP,
  groupOfTag, hashClass, hashCluster, hashRule, OWN_CONTEXTS, PAD, PLACE_BITS, RULE_CONTEXTS,
} from "../src/language/restore-contexts.ts"; // biome-ignore format: a list
import { hashForm } from "../src/language/restore-hash.ts";
import {
  createCandidates,
  hashEnding,
  Lexicon,
  type LexiconData,
  MAX_CANDIDATES,
} from "../src/language/restore-lexicon.ts";
import { createSurroundings, fillAnchors, fillTenses } from "../src/language/restore-surroundings.ts";
import { relativeCount } from "../src/language/restore-words.ts";
import type { FormClasses } from "./restorer-classes.ts";
import type { CorpusClusters } from "./restorer-clusters.ts";
import type { RestorerCorpus } from "./restorer-corpus.ts";
import { HashedLearner } from "./restorer-learner.ts";

export interface WordTrainingOptions {
  rate: number;
  /** How many weights are left after `keepAt` of the documents; the rest teach these alone, on texts not yet seen. */
  keep: number;
  keepAt: number;
  minTouches: number;
  clusters: CorpusClusters;
  progress: (line: string) => void;
}

/** Trains on every token whose stem has more than one form. */
export function trainWords(
  corpus: RestorerCorpus,
  lexiconData: LexiconData,
  classes: FormClasses,
  options: WordTrainingOptions,
): HashedLearner {
  const lexicon = new Lexicon(lexiconData);
  const groups = Uint8Array.from(classes.tags, groupOfTag);
  const entryStemClasses = new Uint8Array(corpus.vocabulary.length);
  const entryClusters = Uint8Array.from(corpus.vocabulary, ({ kind, hash }) =>
    kind === 1 ? lexicon.getCluster(hash) : options.clusters.ofStem(hash),
  );
  const entryClasses = new Uint8Array(corpus.vocabulary.length);
  for (const [id, entry] of corpus.vocabulary.entries()) {
    if (entry.kind === 1) {
      entryStemClasses[id] = lexicon.getStemClass(entry.hash);
      entryClasses[id] = classes.classOf(entry.form);
    } else {
      entryStemClasses[id] = classes.classOfToken(entry.hash, entry.kind);
      entryClasses[id] = entryStemClasses[id];
    }
  }
  const learner = new HashedLearner(PLACE_BITS, options.rate);
  const candidates = createCandidates();
  const contexts = new Int32Array(ALL_CONTEXTS);
  const places = new Int32Array(MAX_CANDIDATES * ALL_CONTEXTS);
  const documents = corpus.starts.length - 1;
  let seen = 0;
  let right = 0;
  const keepAt = Math.floor(documents * options.keepAt);
  for (let document = 0; document < documents; document++) {
    if (document === keepAt) options.progress(`kept ${learner.keep(options.keep, options.minTouches)} weights`);
    const from = corpus.starts[document];
    const to = corpus.starts[document + 1];
    const around = createSurroundings(to - from);
    for (let i = from; i < to; i++) {
      around.stems[PAD + i - from] = corpus.vocabulary[corpus.ids[i]].hash;
      around.classes[PAD + i - from] = entryStemClasses[corpus.ids[i]];
      around.clusters[PAD + i - from] = entryClusters[corpus.ids[i]];
    }
    fillAnchors(around, groups, classes.ownEnd);
    fillTenses(around);
    const history = createHistory();
    const cache = new Map<number, number>();
    const pending: [number, number][] = [];
    for (let i = from; i < to; i++) {
      const id = corpus.ids[i];
      const entry = corpus.vocabulary[id];
      if (entry.kind === 1) {
        const { stem, hash, rule } = entry;
        lexicon.fillCandidates(candidates, stem, 0, stem.length, hash, rule);
        let gold = -1;
        for (let k = 0; k < candidates.count; k++) if (candidates.rules[k] === rule) gold = k;
        if (candidates.count > 1 && gold >= 0) {
          const rare = candidates.rare;
          const ending3 = rare ? hashEnding(stem, stem.length, Math.min(3, stem.length)) : 0;
          const ending2 = rare ? hashEnding(stem, stem.length, Math.min(2, stem.length)) : 0;
          fillFormContexts(contexts, history, around, PAD + i - from);
          fillGroupContexts(contexts, history, around, PAD + i - from);
          if (rare) fillRuleContexts(contexts, history, around, PAD + i - from, ending3, ending2);
          const cached = cache.get(hash);
          fillPlaces(places, contexts, candidates, hash, cached);
          seen += 1;
          if (learner.learn(places, candidates.count, ALL_CONTEXTS, gold)) right += 1;
        }
        pending.push([hash, rule]);
      }
      const formClass = entryClasses[id];
      if (groups[formClass] === GROUP_STOP) {
        for (const [stem, rule] of pending) cache.set(stem, rule);
        pending.length = 0;
      }
      advanceHistory(
        history,
        entry.kind === 1 ? hashForm(entry.hash, entry.rule) : entry.hash,
        formClass,
        options.clusters.ofForms[id],
        groups[formClass],
      );
    }
    if (document % 2000 === 1999) {
      options.progress(
        `words: ${((100 * document) / documents).toFixed(0)} %, ${((100 * right) / seen).toFixed(2)} % right of ${seen}`,
      );
      right = 0;
      seen = 0;
    }
  }
  return learner;
}

function fillPlaces(
  places: Int32Array,
  contexts: Int32Array,
  candidates: ReturnType<typeof createCandidates>,
  stem: number,
  cached: number | undefined,
): void {
  const classEnd = FORM_CONTEXTS + CLASS_CONTEXTS;
  const clusterEnd = classEnd + CLUSTER_CONTEXTS;
  const ruleEnd = clusterEnd + RULE_CONTEXTS;
  for (let k = 0; k < candidates.count; k++) {
    const rule = candidates.rules[k];
    const formClass = candidates.classes[k];
    const form = hashForm(stem, rule);
    const classHash = hashClass(formClass);
    const ruleHash = hashRule(rule);
    let n = k * ALL_CONTEXTS;
    for (let c = 0; c < FORM_CONTEXTS; c++) places[n++] = findPlace(contexts[c], form);
    for (let c = FORM_CONTEXTS; c < classEnd; c++) places[n++] = findPlace(contexts[c], classHash);
    const clusterHash = hashCluster(candidates.clusters[k]);
    for (let c = classEnd; c < clusterEnd; c++) places[n++] = findPlace(contexts[c], clusterHash);
    if (candidates.rare) for (let c = clusterEnd; c < ruleEnd; c++) places[n++] = findPlace(contexts[c], ruleHash);
    else for (let c = clusterEnd; c < ruleEnd; c++) places[n++] = -1;
    const relative = relativeCount(candidates.counts[0], candidates.counts[k]);
    fillOwnContexts(
      contexts,
      ruleEnd,
      relative,
      candidates.total,
      cached === undefined ? 0 : cached === rule ? 1 : 2,
      formClass,
    );
    for (let c = 0; c < OWN_CONTEXTS; c++) places[n++] = findPlace(contexts[ruleEnd + c], 0);
  }
}
