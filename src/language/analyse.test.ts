import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse } from "./analyse.ts";

describe("analyse", () => {
  it("adds every layer", () => {
    const document = analyse("The minister didn't resign.");
    expect(document.tokens.map(({ text }) => text)).toEqual(["The", "minister", "did", "n't", "resign", "."]);
    expect(document.tags).toEqual(["DET", "NOUN", "AUX", "PART", "VERB", "PUNCT"]);
    expect(document.lemmas).toEqual(["the", "minister", "do", "not", "resign", "."]);
    expect(document.relations[1]).toBe("nsubj");
    expect([...document.heads]).toEqual([1, 4, 4, 4, -1, 4]);
    expect(document.names).toEqual([]);
  });

  it("takes any text, and gives the same twice", () => {
    const text = fc.array(
      fc.oneof(fc.string({ unit: "binary", maxLength: 20 }), fc.constantFrom("He said \ud800.", "\n\n", " ")),
    );
    fc.assert(
      fc.property(text, (parts) => {
        const document = analyse(parts.join(" "));
        const { length } = document.tokens;
        expect([document.tags.length, document.features.length, document.lemmas.length]).toEqual([
          length,
          length,
          length,
        ]);
        expect([document.heads.length, document.relations.length]).toEqual([length, length]);
        expect(analyse(parts.join(" "))).toEqual(document);
      }),
      { numRuns: 50 },
    );
  });
});
