import { describe, expect, it } from "vitest";
import type { EntityLine, HolderRole, StanceBoard } from "../../record/index.ts";
import { placeStates } from "./place-states.ts";

const entity = (id: string, kind: EntityLine["kind"], country: string | null): EntityLine => ({
  id,
  name: id,
  kind,
  country,
  reportCount: 1,
  statementCount: 0,
});

type Sided = [holder: EntityLine, stance: "supports" | "opposes" | null, role?: HolderRole];

function board(stances: Sided[]): StanceBoard {
  return {
    affairId: "a",
    issues: [{ id: "i1", affairId: "a", proposition: "p", words: null, stanceCount: 1 }],
    rows: stances.map(([{ id, name, kind, country }, current, role = null]) => ({
      holder: { id, name, kind },
      country,
      role,
      cells: [current && { current, since: null, count: 1, hasTurned: false, newestKey: "r/t1" }],
    })),
  };
}

describe("states by stance", () => {
  const minister = entity("minister", "person", "FR");
  const party = entity("party", "organisation", "FR");
  const state = entity("France", "state", "FR");
  const invented = entity("Veldria", "state", null);

  it("lets those of a country speak for it, and calls them mixed where they differ", () => {
    const { onMap } = placeStates(board([[minister, "supports"], [party, "opposes"]]), "i1", []); // biome-ignore format: a row
    expect(onMap).toEqual([
      expect.objectContaining({ name: "France", country: "FR", stance: "mixed", isDivided: true }),
    ]);
  });

  it("lets those who hold an office of a state speak for it, but not who once held it", () => {
    const person = (id: string) => entity(id, "person", null);
    const role = (title: string, of: EntityLine): HolderRole => ({ title, of, country: of.country });
    const rows: Sided[] = [
      [person("one"), "supports", role("foreign minister", state)],
      [person("two"), "opposes", role("former president", state)],
      [person("three"), "opposes", role("president", invented)],
    ];
    const { onMap, others, silent } = placeStates(board(rows), "i1", [state, invented]);
    expect(onMap).toEqual([expect.objectContaining({ name: "France", stance: "supports" })]);
    expect(others).toEqual([expect.objectContaining({ name: "Veldria", stance: "opposes" })]);
    expect(silent).toEqual([]);
  });

  it("puts a state's own stance first", () => {
    const { onMap } = placeStates(board([[minister, "supports"], [state, "opposes"]]), "i1", [state]); // biome-ignore format: a row
    expect(onMap).toEqual([expect.objectContaining({ stance: "opposes", isDivided: false })]);
  });

  it("keeps apart states that no map has, and those that are silent", () => {
    const silent = entity("Tesmark", "state", null);
    const placed = placeStates(board([[invented, "supports"], [entity("x", "person", null), "opposes"]]), "i1", [invented, silent]); // biome-ignore format: a row
    expect(placed.others.map(({ name }) => name)).toEqual(["Veldria"]);
    expect(placed.silent.map(({ name }) => name)).toEqual(["Tesmark"]);
    expect(placed.onMap).toEqual([]);
  });
});
