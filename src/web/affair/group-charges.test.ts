import { expect, it } from "vitest";
import type { CaseLine } from "../../record/index.ts";
import { groupCharges } from "./group-charges.ts";

function line(key: string, charged: Record<string, string[]>): CaseLine {
  const respondents = Object.entries(charged).map(([id, allegations]) => ({
    person: { id, name: id, kind: "person" as const },
    allegations,
  }));
  return { key, respondents } as unknown as CaseLine;
}

const show = (lines: readonly CaseLine[]) =>
  groupCharges(lines).map(({ persons, charges, shared }) => [
    persons.map(({ name }) => name).join("+"),
    charges.map(({ name }) => name).join("+"),
    shared?.map(({ key }) => key).join("+") ?? null,
  ]);

it("puts together those who are charged with the same by the same reports", () => {
  expect(show([line("r/c1", { Orla: ["Theft", "fraud"], Ben: ["fraud", "theft "], Cato: ["arson"] })])).toEqual([
    ["Orla+Ben", "Theft+fraud", "r/c1"],
    ["Cato", "arson", "r/c1"],
  ]);
});

it("keeps apart what other reports tell, and says which tell it", () => {
  expect(show([line("r/c1", { Orla: ["theft", "fraud"], Ben: ["theft"] }), line("q/c1", { Orla: ["fraud"] })])).toEqual(
    [
      ["Orla", "fraud+theft", null],
      ["Ben", "theft", "r/c1"],
    ],
  );
});

it("has those of whom no charge is told in one row", () => {
  expect(show([line("r/c1", { Orla: [], Ben: [] })])).toEqual([["Orla+Ben", "", null]]);
});
