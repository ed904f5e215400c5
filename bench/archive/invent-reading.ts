/** A report that nobody wrote and its reading, with all that a reading has: every span shows the words that it is about. */
import type { Span } from "../../src/language/index.ts";
import type { Entity, Reading } from "../../src/reading/index.ts";
import { createRandom, pickRank, type Random, toName, toWord } from "./random-words.ts";

export const STATEMENTS_PER_REPORT = 20;
export const WORDS = 30_000;
/** Beside the persons, the record's entities are states, then courts. */
export const STATES = "AR AT AU BE BR CA CH CL CN CO CZ DE DK EG ES FI FR GB GR ID IE IN IT JP KE KR MX NG NL NO NZ PE PL PT RO SE TH TR UA ZA".split(" "); // biome-ignore format: a row
export const COURTS = 5;
const STANCES = 4;
const EVENTS = 3;
const FIGURES = 2;
/** More than one report has. */
export const MOST_ITEMS = 32;
/** What several reports of an affair have alike begins so. */
export const SHARED = "jointly ";
const SAYINGS = 40;
const OUTLETS = 40;
const DAYS = 4000;
const EVENT_CLASSES = ["AGREE", "CONSULT", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION"] as const;
const STAGES = ["requested", "requested", "issued", "appealed"] as const;
const TITLES = ["minister", "warden", "envoy", "speaker", "governor", "judge"];

export interface InventedReport {
  readonly reading: Omit<Reading, "report"> & { readonly report: Reading["report"] };
  /** Numbers of the entities in the archive, by their ids in the reading. */
  readonly entities: ReadonlyMap<string, number>;
}

/** @param persons Of the archive: the first of its entities. */
export function inventReading(
  random: Random,
  { index, persons, isOfAffair }: { index: number; persons: number; isOfAffair: boolean },
): InventedReport {
  const below = (count: number) => Math.floor(random() * count);
  let text = "";
  const write = (words: string): Span => {
    const start = text.length;
    text += words;
    return { start, end: text.length };
  };
  const saying = isOfAffair && random() < 0.3 ? below(SAYINGS) : undefined;
  const people = Array.from({ length: 6 }, () => pickRank(random, persons) + 1);
  if (saying !== undefined) people[0] = saying + 1;
  const states = [0, 1].map(() => persons + 1 + below(STATES.length));
  const court = persons + STATES.length + 1 + below(COURTS);
  const numbers = [...new Set([...people, ...states, court])];
  const entities = new Map(numbers.map((number, place) => [`e${place + 1}`, number]));
  const toLocal = (number: number) => `e${numbers.indexOf(number) + 1}`;
  const title = write(Array.from({ length: 6 }, () => toWord(pickRank(random, WORDS))).join(" "));
  const named: Entity[] = numbers.map((number, place) => {
    write(place === 0 ? "\n\nIn the matter were " : ", ");
    const isPerson = number <= persons;
    const start = text.length;
    const role = isPerson ? write(`${TITLES[number % TITLES.length]} `) : undefined;
    const name = toEntityName(number, persons);
    const mention = { ...write(name), by: "name" as const };
    return {
      id: `e${place + 1}`,
      kind: toEntityKind(number, persons),
      name,
      aliases: [],
      country: toCountry(number, persons),
      roles:
        role === undefined
          ? []
          : [
              {
                title: TITLES[number % TITLES.length],
                of: toLocal(states[0]),
                evidence: [{ start, end: mention.end }],
              },
            ],
      mentions: [mention],
    };
  });
  const sentences = [{ start: title.end + 2, end: write(".").end }];
  const sentence = (make: () => void): Span[] => {
    write(sentences.length % 3 === 0 ? "\n\n" : " ");
    const start = text.length;
    make();
    const span = { start, end: write(".").end };
    sentences.push(span);
    return [span];
  };
  const statements: Reading["statements"] = [];
  for (let count = 0; count < STATEMENTS_PER_REPORT; count++) {
    const isShared = count === 0 && saying !== undefined;
    const said = isShared ? SHARED + inventWords(createRandom(1000 + saying), 12) : inventWords(random, 12);
    const speaker = isShared ? people[0] : people[below(people.length)];
    const parts = { source: [] as Span[], cue: [] as Span[], content: [] as Span[] };
    const evidence = sentence(() => {
      parts.source.push(write(toEntityName(speaker, persons)));
      write(" ");
      parts.cue.push(write("said"));
      write(" that ");
      parts.content.push(write(said));
    });
    statements.push({
      id: `s${count + 1}`, kind: "speech", act: count % 7 === 3 ? "demand" : "assert", mode: count % 3 === 0 ? "direct" : "indirect",
      speaker: toLocal(speaker), ...parts, text: said, addressee: null, via: null, when: null, where: null, polarity: "affirmed",
      repeats: null, evidence, score: toScore(random),
    }); // biome-ignore format: a row
  }
  const stances: Reading["stances"] = [];
  for (let count = 0; count < STANCES; count++) {
    const { evidence } = statements[count];
    const holder = count === 0 ? toLocal(states[1]) : toLocal(people[count]);
    stances.push({
      id: `t${count + 1}`, holder, target: { text: `the toll ${toWord(index % 30)}`, entity: null, case: null },
      stance: random() < 0.5 ? "supports" : "opposes", strength: 0.8, statement: `s${count + 1}`, event: null, evidence,
      score: toScore(random),
    }); // biome-ignore format: a row
  }
  const events: Reading["events"] = [];
  for (let count = 0; count < EVENTS; count++) {
    const [actor, recipient] = [people[count], states[count % 2]];
    const evidence = sentence(() =>
      write(`${toEntityName(actor, persons)} met ${toEntityName(recipient, persons)} for ${inventWords(random, 4)}`),
    );
    events.push({
      id: `v${count + 1}`, class: EVENT_CLASSES[below(EVENT_CLASSES.length)], cameo: "040", actor: toLocal(actor),
      recipient: toLocal(recipient), status: "asserted", statement: null, when: null, where: null, evidence, score: toScore(random),
    }); // biome-ignore format: a row
  }
  const figures: Reading["figures"] = [];
  for (let count = 0; count < FIGURES; count++) {
    const value = 10 + below(500);
    const evidence = sentence(() => write(`${toEntityName(people[count], persons)} counted ${value} ships`));
    figures.push({
      id: `f${count + 1}`, value, bound: "exactly", what: "ships", class: "count", source: toLocal(people[count]), statement: null,
      when: null, where: null, evidence, score: toScore(random),
    }); // biome-ignore format: a row
  }
  const cases: Reading["cases"] = [];
  if (isOfAffair) {
    const stage = STAGES[below(STAGES.length)];
    const respondent = 1 + below(20);
    if (!numbers.includes(respondent)) {
      // The case is about few persons, whichever report tells of it.
      numbers.push(respondent);
      entities.set(toLocal(respondent), respondent);
    }
    const names: Span[] = [];
    const evidence = sentence(() => {
      write("A warrant was asked for against ");
      names.push(write(toEntityName(respondent, persons)));
      write(" over unpaid tolls");
    });
    if (named.length < numbers.length) {
      const name = toEntityName(respondent, persons);
      const mentions = names.map((span) => ({ ...span, by: "name" as const }));
      named.push({ id: toLocal(respondent), kind: "person", name, aliases: [], country: null, roles: [], mentions });
    }
    cases.push({
      id: "c1", kind: "arrest warrant", court: toLocal(court), applicant: null, stage, stages: [{ stage, when: null, evidence }],
      standard: null, respondents: [{ person: toLocal(respondent), allegations: [{ name: "unpaid tolls", class: null, evidence }] }],
      decidedBy: null, enforcedBy: null, memberStates: null, nonMembers: [], treaty: null, evidence, score: toScore(random),
    }); // biome-ignore format: a row
  }
  const publishedAt = new Date(Date.UTC(2015, 0, 1 + below(DAYS))).toISOString().slice(0, 10);
  const report: Reading["report"] = {
    id: index.toString(16).padStart(32, "0"), title: text.slice(0, title.end), outlet: `Outlet ${index % OUTLETS}`, byline: null,
    url: null, publishedAt, language: "en", form: "plain", text,
  }; // biome-ignore format: a row
  const reading: Reading = {
    schema: "onrecord/reading@1", report, sentences, entities: named, statements, stances, events, cases, figures, designations: [],
    relations: [], tones: [],
  }; // biome-ignore format: a row
  return { reading, entities };
}

export function toEntityName(number: number, persons: number): string {
  const place = number - persons - 1;
  if (place < 0) return toName(number - 1);
  const name = toName(7000 + place).split(" ")[0];
  return place < STATES.length ? name : `${name} Court`;
}

export function toEntityKind(number: number, persons: number): "person" | "state" | "court" {
  return number <= persons ? "person" : number <= persons + STATES.length ? "state" : "court";
}

export function toCountry(number: number, persons: number): string | null {
  return STATES[number - persons - 1] ?? null;
}

function inventWords(random: Random, count: number): string {
  return Array.from({ length: count }, () => toWord(pickRank(random, WORDS))).join(" ");
}

function toScore(random: Random): number {
  return Math.round(random() * 1000) / 1000;
}
