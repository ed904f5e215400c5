/**
 * Fills an archive with statements that nobody made, straight into its tables: as many rows in each as adding reports would
 * leave, but without the time that reading and comparing them takes.
 */
import { Kysely } from "kysely";
import { toReportDay } from "../../src/record/index.ts";
import type { Engine } from "../../src/store/engine.ts";
import { insertRows } from "../../src/store/insert-rows.ts";
import { pack } from "../../src/store/pack.ts";
import { toRowNumber } from "../../src/store/row-numbers.ts";
import { toStatementWords } from "../../src/store/statement-words.ts";
import type { ItemTable, ReportTable, Tables } from "../../src/store/tables.ts";
import { createRandom, pickRank, type Random, toName, toWord } from "./random-words.ts";

const STATEMENTS_PER_REPORT = 20;
const STANCES_PER_REPORT = 4;
const REPORTS_PER_TRANSACTION = 250;
const WORDS = 30_000;
const OUTLETS = 40;
const DAYS = 4000;
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
  const persons = Math.max(10, Math.ceil(reports / 3));
  const counts = { said: new Uint32Array(persons), named: new Uint32Array(persons) };
  await makeAffairs(db, engine);
  for (let first = 0; first < reports; first += REPORTS_PER_TRANSACTION) {
    await db.transaction().execute(async (trx) => {
      const last = Math.min(reports, first + REPORTS_PER_TRANSACTION);
      const made = { report: [], item: [], appearance: [], affair_report: [], issue_stance: [] } as Made;
      const words = { report: [] as Words[], item: [] as Words[] };
      for (let index = first; index < last; index++) makeReport(random, index, persons, made, words, counts);
      await insertRows(trx, engine, "report", made.report);
      await insertRows(trx, engine, "item", made.item);
      await insertRows(trx, engine, "appearance", made.appearance);
      await insertRows(trx, engine, "affair_report", made.affair_report);
      await insertRows(trx, engine, "issue_stance", made.issue_stance);
      await engine.addWords(trx, "report_words", words.report);
      await engine.addWords(trx, "item_words", words.item);
    });
  }
  await makePersons(db, engine, counts);
  await engine.countRows(db as unknown as Kysely<unknown>);
  await db.destroy();
  const ids = [...counts.said.keys()].sort((one, other) => counts.said[other] - counts.said[one]).map(toPersonId);
  return {
    statements: reports * STATEMENTS_PER_REPORT,
    reports,
    persons: ids,
    affairs: AFFAIRS.map(({ id }) => id),
    words: WORDS,
  };
}

type Made = { [Name in "report" | "item" | "appearance" | "affair_report" | "issue_stance"]: Tables[Name][] };
type Words = { nr: number; stems: string[] };

const toPersonId = (index: number) => `per-${index.toString(16).padStart(12, "0")}`;

function makeReport(
  random: Random,
  index: number,
  persons: number,
  made: Made,
  words: { report: Words[]; item: Words[] },
  counts: { said: Uint32Array; named: Uint32Array },
): void {
  const date = new Date(Date.UTC(2015, 0, 1 + Math.floor(random() * DAYS))).toISOString().slice(0, 10);
  const day = toReportDay(date);
  const nr = toRowNumber(day, index + 1);
  const id = index.toString(16).padStart(32, "0");
  const people = Array.from({ length: 6 }, () => pickRank(random, persons));
  const stems: string[] = [];
  let text = "";
  const perReport = STATEMENTS_PER_REPORT + STANCES_PER_REPORT;
  const toItem = (
    count: number,
    item: Partial<ItemTable> & Pick<ItemTable, "local_id" | "kind" | "data">,
  ): ItemTable => ({
    nr: toRowNumber(day, index * perReport + count + 1),
    seq: index * perReport + count + 1,
    report_nr: nr,
    sort: null,
    label: null,
    mode: null,
    who: null,
    whom: null,
    status: "unjudged",
    is_copy: 0,
    score: Math.round(random() * 1000) / 1000,
    utterance: null,
    ...item,
  });
  for (let count = 0; count < STATEMENTS_PER_REPORT; count++) {
    const own = Array.from({ length: 12 }, () => toWord(pickRank(random, WORDS)));
    const said = own.join(" ");
    const content = [{ start: text.length, end: text.length + said.length }];
    text += `${said}. `;
    stems.push(...own);
    const speaker = people[Math.floor(random() * people.length)];
    counts.said[speaker]++;
    const local = `s${count + 1}`;
    const item = toItem(count, {
      local_id: local,
      kind: "statement",
      sort: "speech",
      label: "assert",
      mode: "direct",
      who: speaker + 1,
      data: JSON.stringify({
        id: local, kind: "speech", mode: "direct", act: "assert", polarity: "affirmed", speaker: "e1", via: null, addressees: [],
        text: said, content, cue: [], source: [], when: null, evidence: content, score: 0.9,
      }), // biome-ignore format: a row
    });
    made.item.push({ ...item, utterance: item.nr });
    words.item.push({ nr: item.nr, stems: toStatementWords(said, item.who) });
  }
  const affairs = AFFAIRS.flatMap(({ every }, affair) => (index % every === 0 ? affair : []));
  for (let count = 0; count < STANCES_PER_REPORT; count++) {
    const local = `t${count + 1}`;
    const evidence = [{ start: 0, end: 20 }];
    const item = toItem(STATEMENTS_PER_REPORT + count, {
      local_id: local,
      kind: "stance",
      label: random() < 0.5 ? "supports" : "opposes",
      mode: `s${count + 1}`,
      who: people[count] + 1,
      data: JSON.stringify({
        id: local, holder: "e1", target: { text: "the toll", entity: null, case: null }, stance: "supports", strength: 0.8,
        statement: `s${count + 1}`, event: null, evidence, score: 0.8,
      }), // biome-ignore format: a row
    });
    made.item.push(item);
    for (const affair of affairs) {
      made.issue_stance.push({
        issue_nr: affair * ISSUES + 1 + (count % ISSUES),
        item_nr: item.nr,
        is_turned: 0,
        fit: 0.9,
        holder: item.who,
        label: item.label,
      });
    }
  }
  for (const affair of affairs) made.affair_report.push({ affair_nr: affair + 1, report_nr: nr, way: "query" });
  for (const [place, person] of people.entries()) {
    if (people.indexOf(person) === place) counts.named[person]++;
    made.appearance.push({
      report_nr: nr, local_id: `e${place + 1}`, base: person + 1, entity: person + 1, name: toName(person), reason: "same name",
      because: "", mention_start: 0, mention_end: 10,
    }); // biome-ignore format: a row
  }
  made.report.push({
    nr, id, title: null, outlet: `Outlet ${index % OUTLETS}`, outlet_key: `outlet ${index % OUTLETS}`, byline: null, url: null,
    published_at: date, language: "en", form: "plain", text, found: pack({ header: { id }, reading: null }), is_read: 1,
    reader: "bench", origin: null, added_at: "2031-01-01T00:00:00.000Z", copy_of: null, signature: null, shingle_count: 0,
    word_count: stems.length, statement_count: STATEMENTS_PER_REPORT,
  } satisfies ReportTable); // biome-ignore format: a row
  words.report.push({ nr, stems });
}

async function makePersons(
  db: Kysely<Tables>,
  engine: Engine,
  { said, named }: { said: Uint32Array; named: Uint32Array },
): Promise<void> {
  const numbers = [...said.keys()];
  await db.transaction().execute(async (trx) => {
    await insertRows(
      trx,
      engine,
      "entity",
      numbers.map((index) => ({
        nr: index + 1, id: toPersonId(index), kind: "person", name: toName(index), country: null, names: JSON.stringify([toName(index)]),
        merged_into: null, report_count: named[index], statement_count: said[index],
      })), // biome-ignore format: a row
    );
    const words = numbers.flatMap((index) =>
      toName(index).toLowerCase().split(" ").map((word) => ({ word, entity: index + 1 })),
    ); // biome-ignore format: a row
    await insertRows(trx, engine, "entity_word", words, "ignore");
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
