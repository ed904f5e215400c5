/**
 * Statements for search engines and fact checkers, in the words of https://schema.org: what was quoted is a Quotation, what
 * was told in other words a Claim, and both appear in a NewsArticle.
 */
import type { EntityRef, StatementLine } from "../record/index.ts";
import { createNames, type Names, type TextExporter, writeGraph } from "./exporter.ts";
import { type ExportedReport, walkArchive } from "./walk-archive.ts";

export const SCHEMA_CONTEXT = "https://schema.org/";

export const exportSchemaOrg: TextExporter = (store, filter, { base, onReport }) =>
  writeGraph(SCHEMA_CONTEXT, toNodes(walkArchive(store, filter, onReport), createNames(base)));

async function* toNodes(reports: AsyncIterable<ExportedReport>, names: Names): AsyncGenerator<unknown> {
  for await (const report of reports) {
    // What was not said is no quotation.
    const said = report.statements.filter(({ polarity, kind }) => polarity === "affirmed" && kind === "speech");
    if (said.length === 0) continue;
    yield toArticle(report, names);
    for (const line of said) yield toNode(line, names);
  }
}

function toArticle({ stored }: ExportedReport, names: Names): unknown {
  const { id, title, url, outlet, byline, publishedAt, language } = stored;
  return {
    "@type": "NewsArticle",
    "@id": names.report(id),
    ...(title === null ? {} : { headline: title }),
    ...(url === null ? {} : { url }),
    ...(publishedAt === null ? {} : { datePublished: publishedAt }),
    ...(outlet === null ? {} : { publisher: { "@type": "Organization", name: outlet } }),
    ...(byline === null ? {} : { author: { "@type": "Person", name: byline } }),
    inLanguage: language,
  };
}

function toNode(line: StatementLine, names: Names): unknown {
  const { key, speaker, text, when, report, quote, mode } = line;
  const article = { "@id": names.report(report.id) };
  const by = speaker === null ? undefined : toAgent(speaker, names);
  const common = {
    "@id": names.line(key),
    text,
    ...(when === null ? {} : { dateCreated: when }),
    // The words of the report from which it was read.
    abstract: quote,
  };
  if (mode === "direct")
    return {
      "@type": "Quotation",
      ...common,
      ...(by === undefined ? {} : { creator: by, spokenByCharacter: { "@id": by["@id"] } }),
      isPartOf: article,
    };
  return { "@type": "Claim", ...common, ...(by === undefined ? {} : { author: by }), appearance: article };
}

/** Whoever can be an author is a person or an organisation; a state speaks through its government. */
function toAgent({ id, name, kind }: EntityRef, names: Names) {
  const type = kind === "person" ? "Person" : kind === "state" ? "GovernmentOrganization" : "Organization";
  return { "@type": type, "@id": names.entity(id), name };
}
