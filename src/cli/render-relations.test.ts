import { expect, it } from "vitest";
import { makeReading } from "../../tests/hand-made-reading.ts";
import { renderRelations } from "./render-relations.ts";
import { getStyle } from "./style.ts";

it("tells in one line how somebody stands to others", () => {
  const state = "state" as const;
  const reading = makeReading({ text: "Norland and Estaria." }, [
    { name: "Norland", kind: state },
    { name: "Estaria", kind: state },
    { name: "Basin Court", kind: "court" },
  ]);
  const evidence = [{ start: 0, end: 7 }];
  reading.relations.push(
    { id: "r1", kind: "ally", of: "e1", with: "e2", evidence, score: 0.8 },
    { id: "r2", kind: "non-member", of: "e1", with: "e3", evidence, score: 0.8 },
  );
  const lines = renderRelations({
    reading,
    width: 80,
    all: false,
    style: getStyle({ isTerminal: false, write: async () => {} }, {}),
  });
  expect(lines).toEqual(["", "Relations", "  Norland: ally of Estaria; not a member of Basin Court"]);
});
