/** The words that a statement is found by: the stems of its text, and those that stand for what else a search may ask of it. */
import { hashToHex, toSearchStems } from "../record/index.ts";
import type { Engine } from "./engine.ts";
import type { Database, ItemTable } from "./tables.ts";

/** Stems are letters and digits: none is a word with this sign, nor can one be searched for. */
const SIGN = "§";
const REPORTS_AT_A_TIME = 100;

/** @param speaker The number of an entity. */
export function toSpeakerWord(speaker: number): string {
  return `${SIGN}${speaker}`;
}

/** @param outlet In any letter case. */
export function toOutletWord(outlet: string): string {
  return `${SIGN}o${hashToHex(outlet.toLowerCase()).slice(0, 16)}`;
}

export function toActWord(act: string): string {
  return `${SIGN}a${act}`;
}

/** Of a stance that rests on the statement. */
export function toStanceWord(stance: string): string {
  return `${SIGN}t${stance}`;
}

type WordRow = Pick<ItemTable, "nr" | "local_id" | "kind" | "label" | "mode" | "who" | "status" | "data">;
const WORD_COLUMNS = ["nr", "local_id", "kind", "label", "mode", "who", "status", "data"] as const;

export interface StatementWords {
  readonly nr: number;
  readonly localId: string;
  /** Of the text. */
  readonly words: readonly string[];
  /** What stands for the rest. */
  readonly signs: readonly string[];
}

/** @param items All statements and stances of a report; other items are passed over. */
export function listStatementWords(items: readonly WordRow[], outlet: string | null): StatementWords[] {
  const stances = new Map<string, Set<string>>();
  for (const { kind, mode, label, status } of items) {
    if (kind !== "stance" || mode === null || label === null || status === "rejected") continue;
    stances.set(mode, (stances.get(mode) ?? new Set()).add(label));
  }
  return items.flatMap(({ nr, local_id, kind, label, who, data }) => {
    if (kind !== "statement") return [];
    const signs = [...(stances.get(local_id) ?? [])].map(toStanceWord);
    if (label !== null) signs.push(toActWord(label));
    if (who !== null) signs.push(toSpeakerWord(who));
    if (outlet !== null) signs.push(toOutletWord(outlet));
    return [{ nr, localId: local_id, words: toSearchStems(JSON.parse(data).text), signs }];
  });
}

export async function addStatementWords(db: Database, engine: Engine, found: readonly StatementWords[]): Promise<void> {
  const rows = found.map(({ nr, words, signs }) => ({ nr, stems: [...words, ...signs] }));
  await engine.addWords(db, "item_words", rows);
}

/** Gives statements of a report their words anew, after they or the stances that rest on them have changed. */
export async function renewStatementWords(
  db: Database,
  engine: Engine,
  reportNr: number,
  localIds: readonly string[],
): Promise<void> {
  if (localIds.length === 0) return;
  const report = await db.selectFrom("report").select("outlet").where("nr", "=", reportNr).executeTakeFirstOrThrow();
  const items = await db.selectFrom("item").select(WORD_COLUMNS).where("report_nr", "=", reportNr).execute();
  const wanted = items.filter(({ kind, local_id }) => kind === "stance" || localIds.includes(local_id));
  const statements = wanted.filter(({ kind }) => kind === "statement");
  await engine.removeWords(
    db,
    "item_words",
    statements.map(({ nr }) => nr),
  );
  await addStatementWords(db, engine, listStatementWords(wanted, report.outlet));
}

/** Gives all statements their words, some reports at a time. */
export async function addAllStatementWords(db: Database, engine: Engine): Promise<void> {
  for (let after = -1; ; ) {
    const reports = await db
      .selectFrom("report")
      .select(["nr", "outlet"])
      .where("nr", ">", after)
      .orderBy("nr")
      .limit(REPORTS_AT_A_TIME)
      .execute();
    if (reports.length === 0) return;
    const nrs = reports.map(({ nr }) => nr);
    const items = await db
      .selectFrom("item")
      .select([...WORD_COLUMNS, "report_nr"])
      .where("report_nr", "in", nrs)
      .where("kind", "in", ["statement", "stance"])
      .execute();
    const byReport = new Map<number, typeof items>(nrs.map((nr) => [nr, []]));
    for (const item of items) byReport.get(item.report_nr)!.push(item);
    const words = reports.flatMap(({ nr, outlet }) => listStatementWords(byReport.get(nr)!, outlet));
    words.sort((one, other) => one.nr - other.nr);
    await addStatementWords(db, engine, words);
    after = nrs[nrs.length - 1];
  }
}
