import { describe, expect, it } from "vitest";
import { read } from "../read.ts";

/** Relations as "who kind whom". */
function readRelations(text: string): string[] {
  const { entities, relations } = read({ text });
  const name = (id: string): string => entities.find((entity) => entity.id === id)?.name ?? "nobody";
  return relations.map(({ of, kind, with: other }) => `${name(of)} ${kind} ${name(other)}`);
}

describe("findRelations", () => {
  it.each([
    ["an appositive", "Norland, a close ally of Estaria, sent troops.", ["Norland ally Estaria"]],
    ["an owner", "Estaria is one of Norland's closest allies.", ["Estaria ally Norland"]],
    ["a noun before the name", "The Estaria ally Norland sent troops.", ["Norland ally Estaria"]],
    ["a member", "Jon Berg is a member of the Harbour Party.", ["Jon Berg member Harbour Party"]],
    ["several members", "Norland and Estaria are members of the Basin Council.", ["Norland member Basin Council", "Estaria member Basin Council"]],
    ["no member", "Norland is not a member of the Basin Court.", ["Norland non-member Basin Court"]],
    ["no signatory", "Norland is not a signatory of the Harbour Treaty.", ["Norland non-signatory Harbour Treaty"]],
    ["no party in a relative clause", "Norland, which is not a party to the Harbour Treaty, protested.", ["Norland non-signatory Harbour Treaty"]],
    ["a backer", "The Dawn Front, backed by Norland, took the town.", ["Norland backer Dawn Front"]],
    ["a backer in a compound", "Norland denied it. The Norland-backed Dawn Front took the town.", ["Norland backer Dawn Front"]],
  ])("reads %s", (_, text, relations) => {
    expect(readRelations(text)).toEqual(relations);
  }); // biome-ignore format: one text a line

  it.each([
    ["a wish", "Norland could become a member of the Basin Council."],
    ["the past", "Lena Marsk, a former member of the Harbour Party, spoke."],
    ["a part of what is named", "Lena Marsk, a member of the Harbour Party's board, spoke."],
    ["a quotation", "“Norland is an ally of Estaria,” said Lena Marsk."],
    ["somebody's party", "Lena Marsk is in Jon Berg's party."],
    ["nobody named", "He is a member of parliament."],
  ])("takes %s for none", (_, text) => {
    expect(readRelations(text)).toEqual([]);
  });
});
