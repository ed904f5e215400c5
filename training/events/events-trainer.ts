/**
 * Trains the model `events`: the CAMEO verb dictionary compiled, and a linear classifier of fifteen classes and "no event".
 *
 * Nothing is annotated by hand, so it learns from what can be known: a synthetic story has its class, which the candidate
 * of that class by the dictionary bears, or else the main verb of its headline and first sentence; patterns of several
 * words are right about news; and in sport, films, technology and business nothing is an event between states and groups,
 * whatever its verbs. The last makes it precise.
 */

import {
  type EventCandidate,
  findEventCandidates,
  toCandidateDocument,
} from "../../src/reading/events/event-candidate.ts";
import { findEventFeatures, MOST_EVENT_FEATURES } from "../../src/reading/events/event-features.ts";
import {
  EVENT_CLASSES,
  EVENTS_MODEL,
  type EventModel,
  toClassOfCode,
  toPatterns,
} from "../../src/reading/events/event-model.ts";
import { HashTable, toHashTable } from "../../src/reading/events/hash-table.ts";
import { readCorpusRecords } from "../corpus-files.ts";
import { readRawSentences } from "../raw-text.ts";
import type { Trainer, TrainingContext } from "../trainer.ts";
import { compilePatterns } from "./compile-patterns.ts";
import { toReadingClass } from "./event-classes.ts";
import { parseReport } from "./read-story.ts";
import { readCodeTable, readVerbDictionary } from "./read-verb-dictionary.ts";
import { trainSoftmax, type WeighedExample } from "./softmax-learner.ts";

const SEED = 95;
const ROWS = 6000;
const STORIES = "cameo/ngec-synthetic-events.jsonl.gz";
const BBC = "text/bbc-news-2004-2005.jsonl.gz";
const ALLSIDES = "text/allsides-news-2012-2020.jsonl.gz";
const ALLSIDES_REPORTS = 500;
const STORY_CHARS = 700;

interface Story {
  event: string;
  headline: string;
  text: string;
}

export const eventsTrainer: Trainer = {
  model: EVENTS_MODEL.name,
  after: [
    "segmenter",
    "forms",
    "word-classes",
    "tagger",
    "gazetteer",
    "names",
    "parser",
    "attribution",
    "referents",
    "antecedents",
  ],
  train(context) {
    const { dataFolder, progress } = context;
    progress("compiling the verb dictionary");
    const counts = countWords(dataFolder);
    const compiled = compilePatterns(readVerbDictionary(dataFolder), readCodeTable(dataFolder), counts);
    const table = (name: string): HashTable =>
      new HashTable(
        compiled.sections[`${name}-keys`] as Uint32Array,
        compiled.sections[`${name}-values`] as Uint16Array,
      );
    const model: EventModel = {
      patterns: toPatterns(table, compiled.codes),
      classOfCode: toClassOfCode(compiled.codes, compiled.classes),
      rows: new HashTable(new Uint32Array(2), new Uint16Array(2)),
      weights: new Int8Array(0),
      step: 1,
    };
    const examples = [...readStories(context, model), ...readNews(context, model)];
    progress(`learning from ${examples.length} examples`);
    const { rows, weights, step, accuracy } = trainSoftmax(examples, EVENT_CLASSES.length, ROWS, SEED);
    const features = toHashTable(rows);
    return {
      content: {
        ...EVENTS_MODEL,
        settings: { codes: compiled.codes, classes: compiled.classes, step },
        sections: { ...compiled.sections, "features-keys": features.keys, "features-values": features.values, weights },
      },
      card: {
        purpose:
          "Decides which of the fifteen PLOVER classes a verb or noun in its tree is, or that it is no event: the CAMEO verb dictionary as hashes, and a softmax classifier over lemma, object, prepositions, kinds of entities and words around.",
        data: [
          "CAMEO.2.0.verbs of petrarch2 (MIT): verbs, synonym sets and patterns with codes, compiled to hashes.",
          "CAMEO2PLOVER, 2021 (CC BY-SA 4.0): the class of each code.",
          "Synthetic stories of NGEC (no licence stated, research): headlines and first sentences with the class of the story, weights only.",
          "BBC News 2004-2005 and AllSides news (research): sport, entertainment, technology and business as text without events; politics with the patterns' classes; weights only.",
        ],
        seed: SEED,
        scores: [
          ["patterns", String(table("patterns").size)],
          ["examples", String(examples.length)],
          ["class right on every 20th example, held out, %", accuracy.toFixed(1)],
        ],
        limits: [
          "Learnt from classes of whole stories and from topics, not from annotated events.",
          "Events between states, groups and persons of public life; of other kinds, such as accidents, it knows nothing.",
        ],
      },
    };
  },
};

/** How often lower-case words stand in a part of the news. */
function countWords(dataFolder: string): Map<string, number> {
  const counts = new Map<string, number>();
  readRawSentences(
    dataFolder,
    (words) => {
      for (const word of words) if (/^[a-z]+$/.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    },
    0.2,
  );
  return counts;
}

/** Candidates of each story's beginning that bear its class. */
function* readStories({ dataFolder, progress }: TrainingContext, model: EventModel): Generator<WeighedExample> {
  const stories = readCorpusRecords<Story>(dataFolder, STORIES);
  for (const [index, { event, headline, text }] of stories.entries()) {
    if (index % 500 === 0) progress(`story ${index} of ${stories.length}`);
    const cls = toReadingClass(event);
    if (cls === undefined) continue;
    const label = EVENT_CLASSES.indexOf(cls as (typeof EVENT_CLASSES)[number]);
    for (const part of [`${headline}.`, text.slice(0, STORY_CHARS).split("\n")[0]]) {
      const given = toCandidateDocument(parseReport(part));
      const first = given.document.sentences[0]?.endToken ?? 0;
      const all = findEventCandidates(given, model).filter(({ frame }) => frame.trigger < first);
      const agreed = all.filter((candidate) => candidate.class === cls);
      const chosen = agreed.length > 0 ? agreed : all.filter(({ frame }) => given.document.heads[frame.trigger] < 0);
      for (const candidate of chosen)
        yield { features: toFeatures(given, candidate), label, weight: agreed.length > 0 ? 1 : 0.4 };
    }
  }
}

/** News: without events by its topic, or with those that patterns of several words name. */
function* readNews({ dataFolder, progress }: TrainingContext, model: EventModel): Generator<WeighedExample> {
  const bbc = readCorpusRecords<{ topic: string; text: string }>(dataFolder, BBC);
  const allsides = readCorpusRecords<{ text: string }>(dataFolder, ALLSIDES).slice(0, ALLSIDES_REPORTS);
  const texts = [
    ...bbc.map(({ topic, text }) => ({ text, isEventful: topic === "politics" })),
    ...allsides.map(({ text }) => ({ text, isEventful: true })),
  ];
  for (const [index, { text, isEventful }] of texts.entries()) {
    if (index % 200 === 0) progress(`report ${index} of ${texts.length}`);
    const given = toCandidateDocument(parseReport(text.slice(0, 3000)));
    for (const candidate of findEventCandidates(given, model)) {
      const { class: cls, parts, isMove } = candidate;
      if (!isEventful) {
        // A move of law is one in any topic.
        if (isMove) continue;
        yield { features: toFeatures(given, candidate), label: 0, weight: cls === undefined ? 0.3 : 0.7 };
      } else if (cls !== undefined && (parts > 1 || isMove)) {
        const label = EVENT_CLASSES.indexOf(cls);
        yield { features: toFeatures(given, candidate), label, weight: 1 };
      } else if (cls === undefined) {
        yield { features: toFeatures(given, candidate), label: 0, weight: parts > 0 ? 1 : 0.6 };
      } else if (candidate.actors.length > 0 && candidate.recipients.length > 0) {
        yield { features: toFeatures(given, candidate), label: EVENT_CLASSES.indexOf(cls), weight: 0.35 };
      }
    }
  }
}

const buffer = new Uint32Array(MOST_EVENT_FEATURES);

function toFeatures(given: ReturnType<typeof toCandidateDocument>, candidate: EventCandidate): Uint32Array {
  return buffer.slice(0, findEventFeatures(given, candidate, buffer));
}
