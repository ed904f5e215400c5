/** Lists of reports, entities, utterances, judgements, and of what waits for one. */
import { z } from "@hono/zod-openapi";
import { utteranceGroup } from "../schemas/affair-schemas.ts";
import { entityLine } from "../schemas/entity-schemas.ts";
import { judgement } from "../schemas/judgement-schemas.ts";
import { reviewItem, reviewKind } from "../schemas/line-schemas.ts";
import { entityKind } from "../schemas/reading-kinds.ts";
import { reportLine } from "../schemas/report-schemas.ts";
import { affair, copies, dates, given, id, minScore, outlet, words } from "./filters.ts";
import { defineList } from "./list.ts";

export const OTHER_LISTS = [
  defineList({
    name: "reports",
    tag: "Reports",
    summary: "Reports, the newest first",
    query: z.strictObject({
      words,
      outlet,
      language: z.string().max(20).optional().openapi({ description: "ISO 639-1", example: "en" }),
      affair,
      entity: id.optional().openapi({ description: "Id of an entity that it names" }),
      ...dates,
      copies: copies.openapi({ description: "`false` leaves copies of other reports out" }),
    }),
    item: reportLine,
    find(store, { affair: affairId, entity: entityId, ...filter }, page) {
      return store.findReports(given({ ...filter, affairId, entityId }), page);
    },
    columns: ["id", "title", "outlet", "byline", "publishedAt", "url", "language", "form", "addedAt", "origin", "copyOf", "wordCount", "statementCount"], // biome-ignore format: a list
    toRow: (report) => ({ ...report }),
  }),
  defineList({
    name: "entities",
    tag: "Entities",
    summary: "Entities, those that most reports name first",
    query: z.strictObject({
      q: z.string().max(200).optional().openapi({ description: "Names that begin so, in any word", example: "mar" }),
      kind: entityKind.optional(),
      country: z.string().length(2).optional().openapi({ description: "ISO 3166-1 alpha-2" }),
      affair,
    }),
    item: entityLine,
    find(store, { q: name, kind, country, affair: affairId }, page) {
      return store.findEntities(given({ name, kind, country, affairId }), page);
    },
    columns: ["id", "name", "kind", "country", "reportCount", "statementCount"],
    toRow: (entity) => ({ ...entity }),
  }),
  defineList({
    name: "utterances",
    tag: "Lines of the record",
    summary: "Utterances that several reports have, the most widely reported first",
    query: z.strictObject({ affair, speaker: id.optional().openapi({ description: "Id of the entity who said it" }) }),
    item: utteranceGroup,
    find(store, { affair: affairId, speaker }, page) {
      return store.findUtterances(given({ affairId, speaker }), page);
    },
  }),
  defineList({
    name: "review",
    tag: "Judgements",
    summary: "Lines that nobody has judged yet, the least sure first",
    query: z.strictObject({ kind: reviewKind.optional(), affair, minScore }),
    item: reviewItem,
    find(store, { kind, affair: affairId, minScore }, page) {
      return store.findToReview(given({ kind, affairId, minScore }), page);
    },
  }),
  defineList({
    name: "judgements",
    tag: "Judgements",
    summary: "Everything that was judged, the newest first, undone judgements and undoings among it",
    query: z.strictObject({
      report: id.optional(),
      entity: id.optional(),
      key: id.optional().openapi({ description: "Of one line" }),
      by: id.optional().openapi({ description: "Who judged" }),
    }),
    item: judgement,
    find(store, { report: reportId, entity: entityId, key, by }, page) {
      return store.findJudgements(given({ reportId, entityId, key, by }), page);
    },
    columns: ["id", "verdict", "by", "at", "note", "key", "entityId", "into", "authority", "identifier", "correction", "undoes", "undoneBy"], // biome-ignore format: a list
    toRow: ({ anchor: _, before: __, link, correction, ...plain }) => ({
      ...plain,
      ...{ authority: link?.authority ?? null, identifier: link?.identifier ?? null },
      correction: correction === null ? null : JSON.stringify(correction),
    }),
  }),
];
