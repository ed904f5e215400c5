/**
 * Where every line comes from, in the words of PROV-O (https://www.w3.org/TR/prov-o/): a report is an entity, its reading an
 * activity of this program, a line an entity derived from the report; a judgement is an activity of the person who made it.
 */
import type { Judgement, ReportLine } from "../record/index.ts";
import type { RecordStore } from "../store/index.ts";
import { describeLine, listLines } from "./describe-line.ts";
import { createNames, type Names, type TextExporter, writeGraph } from "./exporter.ts";
import { type ExportedReport, walkArchive } from "./walk-archive.ts";

export const PROV_CONTEXT = {
  prov: "http://www.w3.org/ns/prov#",
  dcterms: "http://purl.org/dc/terms/",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  id: "@id",
  type: "@type",
  title: "dcterms:title",
  label: "rdfs:label",
  value: "prov:value",
  source: { "@id": "dcterms:source", "@type": "@id" },
  issued: "dcterms:issued",
  endedAtTime: { "@id": "prov:endedAtTime", "@type": "xsd:dateTime" },
  used: { "@id": "prov:used", "@type": "@id" },
  wasAssociatedWith: { "@id": "prov:wasAssociatedWith", "@type": "@id" },
  wasAttributedTo: { "@id": "prov:wasAttributedTo", "@type": "@id" },
  wasDerivedFrom: { "@id": "prov:wasDerivedFrom", "@type": "@id" },
  wasGeneratedBy: { "@id": "prov:wasGeneratedBy", "@type": "@id" },
  wasInformedBy: { "@id": "prov:wasInformedBy", "@type": "@id" },
} as const;

export const exportProv: TextExporter = (store, filter, { base, onReport }) =>
  writeGraph(PROV_CONTEXT, toNodes(store, walkArchive(store, filter, onReport), createNames(base)));

async function* toNodes(
  store: RecordStore,
  reports: AsyncIterable<ExportedReport>,
  names: Names,
): AsyncGenerator<unknown> {
  // Agents are named once each: outlets, programs and people are few.
  const told = new Set<string>();
  const tell = (id: string, node: object): object[] => {
    if (told.has(id)) return [];
    told.add(id);
    return [{ id, ...node }];
  };
  for await (const report of reports) {
    const { stored } = report;
    const { reader, outlet } = stored;
    yield* tell(names.named("software", reader), { type: "prov:SoftwareAgent", label: reader });
    if (outlet !== null) yield* tell(names.named("outlet", outlet), { type: "prov:Organization", label: outlet });
    const reading = `${names.report(stored.id)}#reading`;
    yield toReportNode(stored, names);
    yield {
      id: reading,
      type: "prov:Activity",
      label: "reading",
      used: names.report(stored.id),
      wasAssociatedWith: names.named("software", reader),
      endedAtTime: stored.addedAt,
    };
    for (const { kind, line } of listLines(report)) {
      yield {
        id: names.line(line.key),
        type: "prov:Entity",
        label: describeLine(kind, line),
        value: line.quote,
        wasDerivedFrom: names.report(stored.id),
        wasGeneratedBy: reading,
      };
    }
    for (const judgement of await findJudgements(store, stored.id)) {
      const { by } = judgement;
      yield* tell(names.named("person", by), { type: ["prov:Agent", "prov:Person"], label: by });
      yield toJudgementNode(judgement, names);
    }
  }
}

function toReportNode({ id, title, outlet, url, publishedAt, copyOf }: ReportLine, names: Names): unknown {
  return {
    id: names.report(id),
    type: "prov:Entity",
    ...(title === null ? {} : { title }),
    ...(url === null ? {} : { source: url }),
    ...(publishedAt === null ? {} : { issued: publishedAt }),
    ...(outlet === null ? {} : { wasAttributedTo: names.named("outlet", outlet) }),
    ...(copyOf === null ? {} : { wasDerivedFrom: names.report(copyOf) }),
  };
}

function toJudgementNode({ id, verdict, by, at, key, undoes, note }: Judgement, names: Names): unknown {
  return {
    id: names.judgement(id),
    type: "prov:Activity",
    label: note === null ? verdict : `${verdict}: ${note}`,
    ...(key === null ? {} : { used: names.line(key) }),
    wasAssociatedWith: names.named("person", by),
    endedAtTime: at,
    ...(undoes === null ? {} : { wasInformedBy: names.judgement(undoes) }),
  };
}

/** The oldest first. */
async function findJudgements(store: RecordStore, reportId: string): Promise<Judgement[]> {
  const all: Judgement[] = [];
  for (let next: string | null | undefined; next !== null; ) {
    const page = await store.findJudgements(
      { reportId },
      next === undefined ? { limit: 500 } : { limit: 500, after: next },
    );
    all.push(...page.items);
    next = page.next;
  }
  return all.reverse();
}
