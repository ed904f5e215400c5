import { describe, expect, it } from "vitest";
import { mendRelations } from "./mend-relations.ts";

/** Relations after mending, of "V X P N" with the noun's head and relation given. */
function mend(head: number, relation: string, isClause = false): string {
  const relations = ["root", "obj", "case", relation, isClause ? "nsubj" : "punct"];
  mendRelations(["VERB", "NOUN", "ADP", "NOUN", "PRON"], Int32Array.from([-1, 0, 3, head, 3]), relations);
  return relations[3];
}

describe("mendRelations", () => {
  it("makes a noun with a preposition an oblique of a verb and a modifier of a noun", () => {
    expect([mend(0, "parataxis"), mend(0, "nmod"), mend(1, "list"), mend(1, "obl")]).toEqual([
      "obl",
      "obl",
      "nmod",
      "nmod",
    ]);
  });

  it("leaves clauses and what may have a preposition", () => {
    expect([mend(0, "advcl", true), mend(0, "conj"), mend(1, "appos")]).toEqual(["advcl", "conj", "appos"]);
  });
});
