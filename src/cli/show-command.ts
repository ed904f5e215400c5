/** `onrecord show`: one person or one report, with what the archive has of it. */
import type { EntityRef, Page, RecordLine, StatementLine } from "../record/index.ts";
import type { PageOptions, RecordStore } from "../store/index.ts";
import { findPersons, findReports, pickOne } from "./choose-one.ts";
import { DONE, INCOMPLETE } from "./exit-status.ts";
import { findAll } from "./find-all.ts";
import { makeHarmless } from "./make-harmless.ts";
import { countOf } from "./render-reading.ts";
import type { Streams } from "./streams.ts";
import { toPlace } from "./to-place.ts";
import { type StoreOptions, withStore } from "./with-store.ts";

type ShownKind = "person" | "report";

/**
 * Shows what the id or the name means, if it means one thing only. Otherwise the ones that it may mean are listed with
 * their ids on standard error, and nothing is guessed.
 */
export function runShow(kind: ShownKind, idOrName: string, options: StoreOptions, streams: Streams): Promise<number> {
  return withStore(options, streams, async (store) => {
    const lines = await (kind === "person" ? describePerson(store, idOrName) : describeReport(store, idOrName));
    if (lines !== undefined) {
      await streams.stdout.write(`${lines.map(makeHarmless).join("\n")}\n`);
      return DONE;
    }
    const candidates = await (kind === "person" ? findPersons(store, idOrName) : findReports(store, idOrName));
    const told =
      candidates.length === 0
        ? [
            `onrecord: no ${kind} "${idOrName}" in the archive; try a part of the name, or look with \`onrecord search\``,
          ]
        : [
            `onrecord: "${idOrName}" may mean more than one ${kind}; give the id of one`,
            ...candidates.map(({ id, label }) => `  ${id}  ${label}`),
          ];
    await streams.stderr.write(`${told.map(makeHarmless).join("\n")}\n`);
    return INCOMPLETE;
  });
}

async function describePerson(store: RecordStore, idOrName: string): Promise<string[] | undefined> {
  const entity =
    (await store.getEntity(idOrName)) ?? (await store.getEntity(pickOne(await findPersons(store, idOrName), idOrName)));
  if (entity === undefined) return undefined;
  const { id, name, names, roles, similar, reportCount, statementCount } = entity;
  const lines = [name, `${id}  ${countOf(reportCount, "report")}, ${countOf(statementCount, "statement")}`];
  const others = names.filter((other) => other.name !== name);
  if (others.length > 0) lines.push(`also written ${others.map((other) => other.name).join(", ")}`);
  addSection(
    lines,
    "Roles",
    roles.map((role) => {
      const dates = role.first === role.last ? role.first : `${role.first} to ${role.last}`;
      const title = [role.title, role.of?.name].filter(Boolean).join(", ");
      return `  ${title}  ${[dates, countOf(role.reportCount, "report")].filter(Boolean).join(", ")}`;
    }),
  );
  addSection(
    lines,
    "Statements",
    (await findAll((page) => store.findStatements({ speaker: id }, page))).flatMap((line) => [
      `  ${toSaid(line)}`,
      `    ${toPlace(line.report)}  ${line.key}`,
    ]),
  );
  addSection(
    lines,
    "Perhaps the same person",
    similar.map((other) => `  ${other.id}  ${other.name}`),
  );
  return lines;
}

async function describeReport(store: RecordStore, idOrWords: string): Promise<string[] | undefined> {
  const report =
    (await store.getReport(idOrWords)) ??
    (await store.getReport(pickOne(await findReports(store, idOrWords), idOrWords)));
  if (report === undefined) return undefined;
  const { id, title, byline, url, origin, copyOf, copies } = report;
  const lines = [title ?? "(untitled)", [toPlace(report), byline].filter(Boolean).join(", "), id];
  if (url !== null) lines.push(url);
  if (origin !== null) lines.push(`added from ${origin}`);
  if (copyOf !== null) lines.push(`a copy of ${copyOf}`);
  else if (copies.length > 0)
    lines.push(`copied by ${copies.map((copy) => `${copy.id} (${toPlace(copy)})`).join(", ")}`);
  const filter = { reportId: id, copies: true };
  const add = async <Line extends RecordLine>(
    heading: string,
    find: (page: PageOptions) => Promise<Page<Line>>,
    describe: (line: Line) => string,
  ) => {
    // The store gives the last line of a report first.
    const found = (await findAll(find)).reverse();
    addSection(
      lines,
      heading,
      found.map((line) => `  ${line.key.slice(id.length + 1).padEnd(4)}  ${toOneLine(describe(line))}`),
    );
  };
  await add(
    "Statements",
    (page) => store.findStatements(filter, page),
    (line) => `${toName(line.speaker)}: ${toSaid(line)}`,
  );
  await add(
    "Stances",
    (page) => store.findStances(filter, page),
    (line) => `${line.holder.name}: ${line.stance} ${line.target.text}`,
  );
  await add(
    "Events",
    (page) => store.findEvents(filter, page),
    (line) => `${line.class}, ${line.eventStatus}: ${line.quote}`,
  );
  await add(
    "Cases",
    (page) => store.findCases(filter, page),
    (line) =>
      `${line.kind}, ${line.stage}: ${line.respondents.map(({ person }) => person.name).join(", ") || line.quote}`,
  );
  await add(
    "Figures",
    (page) => store.findFigures(filter, page),
    (line) => [line.quote, line.source && `(${line.source.name})`].filter(Boolean).join("  "),
  );
  return lines;
}

function addSection(lines: string[], heading: string, section: readonly string[]): void {
  if (section.length > 0) lines.push("", heading, ...section);
}

function toSaid({ polarity, text }: StatementLine): string {
  return toOneLine(polarity === "negated" ? `not said: ${text}` : text);
}

function toName(speaker: EntityRef | null): string {
  return speaker?.name ?? "(nobody named)";
}

function toOneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
