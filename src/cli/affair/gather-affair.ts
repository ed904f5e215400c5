/** All that the archive has of one affair. */
import type {
  Affair,
  CaseTrack,
  EntityLine,
  FigureSeries,
  RecordRole,
  ReportLine,
  StanceHistory,
  UtteranceGroup,
} from "../../record/index.ts";
import type { RecordStore } from "../../store/index.ts";
import { findAll } from "../find-all.ts";
import type { AffairPart } from "./affair-options.ts";

/** Persons whose roles are looked up; those that most reports name. */
const MAX_PEOPLE = 25;
const MAX_UTTERANCES = 100;

export interface AffairPerson extends EntityLine {
  readonly roles: readonly RecordRole[];
}

export interface AffairRecord {
  readonly affair: Affair;
  readonly reports: readonly ReportLine[];
  /** Of each holder on each issue, in the order of the board. */
  readonly stances: readonly StanceHistory[];
  readonly cases: readonly CaseTrack[];
  readonly figures: readonly FigureSeries[];
  readonly utterances: readonly UtteranceGroup[];
  /** `statementCount` and `reportCount` are those of the affair. */
  readonly people: readonly AffairPerson[];
}

/** @param only Leaves the other parts empty, but for the reports. */
export async function gatherAffair(store: RecordStore, affair: Affair, only?: AffairPart): Promise<AffairRecord> {
  const affairId = affair.id;
  const wants = (part: AffairPart) => only === undefined || only === part;
  const reports = await findAll((page) => store.findReports({ affairId, copies: true }, page));
  return {
    affair,
    reports: reports.reverse(),
    stances: wants("stances") ? await gatherStances(store, affair) : [],
    cases: wants("cases") ? await store.findCaseTracks({ affairId }) : [],
    figures: wants("figures") ? await store.findFigureSeries({ affairId }) : [],
    utterances: wants("utterances") ? (await store.findUtterances({ affairId }, { limit: MAX_UTTERANCES })).items : [],
    people: wants("people") ? await gatherPeople(store, affairId) : [],
  };
}

async function gatherStances(store: RecordStore, affair: Affair): Promise<StanceHistory[]> {
  if (affair.issues.length === 0) return [];
  const board = await store.getStanceBoard(affair.id);
  const histories: StanceHistory[] = [];
  for (const [column, issue] of (board?.issues ?? []).entries()) {
    for (const { holder, cells } of board?.rows ?? []) {
      if (cells[column] === null) continue;
      const history = await store.getStanceHistory(holder.id, issue.id);
      if (history !== undefined) histories.push(history);
    }
  }
  return histories;
}

async function gatherPeople(store: RecordStore, affairId: string): Promise<AffairPerson[]> {
  const { items } = await store.findEntities({ affairId, kind: "person" }, { limit: MAX_PEOPLE });
  const people: AffairPerson[] = [];
  for (const line of items) people.push({ ...line, roles: (await store.getEntity(line.id))?.roles ?? [] });
  return people;
}
