/** The components that turn a text into everything that a reading is assembled from, in their order. */
import { findNames, findQuotations, parse, tag, tokenise } from "../language/index.ts";
import { addFigures, type FiguredDocument } from "./add-figures.ts";
import { agreeNames } from "./agree-names.ts";
import type { Attribution } from "./attribution/attribution.ts";
import { findAttributions } from "./attribution/find-attributions.ts";
import { mendAttributions } from "./attribution/mend-attributions.ts";
import type { CaseDocument } from "./cases/case-draft.ts";
import { findCases } from "./cases/find-cases.ts";
import { type DesignatedDocument, findDesignations } from "./designations/find-designations.ts";
import { findRelations, type RelatedDocument } from "./designations/find-relations.ts";
import { ReadingError } from "./errors.ts";
import { draftEvents, type EventfulDocument } from "./events/draft-events.ts";
import { addVerbalEvents } from "./events/verbal-events.ts";
import { addDates } from "./find-dates.ts";
import { findMentions } from "./find-mentions.ts";
import type { ReportHeader } from "./find-report-header.ts";
import { findSpeakers, findSpeechSigns, findSpokenSpans } from "./find-speakers.ts";
import { mapInnermostStatements } from "./innermost-statements.ts";
import { knowNames } from "./know-names.ts";
import { linkNames } from "./link-names.ts";
import { makeStatements } from "./make-statements.ts";
import { resolveMentions } from "./resolve-mentions.ts";
import { findRoles } from "./roles/find-roles.ts";
import type { ReadReport } from "./schema.ts";
import { findStances, type StancedDocument } from "./stances/find-stances.ts";
import { findTones, type TonedDocument } from "./tones/find-tones.ts";
import { indexTrees } from "./tree-index.ts";

/** A document with every layer of the pipeline. */
export type ReadDocument = FiguredDocument &
  EventfulDocument &
  DesignatedDocument &
  RelatedDocument &
  CaseDocument &
  StancedDocument &
  TonedDocument;

/** What a document has at some point of the pipeline: layers by name. */
// biome-ignore lint/suspicious/noExplicitAny: the layers' types are those of the components' functions; the list only orders them.
type Layers = any;

export interface Component {
  readonly name: string;
  /** Layers that must be there before. */
  readonly requires: readonly string[];
  /** Layers that are there afterwards. */
  readonly adds: readonly string[];
  readonly run: (document: Layers) => Layers;
}

export const pipeline: readonly Component[] = [
  {
    name: "tokenise",
    requires: ["text"],
    adds: ["tokens", "sentences"],
    run: ({ text, header, form }) => ({ ...tokenise(text), header, form }),
  },
  { name: "tag", requires: ["tokens", "sentences"], adds: ["tags", "features", "lemmas"], run: tag },
  { name: "parse", requires: ["tags", "features", "lemmas"], adds: ["heads", "relations"], run: parse },
  {
    name: "indexTrees",
    requires: ["heads"],
    adds: ["tree"],
    run: ({ heads }) => ({ tree: indexTrees(heads) }),
  },
  { name: "findNames", requires: ["tokens", "sentences"], adds: ["names"], run: findNames },
  { name: "agreeNames", requires: ["names", "tags"], adds: ["names"], run: agreeNames },
  {
    name: "findQuotations",
    requires: ["tokens", "sentences"],
    adds: ["quotations"],
    run: (document) => ({ quotations: findQuotations(document) }),
  },
  { name: "addDates", requires: ["header", "tokens", "sentences"], adds: ["dates"], run: addDates },
  {
    name: "findAttributions",
    requires: ["tags", "heads", "relations", "tree", "names", "quotations"],
    adds: ["attributions"],
    run: (document) => ({ attributions: mendAttributions(document, findAttributions(document)) }),
  },
  { name: "knowNames", requires: ["names", "tags"], adds: ["knownNames"], run: knowNames },
  {
    name: "findMentions",
    requires: ["header", "tags", "heads", "knownNames", "quotations", "attributions"],
    adds: ["mentions", "mentionAt", "quotationAt"],
    run: (document) => findMentions(document, listSources(document)),
  },
  { name: "findSpeakers", requires: ["mentions", "attributions"], adds: ["attributionParts"], run: findSpeakers },
  { name: "findRoles", requires: ["mentions"], adds: ["roleDrafts"], run: findRoles },
  {
    name: "linkNames",
    requires: ["mentions", "roleDrafts", "attributionParts"],
    adds: ["namedEntities", "namedEntityOf"],
    run: linkNames,
  },
  {
    name: "resolveMentions",
    requires: ["namedEntities", "roleDrafts", "attributionParts"],
    adds: ["resolvedEntities", "entityOf", "paragraphOf"],
    run: (document) => resolveMentions(document, findSpokenSpans(document), findSpeechSigns(document)),
  },
  {
    name: "makeStatements",
    requires: ["attributionParts", "resolvedEntities", "dates"],
    adds: ["statementDrafts"],
    run: makeStatements,
  },
  {
    name: "mapInnermostStatements",
    requires: ["statementDrafts"],
    adds: ["innermostStatements"],
    run: (document) => ({ innermostStatements: mapInnermostStatements(document) }),
  },
  {
    name: "addFigures",
    requires: ["heads", "tree", "dates", "mentions", "resolvedEntities", "statementDrafts", "innermostStatements"],
    adds: ["figureDrafts"],
    run: addFigures,
  },
  {
    name: "draftEvents",
    requires: ["heads", "tree", "dates", "resolvedEntities", "statementDrafts", "innermostStatements"],
    adds: ["eventDrafts", "deeds", "entityFinder"],
    run: draftEvents,
  },
  {
    name: "findDesignations",
    requires: ["heads", "resolvedEntities", "statementDrafts", "tree", "entityFinder", "innermostStatements"],
    adds: ["designationDrafts"],
    run: findDesignations,
  },
  {
    name: "findRelations",
    requires: ["resolvedEntities", "entityFinder", "quotationAt"],
    adds: ["relationDrafts"],
    run: findRelations,
  },
  {
    name: "findCases",
    requires: ["heads", "dates", "mentions", "roleDrafts", "resolvedEntities", "quotationAt"],
    adds: ["caseDrafts"],
    run: findCases,
  },
  {
    name: "findStances",
    requires: [
      "heads",
      "relations",
      "tree",
      "mentions",
      "resolvedEntities",
      "statementDrafts",
      "innermostStatements",
      "caseDrafts",
    ],
    adds: ["stanceDrafts"],
    run: findStances,
  },
  {
    name: "addVerbalEvents",
    requires: ["eventDrafts", "caseDrafts", "stanceDrafts", "entityFinder", "deeds"],
    adds: ["eventDrafts"],
    run: addVerbalEvents,
  },
  {
    name: "findTones",
    requires: ["resolvedEntities", "statementDrafts", "quotations", "tree", "innermostStatements"],
    adds: ["toneDrafts"],
    run: findTones,
  },
];

function listSources({ attributions }: { attributions: readonly Attribution[] }): (readonly number[])[] {
  return attributions.map(({ sourceTokens }) => sourceTokens);
}

/** @throws {ReadingError} `missing_layer`, when a component of the list stands before one that it builds on. */
export function checkOrder(components: readonly Component[], given: readonly string[]): void {
  const layers = new Set(given);
  for (const { name, requires, adds } of components) {
    const missing = requires.filter((layer) => !layers.has(layer));
    if (missing.length > 0)
      throw new ReadingError("missing_layer", `${name} needs ${missing.join(", ")}, which nothing before it adds.`);
    for (const layer of adds) layers.add(layer);
  }
}

let isChecked = false;

/** @param form How the report came; the text is that of a restored report where it was not plain. */
export function analyseReport(text: string, header: ReportHeader, form: ReadReport["form"] = "plain"): ReadDocument {
  if (!isChecked) checkOrder(pipeline, ["text", "header"]);
  isChecked = true;
  return runComponents({ text, header, form }, "tokenise", "findTones") as ReadDocument;
}

/** Runs part of the pipeline on a document that has the layers from before it: for training and measuring. */
export function runComponents(document: Layers, first: string, last: string): Layers {
  const from = pipeline.findIndex(({ name }) => name === first);
  const to = pipeline.findIndex(({ name }) => name === last);
  const read: Layers = Object.assign(new LayeredDocument(), document);
  for (const { run, adds } of pipeline.slice(from, to + 1)) {
    const layers = run(read);
    for (const layer of adds) read[layer] = layers[layer];
  }
  return read;
}

/**
 * A document with a place for every layer from the start. All documents have one shape that way, which engines read several
 * times as fast as objects that were each put together by another spread.
 */
class LayeredDocument implements ReadDocument {
  text!: ReadDocument["text"];
  header!: ReadDocument["header"];
  tokens!: ReadDocument["tokens"];
  sentences!: ReadDocument["sentences"];
  tags!: ReadDocument["tags"];
  features!: ReadDocument["features"];
  lemmas!: ReadDocument["lemmas"];
  heads!: ReadDocument["heads"];
  relations!: ReadDocument["relations"];
  names!: ReadDocument["names"];
  quotations!: ReadDocument["quotations"];
  dates!: ReadDocument["dates"];
  attributions!: ReadDocument["attributions"];
  knownNames!: ReadDocument["knownNames"];
  mentions!: ReadDocument["mentions"];
  mentionAt!: ReadDocument["mentionAt"];
  quotationAt!: ReadDocument["quotationAt"];
  attributionParts!: ReadDocument["attributionParts"];
  roleDrafts!: ReadDocument["roleDrafts"];
  namedEntities!: ReadDocument["namedEntities"];
  namedEntityOf!: ReadDocument["namedEntityOf"];
  resolvedEntities!: ReadDocument["resolvedEntities"];
  entityOf!: ReadDocument["entityOf"];
  paragraphOf!: ReadDocument["paragraphOf"];
  statementDrafts!: ReadDocument["statementDrafts"];
  figureDrafts!: ReadDocument["figureDrafts"];
  eventDrafts!: ReadDocument["eventDrafts"];
  tree!: ReadDocument["tree"];
  entityFinder!: ReadDocument["entityFinder"];
  innermostStatements!: ReadDocument["innermostStatements"];
  designationDrafts!: ReadDocument["designationDrafts"];
  relationDrafts!: ReadDocument["relationDrafts"];
  caseDrafts!: ReadDocument["caseDrafts"];
  stanceDrafts!: ReadDocument["stanceDrafts"];
  deeds!: ReadDocument["deeds"];
  toneDrafts!: ReadDocument["toneDrafts"];
}
