/**
 * Trains the model `referents`: classes of common nouns.
 *
 * Running text tells much about a noun without any annotation: people are those "who", minister is what stands before a
 * name, ministries speak but are not "who". An averaged perceptron weighs these signs and the noun's ending, taught by the
 * types of noun phrases in GUM's open documents; it then judges every noun frequent enough in the text.
 */
import { hashWord } from "../../src/reading/hash-word.ts";
import {
  endingKey,
  LONGEST_ENDING,
  NOUN_CLASSES,
  REFERENTS_MODEL,
  REFERENTS_VERSION,
} from "../../src/reading/referents.ts";
import { readCorpusRecords, readCorpusText } from "../corpus-files.ts";
import { createRandom, shuffle } from "../random.ts";
import type { Trainer } from "../trainer.ts";
import { type GumDocument, readGumDocuments } from "./gum-documents.ts";

const SEED = 20;
const ROUNDS = 12;
const TEXTS = ["text/allsides-news-2012-2020.jsonl.gz", "text/bbc-news-2004-2005.jsonl.gz"];

/** How a noun stands in running text. */
interface NounSigns {
  count: number;
  who: number;
  which: number;
  beforeName: number;
  speaks: number;
  inPlace: number;
}

const SPEAKS = new Set(["said", "says", "told", "announced", "added", "argued"]);
const MIN_COUNT = 6;
/** Nouns for things are kept only where they are common: what is not kept counts as a thing anyway. */
const MIN_OTHER_COUNT = 16;

export const referentsTrainer: Trainer = {
  model: REFERENTS_MODEL,
  after: [],
  train({ dataFolder, progress }) {
    const givenNames = readGivenNames(dataFolder);
    const signs = new Map<string, NounSigns>();
    for (const path of TEXTS) {
      progress(`reading ${path}`);
      for (const { text } of readCorpusRecords<{ text: string }>(dataFolder, path)) {
        const words = text.match(/[A-Za-z][A-Za-z’'-]*|\S/g) ?? [];
        countNounSigns(words, givenNames, signs);
      }
    }
    const agents = readAgentHeads(dataFolder);
    progress("learning from GUM");
    const taught = countTypes(readGumDocuments(dataFolder, "train").filter(({ isOpen }) => isOpen));
    const held = countTypes(readGumDocuments(dataFolder, "dev").filter(({ isOpen }) => isOpen));
    const examples = [...taught].map(([lemma, counts]) => ({
      features: findFeatures(lemma, signs.get(lemma), agents),
      label: indexOfMost(counts),
      weight: Math.min(4, sum(counts)),
    }));
    const model = trainPerceptron(examples);

    const classes = new Map<string, number>();
    const lemmas = new Set([...signs.keys(), ...taught.keys(), ...agents]);
    for (const lemma of [...lemmas].sort()) {
      const counts = taught.get(lemma);
      const seen = signs.get(lemma);
      if (counts === undefined && (seen === undefined || seen.count < MIN_COUNT) && !agents.has(lemma)) continue;
      const sure = counts !== undefined && sum(counts) >= 3 && Math.max(...counts) >= 0.6 * sum(counts);
      classes.set(lemma, sure ? indexOfMost(counts) : model(findFeatures(lemma, seen, agents)));
    }
    const scores = measure(held, (lemma) => classes.get(lemma) ?? model(findFeatures(lemma, undefined, agents)));
    for (const [ending, nounClass] of findEndings(classes, agents)) classes.set(ending, nounClass);
    const nouns = toTable(
      [...classes].filter(
        ([key, value]) => value !== 0 || (!key.startsWith("~") && (signs.get(key)?.count ?? 0) >= MIN_OTHER_COUNT),
      ),
    );
    return {
      content: {
        name: REFERENTS_MODEL,
        version: REFERENTS_VERSION,
        settings: {},
        sections: {
          nounHashes: nouns.hashes,
          nounClasses: nouns.values,
        },
      },
      card: {
        purpose:
          "Says whether a common noun names a person, an organisation, a place or something else. Sorted hashes with a class each.",
        data: [
          "GUM, documents of open licence (news, interview, speech, bio, voyage, academic): types of noun phrases, to train; dev documents to measure.",
          "AllSides news 2012-2020 and BBC news 2004-2005 (research): counts of how nouns stand in running text; only hashes and classes are kept.",
          "Phoenix agents of PETRARCH (MIT): head nouns, as a sign; given names of smashew/NameDatabases (Unlicense).",
        ],
        seed: SEED,
        scores,
        limits: [
          "One class a noun: a noun that names people in one report and things in another gets the commoner class.",
        ],
      },
    };
  },
};

function readGivenNames(dataFolder: string): Set<string> {
  const lines = readCorpusText(dataFolder, "gazetteer/given-names.tsv.gz").split("\n").slice(1);
  return new Set(lines.map((line) => line.split("\t")[0]).filter((name) => name.length > 1));
}

/** Last words of the agents' phrases: `minister` of `DEFENSE_MINISTER`. */
function readAgentHeads(dataFolder: string): Set<string> {
  const heads = new Set<string>();
  for (const line of readCorpusText(dataFolder, "cameo/Phoenix.agents.txt.gz").split("\n")) {
    const phrase = /^([A-Z][A-Z_' -]*?)[_ ]*(?:\{[^}]*\})?\s*\[/.exec(line)?.[1];
    const head = phrase?.split(/[_ ]/).at(-1)?.toLowerCase();
    // Some phrases are cut to a stem: "MINIST".
    if (head !== undefined && head.length > 2 && !head.endsWith("minist")) heads.add(head);
  }
  return heads;
}

/** A lemma good enough for counting: plurals lose their ending. */
function singular(word: string): string {
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  if (/men$/.test(word)) return `${word.slice(0, -2)}an`;
  return /[^s]s$/.test(word) && !/(us|is)$/.test(word) ? word.slice(0, -1) : word;
}

function countNounSigns(words: string[], givenNames: Set<string>, signs: Map<string, NounSigns>): void {
  for (let i = 0; i + 3 < words.length; i++) {
    const word = words[i];
    const lower = word.toLowerCase();
    if (!/^[a-z][a-z-]+$/.test(lower)) continue;
    const lemma = singular(lower);
    let counts = signs.get(lemma);
    if (counts === undefined)
      signs.set(lemma, (counts = { count: 0, who: 0, which: 0, beforeName: 0, speaks: 0, inPlace: 0 }));
    if (givenNames.has(words[i + 1]) && /^[A-Z][a-z]+$/.test(words[i + 2])) counts.beforeName++;
    if (word !== lower) continue;
    counts.count++;
    const next = words[words[i + 1] === "," ? i + 2 : i + 1];
    if (next === "who" || next === "whom") counts.who++;
    else if (next === "which") counts.which++;
    else if (next === "where") counts.inPlace++;
    else if (SPEAKS.has(words[i + 1])) counts.speaks++;
  }
}

const CLASS_OF_TYPE: Record<string, number> = { person: 1, organization: 2, place: 3 };

function countTypes(documents: GumDocument[]): Map<string, number[]> {
  const counts = new Map<string, number[]>();
  for (const { mentions, tags, lemmas } of documents) {
    for (const { headToken, type } of mentions) {
      if (tags[headToken] !== "NOUN") continue;
      const lemma = lemmas[headToken].toLowerCase();
      let row = counts.get(lemma);
      if (row === undefined) counts.set(lemma, (row = NOUN_CLASSES.map(() => 0)));
      row[CLASS_OF_TYPE[type] ?? 0]++;
    }
  }
  return counts;
}

function findFeatures(lemma: string, signs: NounSigns | undefined, agents: Set<string>): string[] {
  const features = ["bias"];
  for (let length = 2; length <= LONGEST_ENDING; length++) {
    if (lemma.length > length + 1) features.push(endingKey(lemma, length));
  }
  const isAgent = agents.has(lemma);
  if (isAgent) features.push("agent");
  if (signs === undefined || signs.count < 3) return [...features, "rare"];
  const level = (part: number): number => {
    const share = (1000 * part) / signs.count;
    return part < 2 ? 0 : share < 1 ? 1 : share < 4 ? 2 : share < 12 ? 3 : share < 40 ? 4 : 5;
  };
  const who = level(signs.who);
  const speaks = level(signs.speaks);
  const name = level(signs.beforeName);
  const which = level(signs.which);
  const where = level(signs.inPlace);
  const whoOrWhich =
    signs.who + signs.which < 2
      ? "-"
      : signs.who > 3 * signs.which
        ? "who"
        : signs.which > 3 * signs.who
          ? "which"
          : "both";
  features.push(`who${who}`, `speaks${speaks}`, `name${name}`, `which${which}`, `where${where}`, whoOrWhich);
  features.push(`who${who}&speaks${speaks}`, `${whoOrWhich}&speaks${speaks}`, `who${who}&name${name}`);
  if (isAgent) features.push(`agent&${whoOrWhich}`, `agent&speaks${speaks}`, `agent&name${name}`);
  return features;
}

interface Example {
  features: string[];
  label: number;
  weight: number;
}

/** A multiclass averaged perceptron; gives back the decision. */
function trainPerceptron(examples: Example[]): (features: string[]) => number {
  const random = createRandom(SEED);
  const weights = new Map<string, { now: number[]; total: number[]; since: number[] }>();
  let step = 0;
  const decide = (features: string[], part: "now" | "total"): number => {
    const scores = NOUN_CLASSES.map(() => 0);
    for (const feature of features) {
      const row = weights.get(feature);
      if (row !== undefined) for (let k = 0; k < scores.length; k++) scores[k] += row[part][k];
    }
    return indexOfMost(scores);
  };
  const change = (feature: string, k: number, amount: number): void => {
    let row = weights.get(feature);
    if (row === undefined) {
      row = { now: NOUN_CLASSES.map(() => 0), total: NOUN_CLASSES.map(() => 0), since: NOUN_CLASSES.map(() => 0) };
      weights.set(feature, row);
    }
    row.total[k] += row.now[k] * (step - row.since[k]);
    row.since[k] = step;
    row.now[k] += amount;
  };
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(examples, random);
    for (const { features, label, weight } of examples) {
      step++;
      const guess = decide(features, "now");
      if (guess === label) continue;
      for (const feature of features) {
        change(feature, label, weight);
        change(feature, guess, -weight);
      }
    }
  }
  for (const feature of weights.keys()) for (let k = 0; k < NOUN_CLASSES.length; k++) change(feature, k, 0);
  return (features) => decide(features, "total");
}

/** Endings that most nouns with them share a class in. */
function findEndings(classes: Map<string, number>, agents: Set<string>): [string, number][] {
  const counts = new Map<string, number[]>();
  for (const [lemma, nounClass] of classes) {
    for (let length = 2; length <= LONGEST_ENDING; length++) {
      if (lemma.length <= length + 1) continue;
      const key = endingKey(lemma, length);
      let row = counts.get(key);
      if (row === undefined) counts.set(key, (row = NOUN_CLASSES.map(() => 0)));
      row[nounClass] += agents.has(lemma) ? 2 : 1;
    }
  }
  return [...counts]
    .filter(([, row]) => sum(row) >= 9 && Math.max(...row) >= 0.75 * sum(row))
    .map(([key, row]): [string, number] => [key, indexOfMost(row)]);
}

function measure(held: Map<string, number[]>, decide: (lemma: string) => number): [string, string][] {
  const right = NOUN_CLASSES.map(() => 0);
  const given = NOUN_CLASSES.map(() => 0);
  const wanted = NOUN_CLASSES.map(() => 0);
  for (const [lemma, counts] of held) {
    const guess = decide(lemma);
    given[guess] += sum(counts);
    right[guess] += counts[guess];
    for (let k = 0; k < counts.length; k++) wanted[k] += counts[k];
  }
  const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
  return [
    ["class right, head nouns of GUM dev (open)", percent(sum(right), sum(given))],
    ...NOUN_CLASSES.map((name, k): [string, string] => [
      `${name}: precision / recall`,
      `${percent(right[k], given[k])} / ${percent(right[k], wanted[k])}`,
    ]),
  ];
}

function toTable(entries: [string, number][]) {
  const byHash = new Map(entries.map(([key, value]) => [hashWord(key), value]));
  const sorted = [...byHash].sort(([a], [b]) => a - b);
  return { hashes: Uint32Array.from(sorted, ([hash]) => hash), values: Uint8Array.from(sorted, ([, value]) => value) };
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function indexOfMost(values: number[]): number {
  let best = 0;
  for (let k = 1; k < values.length; k++) if (values[k] > values[best]) best = k;
  return best;
}
