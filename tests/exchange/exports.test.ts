/** Each export is held against the published schema or vocabulary of its format. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as joinPath } from "node:path";
import { parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ExportFilter, exportTables, getTextExporter } from "../../src/exchange/index.ts";
import { openStore, type RecordStore } from "../../src/store/index.ts";
import { courtReport, fillArchive, join } from "./fill-archive.ts";
import {
  ANNO_CONTEXT,
  expand,
  findUnknownTerms,
  loadFtmModel,
  type Node,
  SCHEMA_ORG_CONTEXT,
  TRIPLES,
} from "./vocabularies.ts";

const folder = mkdtempSync(joinPath(tmpdir(), "onrecord-exports-"));
const settings = { base: "https://archive.example/", software: "onrecord test" };
let store: RecordStore;
beforeAll(async () => {
  store = await openStore(joinPath(folder, "full.db"));
  await fillArchive(store);
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function write(format: Parameters<typeof getTextExporter>[0], filter: ExportFilter = {}): Promise<string> {
  return join((await getTextExporter(format))(store, filter, settings));
}

const court = courtReport().report;

describe("Web Annotations", () => {
  it("use no term that the ontology does not have", async () => {
    const nodes = await expand(JSON.parse(await write("annotations")), {
      "http://www.w3.org/ns/anno.jsonld": ANNO_CONTEXT,
    });
    // Terms of other vocabularies to which the published context maps.
    const others = [
      "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
      "http://purl.org/dc/elements/1.1/format",
      "http://purl.org/dc/elements/1.1/language",
      "http://xmlns.com/foaf/0.1/name",
      "http://www.w3.org/ns/activitystreams#generator",
      "http://www.w3.org/ns/activitystreams#Application",
    ];
    expect(findUnknownTerms(nodes, others)).toEqual([]);
    const annotations = nodes.filter((node) => node["@type"]?.includes("http://www.w3.org/ns/oa#Annotation"));
    expect(annotations).toHaveLength(9);
    for (const annotation of annotations) {
      expect(annotation["@id"]).toMatch(/^https:\/\/archive\.example\/report\/[0-9a-f]{32}\/\w+$/);
      expect(annotation["http://www.w3.org/ns/oa#hasTarget"]).toBeTruthy();
    }
  });

  it("select the words by code points and by quote", async () => {
    const { "@graph": graph } = JSON.parse(await write("annotations"));
    const own = graph.filter(({ id }: { id: string }) => id.includes(court.id));
    expect(own).toHaveLength(5);
    const characters = [...court.text];
    for (const { target } of own) {
      for (const { selector, scope, source } of target) {
        const [{ start, end }, { exact, prefix, suffix }] = selector;
        expect(characters.slice(start, end).join("")).toBe(exact);
        expect(court.text).toContain(prefix + exact + suffix);
        expect({ scope, source }).toEqual({ scope: court.url, source: `https://archive.example/report/${court.id}` });
      }
    }
  });
});

describe("schema.org", () => {
  it("uses its own classes, each with properties that are the class's", async () => {
    const nodes = await expand(JSON.parse(await write("schema-org")), { "https://schema.org/": SCHEMA_ORG_CONTEXT });
    expect(findUnknownTerms(nodes, [])).toEqual([]);
    const plain = (iri: string) => iri.replace(/^https:/, "http:");
    const find = (subject: string, predicate: RegExp) =>
      TRIPLES.schema
        .filter((triple) => plain(triple[0]) === subject && predicate.test(triple[1]))
        .map(([, , o]) => plain(o));
    const ancestors = (type: string): string[] => [type, ...find(type, /subClassOf$/).flatMap(ancestors)];
    const strays = nodes.flatMap((node) =>
      (node["@type"] ?? []).flatMap((type) =>
        Object.keys(node)
          .filter((key) => !key.startsWith("@"))
          .filter((key) => !find(key, /domainIncludes$/).some((domain) => ancestors(type).includes(domain)))
          .map((key) => `${type} ${key}`),
      ),
    );
    expect(strays).toEqual([]);
  });

  it("has what was quoted as a Quotation, and what was told as a Claim", async () => {
    const { "@graph": graph } = JSON.parse(await write("schema-org"));
    const own = graph.filter((node: Node) => node["@id"]?.includes(`${court.id}/`));
    expect(own).toMatchObject([
      { "@type": "Quotation", text: "The toll is a gift, and a bad one.", creator: { "@type": "Person" } },
      {
        "@type": "Claim",
        text: "40 ships had left",
        appearance: { "@id": `https://archive.example/report/${court.id}` },
      },
    ]);
  });
});

describe("PROV-O", () => {
  it("uses no term that the ontologies do not have, and names every agent and activity it refers to", async () => {
    const nodes = await expand(JSON.parse(await write("prov")), {});
    expect(findUnknownTerms(nodes, ["http://www.w3.org/2000/01/rdf-schema#label"])).toEqual([]);
    const known = new Set(nodes.filter((node) => node["@type"] !== undefined).map((node) => node["@id"]));
    const referred = nodes.flatMap((node) =>
      Object.entries(node)
        .filter(([key]) => key.startsWith("http://www.w3.org/ns/prov#") && !key.endsWith("Time"))
        .flatMap(([, values]) => (values as Node[]).flatMap((value) => value["@id"] ?? [])),
    );
    expect(referred.length).toBeGreaterThan(20);
    // What was rejected is judged, yet no line of the record.
    expect(referred.filter((id) => !known.has(id) && !/\/(f1|e1)$/.test(id))).toEqual([]);
  });
});

describe("FollowTheMoney", () => {
  it("keeps to the published model: schemata, properties, what is required, what refers to what", async () => {
    const { schemata } = loadFtmModel();
    const entities = (await write("ftm"))
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    const lineage = (name: string): string[] => [name, ...schemata[name].extends.flatMap(lineage)];
    const schemaOf = new Map(entities.map(({ id, schema }) => [id, schema]));
    const faults: string[] = [];
    for (const { id, schema, properties } of entities) {
      const line = lineage(schema);
      if (schemata[schema].abstract) faults.push(`${schema} is abstract`);
      const known = new Map(
        line.flatMap((name) => Object.values(schemata[name].properties)).map((one) => [one.name, one]),
      );
      for (const name of line.flatMap((one) => schemata[one].required ?? []))
        if (properties[name] === undefined) faults.push(`${schema} ${id} lacks ${name}`);
      for (const [name, values] of Object.entries(properties) as [string, string[]][]) {
        const property = known.get(name);
        if (property === undefined) faults.push(`${schema} has no ${name}`);
        for (const value of values) {
          if (property?.type === "country" && !/^[a-z]{2}$/.test(value)) faults.push(`${value} is no country`);
          if (property?.type === "date" && !/^\d{4}(-\d\d){0,2}$/.test(value)) faults.push(`${value} is no date`);
          if (property?.type !== "entity") continue;
          const target = schemaOf.get(value);
          if (target === undefined || !lineage(target).includes(property.range!)) faults.push(`${name} to ${value}`);
        }
      }
    }
    expect(faults).toEqual([]);
    expect(new Set(entities.map(({ schema }) => schema))).toEqual(
      new Set([
        "Person",
        "PublicBody",
        "Position",
        "Occupancy",
        "Article",
        "Mention",
        "Note",
        "Event",
        "CourtCase",
        "CourtCaseParty",
      ]),
    );
  });
});

it("events have the columns of ICEWS, in order, and no tab or line end within a cell", async () => {
  const [columns, row, end] = (await write("events")).split("\n").map((line) => line.split("\t"));
  // As the files of doi:10.7910/DVN/28075 begin.
  expect(columns.slice(0, 20).join("|")).toBe(
    "Event ID|Event Date|Source Name|Source Sectors|Source Country|Event Text|CAMEO Code|Intensity|Target Name|Target Sectors|Target Country|Story ID|Sentence Number|Publisher|City|District|Province|Country|Latitude|Longitude",
  );
  expect(row).toHaveLength(columns.length);
  expect(Object.fromEntries(columns.map((column, index) => [column, row[index]]))).toMatchObject({
    "Event ID": `${court.id}/v1`,
    "Event Date": "2031-05-05",
    "Source Name": "Veldria",
    "Source Country": "United Kingdom",
    "CAMEO Code": "112",
    "Target Name": "Ostmark Isles",
    Headline: 'Court, "gift" and toll',
    Evidence: "Veldria accused the Ostmark Isles of smuggling",
  });
  expect(end).toEqual([""]);
});

it("what people accepted or corrected is given as attributions", async () => {
  const lines = (await write("polnear"))
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines).toHaveLength(1);
  const [{ id, text, attributions, judged, found }] = lines;
  expect({ id, judged, found }).toEqual({ id: court.id, judged: 2, found: 2 });
  const words = (spans: [number, number][]) => spans.map(([start, end]) => text.slice(start, end));
  expect(attributions.map(({ cue, content }: never) => [words(cue), words(content)])).toEqual([
    [["told"], ["The toll is a gift, and a bad one."]],
    [["said"], ["40 ships had left"]],
  ]);
});

describe("tables", () => {
  async function writeTables(format: "csv" | "parquet", filter: ExportFilter = {}): Promise<Map<string, Buffer>> {
    const files = new Map<string, Buffer>();
    await exportTables(format, store, filter, settings, async (name) => {
      files.set(name, Buffer.alloc(0));
      return {
        async write(content) {
          files.set(name, Buffer.concat([files.get(name)!, Buffer.from(content as string)]));
        },
        async close() {},
        async discard() {},
      };
    });
    return files;
  }

  it("have a row a line, with the report's address and the words", async () => {
    const files = await writeTables("csv");
    expect([...files.keys()]).toEqual(
      ["reports", "statements", "stances", "events", "cases", "figures", "entities"].map((name) => `${name}.csv`),
    );
    const [header, ...rows] = files.get("cases.csv")!.toString().split("\r\n");
    expect(header.split(",").slice(0, 6)).toEqual(["report", "outlet", "publishedAt", "url", "title", "kind"]);
    expect(rows[0]).toContain(`,https://coast-post.example/court?page=1,"Court, ""gift"" and\ttoll",arrest warrant,`);
    expect(rows[0]).toContain(`${court.id}/c1,0.8,unjudged,`);
    // What was rejected is left out; the table is still there.
    expect(files.get("figures.csv")!.toString().split("\r\n")).toHaveLength(2);
    const rejected = await writeTables("csv", { status: "rejected" });
    expect(rejected.get("figures.csv")!.toString()).toContain(",40,exactly,ships,");
  });

  it("are the same in Parquet, with numbers as numbers", async () => {
    const files = await writeTables("parquet");
    for (const [name, bytes] of files) {
      const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
      const rows = await parquetReadObjects({ file });
      if (name === "figures.parquet") expect(rows).toEqual([]);
      if (name !== "statements.parquet") continue;
      expect(rows).toHaveLength(4);
      expect(rows.find(({ key }) => key === `${court.id}/s2`)).toMatchObject({
        status: "corrected",
        when: "2031-05-04",
        score: 0.9,
        start: court.text.indexOf("said that 40"),
        title: 'Court, "gift" and\ttoll',
      });
    }
    expect(files.size).toBe(7);
  });

  it("keep to the filter", async () => {
    const count = async (filter: ExportFilter) =>
      (await writeTables("csv", filter)).get("statements.csv")!.toString().trimEnd().split("\r\n").length - 1;
    expect(await count({ outlet: "Harbour Wire" })).toBe(1);
    expect(await count({ to: "2031-05" })).toBe(3);
    expect(await count({ affairId: "the-toll" })).toBe(2);
    expect(await count({ status: "accepted" })).toBe(1);
  });
});
