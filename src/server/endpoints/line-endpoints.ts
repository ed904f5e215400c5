/** Lines of the record: statements, stances, events, cases, figures; and utterances. */
import { z } from "@hono/zod-openapi";
import { defineEndpoint } from "../endpoint.ts";
import { Problem } from "../problem.ts";
import { utteranceGroup } from "../schemas/affair-schemas.ts";
import { paging, toPageSchema } from "../schemas/common-schemas.ts";
import { caseLine, eventLine, figureLine, stanceLine, statementLine } from "../schemas/line-schemas.ts";
import { act, eventClass, figureClass, mode, stage, stanceSort, statementKind } from "../schemas/reading-kinds.ts";
import { affair, given, id, lineParameters, toLineFilter, toPageOptions, words } from "./filters.ts";

const entity = (description: string) => id.optional().openapi({ description: `Id of the entity: ${description}` });

/** For each kind of line, the parameters of its list. */
export const lineQueries = {
  statements: z.strictObject({
    words,
    speaker: entity("who said it"),
    kind: statementKind.optional(),
    act: act.optional(),
    mode: mode.optional(),
    stance: stanceSort.optional().openapi({ description: "Those on which a stance of this kind rests" }),
    ...lineParameters,
  }),
  stances: z.strictObject({
    holder: entity("whose stance it is"),
    issue: id.optional().openapi({ description: "Id of an issue" }),
    stance: stanceSort.optional(),
    ...lineParameters,
  }),
  events: z.strictObject({
    entity: entity("who did it, or to whom it was done"),
    class: eventClass.optional(),
    ...lineParameters,
  }),
  cases: z.strictObject({ entity: entity("court or applicant"), stage: stage.optional(), ...lineParameters }),
  figures: z.strictObject({ source: entity("who gives it"), class: figureClass.optional(), ...lineParameters }),
};

const common = { method: "get", tag: "Lines of the record", role: "reader", isOfRecord: true } as const;

export const lineEndpoints = [
  defineEndpoint({
    ...common,
    path: "/statements",
    summary: "Statements, the newest first",
    query: lineQueries.statements,
    result: toPageSchema(statementLine),
    handle({ query }, { store }) {
      const { speaker, kind, act, mode, stance, words } = query;
      const own = given({ speaker, kind, act, mode, stance, words });
      return store.findStatements({ ...own, ...toLineFilter(query) }, toPageOptions(query));
    },
  }),
  defineEndpoint({
    ...common,
    path: "/stances",
    summary: "Stances, the newest first",
    query: lineQueries.stances,
    result: toPageSchema(stanceLine),
    handle({ query }, { store }) {
      const own = given({ holder: query.holder, issueId: query.issue, stance: query.stance });
      return store.findStances({ ...own, ...toLineFilter(query) }, toPageOptions(query));
    },
  }),
  defineEndpoint({
    ...common,
    path: "/events",
    summary: "Events, the newest first",
    query: lineQueries.events,
    result: toPageSchema(eventLine),
    handle({ query }, { store }) {
      const own = given({ entity: query.entity, class: query.class });
      return store.findEvents({ ...own, ...toLineFilter(query) }, toPageOptions(query));
    },
  }),
  defineEndpoint({
    ...common,
    path: "/cases",
    summary: "Legal cases as single reports tell them, the newest first",
    query: lineQueries.cases,
    result: toPageSchema(caseLine),
    handle({ query }, { store }) {
      const own = given({ entity: query.entity, stage: query.stage });
      return store.findCases({ ...own, ...toLineFilter(query) }, toPageOptions(query));
    },
  }),
  defineEndpoint({
    ...common,
    path: "/figures",
    summary: "Figures, the newest first",
    query: lineQueries.figures,
    result: toPageSchema(figureLine),
    handle({ query }, { store }) {
      const own = given({ source: query.source, class: query.class });
      return store.findFigures({ ...own, ...toLineFilter(query) }, toPageOptions(query));
    },
  }),
  defineEndpoint({
    ...common,
    path: "/utterances",
    summary: "Utterances that several reports have, the most widely reported first",
    query: z.strictObject({ affair, speaker: entity("who said it"), ...paging }),
    result: toPageSchema(utteranceGroup),
    handle({ query }, { store }) {
      return store.findUtterances(given({ affairId: query.affair, speaker: query.speaker }), toPageOptions(query));
    },
  }),
  defineEndpoint({
    ...common,
    path: "/utterances/{id}",
    summary: "One utterance in all its wordings",
    params: z.object({ id }),
    result: utteranceGroup,
    async handle({ params }, { store }) {
      const group = await store.getUtterance(params.id);
      if (group === undefined) throw new Problem("not_found", `There is no utterance ${params.id}.`);
      return group;
    },
  }),
];
