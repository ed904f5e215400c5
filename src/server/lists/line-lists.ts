/** Lists of lines: statements, stances, events, cases, figures. */
import { z } from "@hono/zod-openapi";
import type { EntityRef, RecordLine } from "../../record/index.ts";
import { caseLine, eventLine, figureLine, stanceLine, statementLine } from "../schemas/line-schemas.ts";
import { act, eventClass, figureClass, mode, stage, stanceSort, statementKind } from "../schemas/reading-kinds.ts";
import { given, id, lineParameters, toLineFilter, words } from "./filters.ts";
import { type Cell, defineList } from "./list.ts";

const entity = (description: string) => id.optional().openapi({ description: `Id of the entity: ${description}` });
const tag = "Lines of the record";
const LINE_COLUMNS = ["score", "status", "key", "report", "outlet", "publishedAt", "url", "title", "evidence"];

export const LINE_LISTS = [
  defineList({
    name: "statements",
    tag,
    summary: "Statements, the newest first",
    query: z.strictObject({
      words,
      speaker: entity("who said it"),
      kind: statementKind.optional(),
      act: act.optional(),
      mode: mode.optional(),
      stance: stanceSort.optional().openapi({ description: "Those on which a stance of this kind rests" }),
      ...lineParameters,
    }),
    item: statementLine,
    find(store, query, page) {
      const { speaker, kind, act, mode, stance, words } = query;
      return store.findStatements(
        { ...given({ speaker, kind, act, mode, stance, words }), ...toLineFilter(query) },
        page,
      );
    },
    columns: ["speaker", "speakerId", "text", "kind", "act", "mode", "polarity", "when", "utterance", ...LINE_COLUMNS],
    toRow: (line) => ({
      ...toLineRow(line),
      ...{ speaker: nameOf(line.speaker), speakerId: line.speaker?.id ?? null, text: line.text, kind: line.kind },
      ...{ act: line.act, mode: line.mode, polarity: line.polarity, when: line.when, utterance: line.utteranceId },
    }),
  }),
  defineList({
    name: "stances",
    tag,
    summary: "Stances, the newest first",
    query: z.strictObject({
      holder: entity("whose stance it is"),
      issue: id.optional().openapi({ description: "Id of an issue" }),
      stance: stanceSort.optional(),
      ...lineParameters,
    }),
    item: stanceLine,
    find(store, query, page) {
      const own = given({ holder: query.holder, issueId: query.issue, stance: query.stance });
      return store.findStances({ ...own, ...toLineFilter(query) }, page);
    },
    columns: ["holder", "holderId", "stance", "target", "targetEntity", "strength", "statement", ...LINE_COLUMNS],
    toRow: (line) => ({
      ...toLineRow(line),
      ...{ holder: line.holder.name, holderId: line.holder.id, stance: line.stance, target: line.target.text },
      ...{ targetEntity: nameOf(line.target.entity), strength: line.strength, statement: line.statementKey },
    }),
  }),
  defineList({
    name: "events",
    tag,
    summary: "Events, the newest first",
    query: z.strictObject({
      entity: entity("who did it, or to whom it was done"),
      class: eventClass.optional(),
      ...lineParameters,
    }),
    item: eventLine,
    find(store, query, page) {
      const own = given({ entity: query.entity, class: query.class });
      return store.findEvents({ ...own, ...toLineFilter(query) }, page);
    },
    columns: ["class", "cameo", "actor", "recipient", "eventStatus", "when", "statement", ...LINE_COLUMNS],
    toRow: (line) => ({
      ...toLineRow(line),
      ...{ class: line.class, cameo: line.cameo, actor: nameOf(line.actor), recipient: nameOf(line.recipient) },
      ...{ eventStatus: line.eventStatus, when: line.when, statement: line.statementKey },
    }),
  }),
  defineList({
    name: "cases",
    tag,
    summary: "Legal cases as single reports tell them, the newest first",
    query: z.strictObject({ entity: entity("court or applicant"), stage: stage.optional(), ...lineParameters }),
    item: caseLine,
    find(store, query, page) {
      const own = given({ entity: query.entity, stage: query.stage });
      return store.findCases({ ...own, ...toLineFilter(query) }, page);
    },
    columns: ["kind", "court", "applicant", "stage", "standard", "respondents", ...LINE_COLUMNS],
    toRow: (line) => ({
      ...toLineRow(line),
      ...{ kind: line.kind, court: nameOf(line.court), applicant: nameOf(line.applicant), stage: line.stage },
      standard: line.standard,
      respondents: line.respondents
        .map(({ person, allegations }) => [person.name, ...(allegations.length > 0 ? [allegations.join(", ")] : [])])
        .map((parts) => parts.join(": "))
        .join("; "),
    }),
  }),
  defineList({
    name: "figures",
    tag,
    summary: "Figures, the newest first",
    query: z.strictObject({ source: entity("who gives it"), class: figureClass.optional(), ...lineParameters }),
    item: figureLine,
    find(store, query, page) {
      const own = given({ source: query.source, class: query.class });
      return store.findFigures({ ...own, ...toLineFilter(query) }, page);
    },
    columns: ["value", "bound", "what", "class", "source", "when", "where", ...LINE_COLUMNS],
    toRow: (line) => ({
      ...toLineRow(line),
      ...{ value: line.value, bound: line.bound, what: line.what, class: line.class, source: nameOf(line.source) },
      ...{ when: line.when, where: nameOf(line.where) },
    }),
  }),
];

function toLineRow({ score, status, key, report, quote }: RecordLine): Record<string, Cell> {
  const { id, outlet, publishedAt, url, title } = report;
  return { score, status, key, report: id, outlet, publishedAt, url, title, evidence: quote };
}

function nameOf(entity: EntityRef | null): string | null {
  return entity?.name ?? null;
}
