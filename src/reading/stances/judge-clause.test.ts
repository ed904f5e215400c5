import { describe, expect, it } from "vitest";
import { board } from "./board.ts";

describe("clauses that judge", () => {
  it.each([
    ["Ada Lorne said she did not think the toll was fair.", "Ada Lorne opposes the toll"],
    ["Mayor Tobin Askerow no longer believes that the toll is the right answer.", "Tobin Askerow opposes the toll"],
    ["“I don't think the plan is good for the town,” Ada Lorne said.", "Ada Lorne opposes the plan"],
    ["Ada Lorne said the text was weaker than she had hoped.", "Ada Lorne opposes the text"],
    ["Ada Lorne said the deal fell short of what was needed.", "Ada Lorne opposes the deal"],
    ["While welcoming the deal, Ada Lorne said it fell short.", "Ada Lorne mixed the deal"],
    ["Ada Lorne said the deal did not go far enough.", "Ada Lorne opposes the deal"],
    ["Ada Lorne said the sentence was too lenient.", "Ada Lorne opposes the sentence"],
    ["“The fine is far too small,” Ada Lorne said.", "Ada Lorne opposes The fine"],
    ["Ada Lorne predicted that the plan would fail.", "Ada Lorne opposes the plan"],
    ["Ada Lorne warned that the plan would fail.", "Ada Lorne opposes the plan"],
    ["Minister Ilse Varnholt said the ruling was a victory for patients.", "Ilse Varnholt supports the ruling"],
    ["Minister Ilse Varnholt called the vote a victory.", "Ilse Varnholt supports the vote"],
    ["“This law protects nobody,” Ada Lorne said.", "Ada Lorne opposes This law"],
    ["“The law protects children,” Ada Lorne said.", "Ada Lorne supports The law"],
    ["Environmental groups said the delay was an opportunity.", "Environmental groups supports the delay"],
    ["Ada Lorne said Minister Ilse Varnholt had misled parliament.", "Ada Lorne opposes Minister Ilse Varnholt"],
  ])("reads %s", (text, expected) => {
    expect(board(text)).toContain(expected);
  });
});
