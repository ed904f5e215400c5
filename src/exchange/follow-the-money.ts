/**
 * The record as FollowTheMoney entities, a line of JSON each (https://followthemoney.tech): reports as articles, who is named
 * in them with the positions held, and statements, events and court cases with their proof.
 */
import type { EntityLine, RecordEntity } from "../record/index.ts";
import type { RecordStore } from "../store/index.ts";
import { listLines } from "./describe-line.ts";
import type { TextExporter } from "./exporter.ts";
import { type ExportedReport, walkArchive } from "./walk-archive.ts";

interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
}

/** Kinds that the model has no place for are left out: treaties, laws, places, events by name. */
const SCHEMATA: Partial<Record<EntityLine["kind"], string>> = {
  person: "Person",
  organisation: "Organization",
  group: "Organization",
  court: "PublicBody",
  state: "PublicBody",
};

/** The model has languages by ISO 639-3. */
const LANGUAGES: Record<string, string> = { en: "eng" };

/** Memory grows by the id of every entity that was written. */
export const exportFollowTheMoney: TextExporter = async function* (store, filter, { onReport }) {
  const told = new Set<string>();
  for await (const report of walkArchive(store, filter, onReport)) {
    const named = [
      ...Object.values(report.stored.entityIds),
      ...listLines(report).flatMap(({ about }) => about.map(({ id }) => id)),
    ];
    for await (const entity of tellEntities(store, named, told)) yield `${JSON.stringify(entity)}\n`;
    for (const entity of toReportEntities(report)) yield `${JSON.stringify(entity)}\n`;
  }
};

/** Those that were not told of before, and the bodies that they hold offices of. */
async function* tellEntities(store: RecordStore, ids: readonly string[], told: Set<string>): AsyncGenerator<FtmEntity> {
  for (const id of ids) {
    if (told.has(id)) continue;
    told.add(id);
    const entity = await store.getEntity(id);
    if (entity === undefined || SCHEMATA[entity.kind] === undefined) continue;
    yield* toEntity(entity);
    const bodies = entity.roles.flatMap(({ of }) => (of === null ? [] : [of.id]));
    yield* tellEntities(store, bodies, told);
  }
}

function* toEntity(entity: RecordEntity): Generator<FtmEntity> {
  const { id, kind, name, names, country, roles, links } = entity;
  const others = names.map((other) => other.name).filter((other) => other !== name);
  const wikidata = links.filter(({ authority }) => authority.toLowerCase() === "wikidata");
  yield make(id, SCHEMATA[kind]!, {
    name: [name],
    alias: others,
    country: listed(country?.toLowerCase()),
    ...(kind === "person"
      ? { position: roles.map(({ title, of }) => [title, of?.name].filter(Boolean).join(", ")) }
      : {}),
    wikidataId: wikidata.map(({ identifier }) => identifier),
  });
  if (kind !== "person") return;
  for (const [index, { title, of, first, last }] of roles.entries()) {
    const post = `${id}-post-${index + 1}`;
    const isBody = of !== null && (of.kind === "organisation" || of.kind === "court" || of.kind === "state");
    yield make(post, "Position", {
      name: [[title, of?.name].filter(Boolean).join(", ")],
      organization: isBody ? [of.id] : [],
    });
    // Dates are those of the reports that give the title, not of the office.
    yield make(`${post}-held`, "Occupancy", { holder: [id], post: [post], date: [...new Set(listed(first, last))] });
  }
}

function* toReportEntities(report: ExportedReport): Generator<FtmEntity> {
  const { stored, statements, events, cases } = report;
  const { id, title, outlet, byline, url, publishedAt, language, origin } = stored;
  const article = `report-${id}`;
  const file = (origin ?? id).split("/").at(-1) || id;
  yield make(article, "Article", {
    name: [title ?? file],
    title: listed(title),
    fileName: [file],
    publisher: listed(outlet),
    author: listed(byline),
    sourceUrl: listed(url),
    publishedAt: listed(publishedAt),
    language: listed(LANGUAGES[language]),
  });
  for (const { id: localId, name, kind, country } of stored.reading?.entities ?? []) {
    const schema = SCHEMATA[kind];
    const resolved = stored.entityIds[localId];
    if (schema === undefined) continue;
    yield make(`${article}-${localId}`, "Mention", {
      document: [article],
      name: [name],
      resolved: listed(resolved),
      detectedSchema: [schema],
      contextCountry: listed(country?.toLowerCase()),
    });
  }
  const proof = { proof: [article], publisher: listed(outlet) };
  for (const { key, speaker, text, when, quote } of statements) {
    // A note belongs to somebody.
    if (speaker === null || SCHEMATA[speaker.kind] === undefined) continue;
    const about = { entity: [speaker.id], description: [text], summary: [quote] };
    yield make(toId(key), "Note", {
      name: [text.slice(0, 120)],
      ...about,
      createdAt: listed(when ?? publishedAt),
      ...proof,
    });
  }
  for (const { key, class: eventClass, actor, recipient, when, quote, eventStatus } of events) {
    const involved = [actor, recipient].flatMap((one) =>
      one === null || SCHEMATA[one.kind] === undefined ? [] : [one.id],
    );
    yield make(toId(key), "Event", {
      name: [`${eventClass} (${eventStatus})`],
      summary: [quote],
      involved,
      date: listed(when ?? publishedAt),
      ...proof,
    });
  }
  for (const { key, kind, court, stage, respondents, applicant, quote } of cases) {
    const caseId = toId(key);
    const status = { category: [kind], status: [stage], court: listed(court?.name), summary: [quote] };
    yield make(caseId, "CourtCase", { name: [kind], ...status, ...proof });
    const parties = [
      ...respondents.map(({ person }) => ({ party: person, role: "respondent" })),
      ...(applicant === null ? [] : [{ party: applicant, role: "applicant" }]),
    ];
    for (const [index, { party, role }] of parties.entries()) {
      if (SCHEMATA[party.kind] === undefined) continue;
      yield make(`${caseId}-${index + 1}`, "CourtCaseParty", { case: [caseId], party: [party.id], role: [role] });
    }
  }
}

/** Ids of the model hold no slash. */
function toId(key: string): string {
  return `report-${key.replace("/", "-")}`;
}

function make(id: string, schema: string, properties: Record<string, readonly string[]>): FtmEntity {
  return {
    id,
    schema,
    properties: Object.fromEntries(Object.entries(properties).filter(([, values]) => values.length > 0)),
  };
}

function listed(...values: (string | null | undefined)[]): string[] {
  return values.filter((value) => value !== null && value !== undefined && value !== "") as string[];
}
