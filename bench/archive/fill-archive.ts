/**
 * Fills an archive with statements that nobody made, straight into its tables: as many rows in each as adding reports would
 * leave, but without the time that reading and comparing them takes.
 */
import { Kysely } from "kysely";
import { makeIdentityKeys, toNameWords, toReportDay, toSearchStems } from "../../src/record/index.ts";
import type { Found } from "../../src/store/add-reports.ts";
import type { Engine } from "../../src/store/engine.ts";
import { insertRows } from "../../src/store/insert-rows.ts";
import { toItemRows } from "../../src/store/item-rows.ts";
import { pack } from "../../src/store/pack.ts";
import { toRowNumber } from "../../src/store/row-numbers.ts";
import { addStatementWords, listStatementWords, type StatementWords } from "../../src/store/statement-words.ts";
import type { ReportTable, Tables } from "../../src/store/tables.ts";
import { tallyAll } from "../../src/store/tallies.ts";
import {
  COURTS,
  inventReading,
  MOST_ITEMS,
  SHARED,
  STATEMENTS_PER_REPORT,
  STATES,
  toCountry,
  toEntityKind,
  toEntityName,
  WORDS,
} from "./invent-reading.ts";
import { createRandom, type Random } from "./random-words.ts";

const REPORTS_PER_TRANSACTION = 250;
/** Affairs: every so many-th report, and stances of these tied to issues. */
const AFFAIRS = [
  { id: "small", every: 250 },
  { id: "large", every: 20 },
];
const ISSUES = 3;

export interface FilledArchive {
  readonly statements: number;
  readonly reports: number;
  /** Ids of persons, those who said most first. */
  readonly persons: readonly string[];
  readonly affairs: readonly string[];
  readonly words: number;
}

export async function fillArchive(engine: Engine, statements: number): Promise<FilledArchive> {
  const db = new Kysely<Tables>({ dialect: engine.dialect });
  const random = createRandom(7);
  const reports = Math.ceil(statements / STATEMENTS_PER_REPORT);
  const persons = Math.max(100, Math.ceil(reports / 3));
  const entities = persons + STATES.length + COURTS;
  const counts: Counts = {
    said: new Uint32Array(entities + 1),
    named: new Uint32Array(entities + 1),
    utterances: new Map(),
  };
  await makeAffairs(db, engine);
  for (let first = 0; first < reports; first += REPORTS_PER_TRANSACTION) {
    await db.transaction().execute(async (trx) => {
      const last = Math.min(reports, first + REPORTS_PER_TRANSACTION);
      const made: Made = { report: [], item: [], appearance: [], role: [], affair_report: [], issue_stance: [] };
      const words = { report: [] as Words[], item: [] as StatementWords[] };
      for (let index = first; index < last; index++) makeReport(random, index, persons, made, words, counts);
      for (const [table, rows] of Object.entries(made)) await insertRows(trx, engine, table as keyof Made, rows);
      await engine.addWords(trx, "report_words", words.report);
      await addStatementWords(trx, engine, words.item);
    });
  }
  await makeEntities(db, engine, persons, counts);
  for (const [name, value] of Object.entries({ report: reports, item: reports * MOST_ITEMS, entity: entities }))
    await db.updateTable("counter").set({ value }).where("name", "=", name).execute();
  await tallyAll(db);
  await engine.countRows(db as unknown as Kysely<unknown>);
  await db.destroy();
  const numbers = Array.from({ length: persons }, (_, index) => index + 1);
  numbers.sort((one, other) => counts.said[other] - counts.said[one]);
  return {
    statements: reports * STATEMENTS_PER_REPORT,
    reports,
    persons: numbers.map((number) => toEntityId(number, persons)),
    affairs: AFFAIRS.map(({ id }) => id),
    words: WORDS,
  };
}

type Made = { [Name in "report" | "item" | "appearance" | "role" | "affair_report" | "issue_stance"]: Tables[Name][] };
type Words = { nr: number; stems: string[] };

/** By the entities' numbers; `utterances`: the first item that said what several reports have. */
interface Counts {
  readonly said: Uint32Array;
  readonly named: Uint32Array;
  readonly utterances: Map<string, number>;
}

function toEntityId(number: number, persons: number): string {
  const start = { person: "per", state: "sta", court: "cou" }[toEntityKind(number, persons)];
  return `${start}-${number.toString(16).padStart(12, "0")}`;
}

function makeReport(
  random: Random,
  index: number,
  persons: number,
  made: Made,
  words: { report: Words[]; item: StatementWords[] },
  counts: Counts,
): void {
  const affairs = AFFAIRS.flatMap(({ every }, affair) => (index % every === 0 ? [affair] : []));
  const { reading, entities } = inventReading(random, { index, persons, isOfAffair: affairs.length > 0 });
  const { text, ...header } = reading.report;
  const { report: _, ...findings } = reading;
  const day = toReportDay(header.publishedAt);
  const nr = toRowNumber(day, index + 1);
  const linked = new Map(
    [...entities].map(([local, entity]) => [local, { base: entity, entity, id: toEntityId(entity, persons) }]),
  );
  const first = index * MOST_ITEMS + 1;
  const items = toItemRows(reading, linked, { reportNr: nr, day, isCopy: false, isNew: true, first });
  for (const item of items) {
    if (item.kind === "statement") {
      const said = JSON.parse(item.data).text;
      item.utterance = counts.utterances.get(said) ?? item.nr;
      if (said.startsWith(SHARED)) counts.utterances.set(said, item.utterance);
      counts.said[item.who!]++;
    }
    made.item.push(item);
    if (item.kind !== "stance") continue;
    for (const affair of affairs) {
      const issue = affair * ISSUES + 1 + ((Number(item.local_id.slice(1)) + index) % ISSUES);
      const tie = { issue_nr: issue, item_nr: item.nr, is_turned: 0, fit: 0.9, holder: item.who, label: item.label };
      made.issue_stance.push(tie);
    }
  }
  words.item.push(...listStatementWords(items, header.outlet));
  for (const affair of affairs) made.affair_report.push({ affair_nr: affair + 1, report_nr: nr, way: "query" });
  for (const { id, name, roles, mentions } of reading.entities) {
    const entity = entities.get(id)!;
    counts.named[entity]++;
    const [{ start, end }] = mentions;
    made.appearance.push({
      report_nr: nr, local_id: id, base: entity, entity, name, reason: "same name", because: "",
      mention_start: start, mention_end: end,
    }); // biome-ignore format: a row
    for (const { title, of, evidence } of roles) {
      made.role.push({
        report_nr: nr, local_id: id, base: entity, entity, title, title_key: title.toLowerCase(),
        of_entity: of === null ? null : entities.get(of)!, day, evidence: JSON.stringify(evidence),
      }); // biome-ignore format: a row
    }
  }
  const stems = [...new Set(toSearchStems(`${header.title} ${text}`))];
  const { id, title, outlet, publishedAt } = header;
  made.report.push({
    nr, id, title, outlet, outlet_key: outlet!.toLowerCase(), byline: null, url: null, published_at: publishedAt,
    language: "en", form: "plain", text, found: pack({ header, reading: findings } satisfies Found), is_read: 1,
    reader: "bench", origin: null, added_at: "2031-01-01T00:00:00.000Z", copy_of: null, signature: null, shingle_count: 0,
    word_count: text.split(" ").length, statement_count: reading.statements.length,
  } satisfies ReportTable); // biome-ignore format: a row
  words.report.push({ nr, stems });
}

async function makeEntities(
  db: Kysely<Tables>,
  engine: Engine,
  persons: number,
  { said, named }: Counts,
): Promise<void> {
  const numbers = [...said.keys()].slice(1);
  const entities = numbers.map((nr) => ({
    nr, id: toEntityId(nr, persons), kind: toEntityKind(nr, persons), name: toEntityName(nr, persons),
    country: toCountry(nr, persons), names: JSON.stringify([toEntityName(nr, persons)]), merged_into: null,
    report_count: named[nr], statement_count: said[nr],
  })); // biome-ignore format: a row
  const words = entities.flatMap(({ nr, name }) => toNameWords(name).map((word) => ({ word, entity: nr })));
  const keys = entities.flatMap(({ nr, kind, name, country }) =>
    makeIdentityKeys({ kind, names: [name], country, roles: [] }).map((key) => ({ key, entity: nr })),
  );
  await db.transaction().execute(async (trx) => {
    await insertRows(trx, engine, "entity", entities);
    await insertRows(trx, engine, "entity_word", words, "ignore");
    await insertRows(trx, engine, "entity_key", keys, "ignore");
  });
}

async function makeAffairs(db: Kysely<Tables>, engine: Engine): Promise<void> {
  for (const [index, { id }] of AFFAIRS.entries()) {
    const row = { nr: index + 1, id, name: id, description: null, query: null, created_at: "2031-01-01T00:00:00.000Z" };
    await insertRows(db, engine, "affair", [row]);
    for (let issue = 0; issue < ISSUES; issue++) {
      const nr = index * ISSUES + issue + 1;
      const proposition = "The toll should be raised";
      await insertRows(db, engine, "issue", [{ nr, id: `i${nr}`, affair_nr: index + 1, proposition, words: null }]);
    }
  }
}
