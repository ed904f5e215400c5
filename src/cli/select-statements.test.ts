import { expect, it } from "vitest";
import { makeReading } from "../../tests/hand-made-reading.ts";
import { readingSchema } from "../reading/schema.ts";
import { selectStatements } from "./select-statements.ts";

it("leaves nothing that refers to a statement left out", () => {
  const reading = makeReading(
    { text: "One. Two." },
    [{ name: "Ada" }],
    [
      { content: ["One"], score: 0.2 },
      { content: ["Two"], score: 0.8, repeats: "s1" },
    ],
  );
  const evidence = [{ start: 0, end: 1 }];
  const rest = { evidence, score: 0.5, statement: "s1" };
  reading.figures.push({
    id: "f1",
    value: 1,
    bound: "exactly",
    what: "x",
    class: "count",
    source: null,
    when: null,
    where: null,
    ...rest,
  });
  const selected = selectStatements(reading, 0.5);
  expect(readingSchema.parse(selected).statements).toMatchObject([{ id: "s2", repeats: null }]);
  expect(selected.figures[0].statement).toBeNull();
  expect(selectStatements(reading, 0.1)).toBe(reading);
});
