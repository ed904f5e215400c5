/** Judging, and taking it back. */
import { z } from "@hono/zod-openapi";
import { defineEndpoint } from "../endpoint.ts";
import { id } from "../lists/filters.ts";
import { judgement, newJudgement } from "../schemas/judgement-schemas.ts";

const change = { method: "post", tag: "Judgements", role: "reviewer", status: 201 } as const;

export const judgementEndpoints = [
  defineEndpoint({
    ...change,
    path: "/judgements",
    summary: "Judges a line, or an entity of the record",
    description: "Nothing is ever overwritten: a judgement is added, and the lines show what holds.",
    body: newJudgement,
    result: judgement,
    async handle({ body, person }, { store, progress, isOpen }) {
      const { by, ...made } = body;
      const judged = await store.judge({ ...made, by: isOpen ? (by ?? person.name) : person.name });
      progress.tell({ type: "judgement", data: judged });
      return judged;
    },
  }),
  defineEndpoint({
    ...change,
    path: "/judgements/{id}/undo",
    summary: "Takes a judgement back, by a judgement of its own",
    params: z.object({ id: id.openapi({ example: "j7" }) }),
    result: judgement,
    async handle({ params, person }, { store, progress }) {
      const undone = await store.undoJudgement(params.id, person.name);
      progress.tell({ type: "judgement", data: undone });
      return undone;
    },
  }),
];
