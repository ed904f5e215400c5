/**
 * Trains the model `deeds`: which of fifteen classes a deed is, where it is known that there is one and who does it.
 *
 * Learns from synthetic stories and headline templates, which have one class each, and from the verbs and patterns of the
 * CAMEO dictionary, taken as sentences of a few words.
 */
import { DEED_CLASSES, DEEDS_MODEL, findDeedFeatures } from "../../src/reading/events/classify-deed.ts";
import { findEventCandidates, toCandidateDocument } from "../../src/reading/events/event-candidate.ts";
import { type EventClass, getEventModel } from "../../src/reading/events/event-model.ts";
import { toHashTable } from "../../src/reading/events/hash-table.ts";
import { hashWord } from "../../src/reading/hash-word.ts";
import { readCorpusRecords } from "../corpus-files.ts";
import type { Trainer, TrainingContext } from "../trainer.ts";
import { toEventClass, toReadingClass } from "./event-classes.ts";
import { parseReport } from "./read-story.ts";
import { readCodeTable, readVerbDictionary, type VerbDictionary } from "./read-verb-dictionary.ts";
import { trainSoftmax, type WeighedExample } from "./softmax-learner.ts";

const SEED = 95;
const ROWS = 9000;
const STORIES = "cameo/ngec-synthetic-events.jsonl.gz";
const TEMPLATES = "cameo/ngec-headline-templates.jsonl.gz";
const STORY_CHARS = 600;
/** Sentences of a story that are taken, and what the second is worth. */
const STORY_SENTENCES = 2;
const SECOND_WEIGHT = 0.4;
const TEMPLATE_WEIGHT = 2;
const DICTIONARY_WEIGHT = 0.3;
/** Most words of a synonym set that are taken for a pattern. */
const MOST_SET_WORDS = 4;
/** Fewest patterns of a verb, and the share of them that must agree, for it to have their class. */
const LEAST_PATTERNS = 5;
const LEAST_SHARE = 0.4;
/** Rare classes weigh up to so much more. */
const MOST_BALANCE = 3;
/** Names for the places of a template. */
const FILLERS: Readonly<Record<string, string>> = { country_1: "Norway", country_2: "Spain", city: "Oslo" };

export const deedsTrainer: Trainer = {
  model: DEEDS_MODEL.name,
  after: ["events"],
  train(context) {
    const { dataFolder, progress } = context;
    const dictionary = readVerbDictionary(dataFolder);
    const table = readCodeTable(dataFolder);
    const verbs = findVerbClasses(dictionary, table);
    const examples = [...readStories(context, verbs), ...readPatterns(dictionary, table)];
    balance(examples);
    progress(`learning from ${examples.length} examples`);
    const { rows, weights, accuracy } = trainSoftmax(examples, DEED_CLASSES.length, ROWS, SEED);
    const features = toHashTable(rows);
    const classes = toHashTable(
      new Map([...verbs].map(([verb, cls]) => [hashWord(verb), DEED_CLASSES.indexOf(cls)] as const)),
    );
    return {
      content: {
        ...DEEDS_MODEL,
        settings: {},
        sections: {
          "verbs-keys": classes.keys,
          "verbs-values": classes.values,
          "features-keys": features.keys,
          "features-values": features.values,
          weights,
        },
      },
      card: {
        purpose:
          "Tells which of the fifteen PLOVER classes a deed is, where who does it is known: a softmax classifier over the words of the sentence, and the class of most patterns of each verb of the CAMEO dictionary.",
        data: [
          "Synthetic stories and headline templates of NGEC (no licence stated, research): headlines and first sentences with the class of the story, weights only.",
          "CAMEO.2.0.verbs of petrarch2 (MIT): verbs and patterns with codes.",
          "CAMEO2PLOVER, 2021 (CC BY-SA 4.0): the class of each code.",
        ],
        seed: SEED,
        scores: [
          ["examples", String(examples.length)],
          ["class right on every 20th example, held out (most are alike to others), %", accuracy.toFixed(1)],
        ],
        limits: [
          "Learnt from classes of whole stories, not from annotated deeds.",
          "Does not say whether there is a deed.",
        ],
      },
    };
  },
};

/** Class of each verb: of most of its patterns, else its own. */
function findVerbClasses({ blocks }: VerbDictionary, table: ReadonlyMap<string, string>): Map<string, EventClass> {
  const found = new Map<string, EventClass>();
  for (const { verbs, patterns } of blocks) {
    const counts = new Map<EventClass, number>();
    for (const { code } of patterns) {
      const cls = toDeedClass(code, table);
      if (cls !== undefined) counts.set(cls, (counts.get(cls) ?? 0) + 1);
    }
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const [most] = [...counts].sort((a, b) => b[1] - a[1]);
    const isClear = most !== undefined && all >= LEAST_PATTERNS && most[1] >= LEAST_SHARE * all;
    for (const { lemma, code } of verbs) {
      const cls = isClear ? most[0] : toDeedClass(code, table);
      if (cls !== undefined && !found.has(lemma)) found.set(lemma, cls);
    }
  }
  return found;
}

function toDeedClass(code: string, table: ReadonlyMap<string, string>): EventClass | undefined {
  const cls = toEventClass(code, table) as EventClass | undefined;
  return cls !== undefined && DEED_CLASSES.includes(cls) ? cls : undefined;
}

function* readStories(
  { dataFolder, progress }: TrainingContext,
  verbs: ReadonlyMap<string, EventClass>,
): Generator<WeighedExample> {
  const stories = readCorpusRecords<{ event: string; headline: string; text: string }>(dataFolder, STORIES);
  for (const [index, { event, headline, text }] of stories.entries()) {
    if (index % 500 === 0) progress(`story ${index} of ${stories.length}`);
    yield* readText(`${headline}.`, event, 1, 1, verbs);
    yield* readText(text.slice(0, STORY_CHARS), event, STORY_SENTENCES, 1, verbs);
  }
  for (const { event, title } of readCorpusRecords<{ event: string; title: string }>(dataFolder, TEMPLATES)) {
    const filled = title.replace(/\{(\w+)\}/g, (_, name: string) => FILLERS[name] ?? "Kenya");
    yield* readText(`${filled}.`, event, 1, TEMPLATE_WEIGHT, verbs);
  }
}

const NOBODY: ReadonlySet<number> = new Set();

function* readText(
  text: string,
  event: string,
  sentences: number,
  weight: number,
  verbs: ReadonlyMap<string, EventClass>,
): Generator<WeighedExample> {
  const label = DEED_CLASSES.indexOf(toReadingClass(event) as EventClass);
  if (label < 0) return;
  const given = toCandidateDocument(parseReport(text));
  const { lemmas } = given.document;
  const candidates = findEventCandidates(given, getEventModel());
  const toClass = (token: number): EventClass | undefined => verbs.get(lemmas[token].toLowerCase());
  for (let sentence = 0; sentence < Math.min(sentences, given.document.sentences.length); sentence++) {
    const features = findDeedFeatures(given, candidates, sentence, NOBODY, NOBODY, toClass);
    yield { features: Uint32Array.from(features), label, weight: sentence === 0 ? weight : weight * SECOND_WEIGHT };
  }
}

/** Verbs and patterns of the dictionary as sentences of a few words. */
function* readPatterns(
  { blocks, sets }: VerbDictionary,
  table: ReadonlyMap<string, string>,
): Generator<WeighedExample> {
  const expand = (word: string): string[] =>
    word.startsWith("&") ? (sets.get(word) ?? []).slice(0, MOST_SET_WORDS) : [word];
  for (const { verbs, patterns } of blocks) {
    for (const { lemma, code } of verbs) {
      const cls = toDeedClass(code, table);
      if (cls === undefined) continue;
      const words = ["bias", `b ${lemma}`, `v ${lemma}`, `d ${cls}`, `D ${cls}`, `m ${cls}`, `M ${cls}`];
      yield { features: toHashes(words), label: DEED_CLASSES.indexOf(cls), weight: DICTIONARY_WEIGHT };
    }
    const [verb] = verbs.length === 1 ? verbs : [];
    for (const { object, noun, code } of patterns) {
      const cls = toDeedClass(code, table);
      if (cls === undefined) continue;
      const objects = expand(object);
      for (const each of objects) {
        const words = ["bias", `d ${cls}`, `dp ${cls}`, `D ${cls}`];
        if (verb !== undefined) words.push(`b ${verb.lemma}`, `v ${verb.lemma}`);
        for (const word of `${each} ${expand(noun)[0] ?? ""}`.split(" ")) if (word !== "") words.push(`b ${word}`);
        const head = each.split(" ").at(-1) ?? "";
        if (head !== "") words.push(`o ${head}`);
        if (head !== "" && verb !== undefined) words.push(`vo ${verb.lemma} ${head}`);
        yield {
          features: toHashes(words),
          label: DEED_CLASSES.indexOf(cls),
          weight: DICTIONARY_WEIGHT / objects.length,
        };
      }
    }
  }
}

function toHashes(words: readonly string[]): Uint32Array {
  return Uint32Array.from(words, (word) => hashWord(word));
}

/** So that each class weighs about the same. */
function balance(examples: WeighedExample[]): void {
  const totals = new Float64Array(DEED_CLASSES.length);
  for (const { label, weight } of examples) totals[label] += weight;
  const mean = totals.reduce((sum, total) => sum + total, 0) / totals.length;
  for (const example of examples) example.weight *= Math.min(MOST_BALANCE, mean / totals[example.label]);
}
