/** The closed sets of words that readings use, out of the contract itself. */
import { z } from "@hono/zod-openapi";
import { loadReadingSchema } from "../../reading/index.ts";

const reading = (await loadReadingSchema()).shape;
const [entity, statement, stance, event, legalCase, figure] = [
  reading.entities.element.shape,
  reading.statements.element.shape,
  reading.stances.element.shape,
  reading.events.element.shape,
  reading.cases.element.shape,
  reading.figures.element.shape,
];

export const entityKind = z.enum(entity.kind.options);
export const statementKind = z.enum(statement.kind.options);
export const act = z.enum(statement.act.options);
export const mode = z.enum(statement.mode.options);
export const polarity = z.enum(statement.polarity.options);
export const stanceSort = z.enum(stance.stance.options);
export const eventClass = z.enum(event.class.options);
export const eventStatus = z.enum(event.status.options);
export const stage = z.enum(legalCase.stages.element.shape.stage.options);
export const bound = z.enum(figure.bound.options);
export const figureClass = z.enum(figure.class.options);
export const form = z.enum(reading.report.shape.form.options);

/** A reading, as the contract has it. */
export const readingSchema = z.object(reading).openapi("Reading");
export const readReport = z.object(reading.report.shape).openapi("ReadReport");
