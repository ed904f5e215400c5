/** An affair for a person at a terminal: each part with the reports that tell it and the words that prove it. */
import type { CaseTrack, EntityRef, FigureSeries, StanceHistory, UtteranceGroup } from "../../record/index.ts";
import { ArchivePage } from "../archive-page.ts";
import { countOf } from "../render-reading.ts";
import type { Streams } from "../streams.ts";
import { toPlace } from "../to-place.ts";
import type { AffairPart } from "./affair-options.ts";
import type { AffairPerson, AffairRecord } from "./gather-affair.ts";

/** Series of one number by one giver say nothing of revisions: only so many of them are listed. */
const MAX_SINGLE_FIGURES = 12;
const MAX_PEOPLE = 12;

export function renderAffair(record: AffairRecord, streams: Streams, only?: AffairPart): string {
  const page = new ArchivePage(streams);
  const { affair, reports } = record;
  page.add(affair.name, 0, page.style.bold);
  const dates = reports.flatMap(({ publishedAt }) => publishedAt ?? []).sort();
  const outlets = new Set(reports.flatMap(({ outlet }) => outlet ?? []));
  const copies = reports.filter(({ copyOf }) => copyOf !== null).length;
  const counts = [
    countOf(reports.length, "report") +
      (copies > 0 ? ` (${copies} of them ${copies === 1 ? "a copy" : "copies"})` : ""),
    countOf(outlets.size, "outlet"),
    dates.length === 0 ? "undated" : dates[0] === dates.at(-1) ? dates[0] : `${dates[0]} to ${dates.at(-1)}`,
  ];
  page.dim(`${affair.id} · ${counts.join(", ")}`);
  if (affair.description !== null) page.add(affair.description);
  const query = describeQuery(record);
  if (query !== "") page.dim(`reports with ${query}`);
  const shows = (part: AffairPart) => only === undefined || only === part;
  if (shows("stances")) addStances(page, record);
  if (shows("cases")) addCases(page, record.cases);
  if (shows("figures")) addFigures(page, record.figures, only === "figures");
  if (shows("utterances")) addUtterances(page, record.utterances);
  if (shows("people")) addPeople(page, record.people, only === "people");
  if (only === "reports") {
    page.heading("Reports");
    for (const report of reports) {
      page.add(report.title ?? "(untitled)", 2);
      page.dim(`${toPlace(report)} · ${report.id}${report.copyOf === null ? "" : ` · a copy of ${report.copyOf}`}`, 4);
    }
  }
  return page.toString();
}

function describeQuery({ affair: { query }, people }: AffairRecord): string {
  if (query === null) return "";
  const { words, entityIds = [], outlet, from, to } = query;
  const names = entityIds.map((id) => people.find((person) => person.id === id)?.name ?? id);
  return [
    words && `the words “${words}”`,
    names.length > 0 && `the names ${names.join(", ")}`,
    outlet && `the outlet ${outlet}`,
    from && `dates from ${from}`,
    to && `dates up to ${to}`,
  ]
    .filter(Boolean)
    .join(", ");
}

function addStances(page: ArchivePage, { affair, stances }: AffairRecord): void {
  page.heading("Where they stand");
  if (affair.issues.length === 0) {
    page.dim(`No issue yet: onrecord affair issue add ${affair.id} "the … should …"`, 2);
    return;
  }
  for (const { id, proposition } of affair.issues) {
    page.add(`${id} · ${proposition}`, 2, page.style.accent);
    const held = stances.filter(({ issue }) => issue.id === id);
    if (held.length === 0) page.dim("nobody, as far as these reports tell", 4);
    for (const history of held) addHistory(page, history);
  }
}

function addHistory(page: ArchivePage, { holder, stances, turningPoints, current }: StanceHistory): void {
  const times = turningPoints.length;
  const turns = times === 0 ? "" : times === 1 ? ", having turned once" : `, having turned ${times} times`;
  page.add(`${holder.name} · ${current}${turns}`, 4, turns === "" ? undefined : page.style.warning);
  // A stance that never turned is proven by its newest report; a turned one by every step.
  const shown =
    turningPoints.length === 0
      ? stances.slice(-1)
      : stances.filter((_, index) => index === 0 || turningPoints.includes(index));
  for (const { line, stance } of shown) page.dim(`${toPlace(line.report)} · ${stance}: “${line.quote}”`, 6);
}

function addCases(page: ArchivePage, cases: readonly CaseTrack[]): void {
  if (cases.length === 0) return;
  page.heading("Cases");
  for (const { kind, court, applicant, respondents, stage, stages } of cases) {
    const against = respondents.map(({ name }) => name).join(", ");
    const parties = [
      court && `court ${court.name}`,
      applicant && `applicant ${applicant.name}`,
      against && `against ${against}`,
    ];
    page.add(`${kind} · ${stage}`, 2, page.style.accent);
    if (parties.some(Boolean)) page.add(parties.filter(Boolean).join("; "), 4);
    for (const step of stages) page.dim(`${toPlace(step.line.report)} · ${step.stage}: “${step.line.quote}”`, 4);
  }
}

function addFigures(page: ArchivePage, series: readonly FigureSeries[], isAll: boolean): void {
  if (series.length === 0) return;
  page.heading("Figures");
  const isSingle = ({ givers }: FigureSeries) => givers.length === 1 && givers[0].points.length === 1;
  const singles = series.filter(isSingle);
  const shown = [
    ...series.filter((one) => !isSingle(one)),
    ...(isAll ? singles : singles.slice(0, MAX_SINGLE_FIGURES)),
  ];
  for (const { what, class: figureClass, where, givers, disagreements } of shown) {
    const title = figureClass === "count" || what.includes(figureClass) ? what : `${what} ${figureClass}`;
    page.add([title, where?.name].filter(Boolean).join(", "), 2, page.style.accent);
    for (const { source, points } of givers) {
      const course = points.map(({ line, at, revises }) => {
        const number = `${line.bound === "exactly" ? "" : `${line.bound} `}${line.value.toLocaleString("en")}`;
        return `${number}${revises === null ? "" : ` (before: ${revises.toLocaleString("en")})`}, ${at ?? "undated"}`;
      });
      page.add(`${nameOf(source, "the report itself")}: ${course.join("; ")}`, 4);
    }
    for (const { one, other } of disagreements)
      page.add(`${nameOf(one, "one")} and ${nameOf(other, "another")} do not agree`, 4, page.style.warning);
  }
  const left = series.length - shown.length;
  if (left > 0) page.dim(`and ${left} more: --part figures`, 2);
}

function addUtterances(page: ArchivePage, groups: readonly UtteranceGroup[]): void {
  if (groups.length === 0) return;
  page.heading("The same words in several reports");
  for (const { speaker, versions, count } of groups) {
    const [fullest] = versions;
    page.add(`${nameOf(speaker, "(nobody named)")}: “${fullest.line.text}”`, 2);
    for (const { line, relation, leftOut } of versions) {
      const place = toPlace(line.report);
      const words = leftOut.map(({ text }) => `“${text}”`).join(", ");
      if (relation === "fullest") page.dim(`${place} · in full`, 4);
      else if (relation === "same") page.dim(`${place} · the same`, 4);
      else if (relation === "indirect") page.dim(`${place} · in its own words: ${line.text}`, 4);
      else page.add(`${place} · cut ${words}`, 4, page.style.warning);
    }
    if (count > versions.length) page.dim(`and ${count - versions.length} more`, 4);
  }
}

function addPeople(page: ArchivePage, people: readonly AffairPerson[], isAll: boolean): void {
  if (people.length === 0) return;
  page.heading("People");
  const shown = isAll ? people : people.filter(({ statementCount }) => statementCount > 0).slice(0, MAX_PEOPLE);
  for (const { name, roles, reportCount, statementCount, id } of shown) {
    const [role] = roles;
    const title = role === undefined ? "" : `, ${[role.title, role.of?.name].filter(Boolean).join(", ")}`;
    page.add(`${name}${title}`, 2);
    page.dim(`${countOf(reportCount, "report")}, ${countOf(statementCount, "statement")} · ${id}`, 4);
  }
  if (shown.length < people.length) page.dim(`and ${people.length - shown.length} more: --part people`, 2);
}

function nameOf(entity: EntityRef | null, otherwise: string): string {
  return entity?.name ?? otherwise;
}
