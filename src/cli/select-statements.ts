import type { Reading } from "../reading/index.ts";

/**
 * Leaves out the statements below a score.
 *
 * Nothing is left that refers to a statement left out: such a reference becomes `null`.
 */
export function selectStatements(reading: Reading, minScore: number): Reading {
  const kept = new Set(reading.statements.filter(({ score }) => score >= minScore).map(({ id }) => id));
  if (kept.size === reading.statements.length) return reading;
  const known = (id: string | null) => (id !== null && kept.has(id) ? id : null);
  return {
    ...reading,
    statements: reading.statements
      .filter(({ id }) => kept.has(id))
      .map((statement) => ({ ...statement, repeats: known(statement.repeats) })),
    stances: reading.stances.map((stance) => ({ ...stance, statement: known(stance.statement) })),
    events: reading.events.map((event) => ({ ...event, statement: known(event.statement) })),
    figures: reading.figures.map((figure) => ({ ...figure, statement: known(figure.statement) })),
  };
}
