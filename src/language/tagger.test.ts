import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Document } from "./document.ts";
import { LanguageError } from "./errors.ts";
import { readModelFile, writeModelFile } from "./model-file.ts";
import { TAGGER_MODEL, Tagger, tag } from "./tagger.ts";
import { getWordFacts } from "./word-facts.ts";

/** A document of sentences whose words are separated by single spaces. */
function toDocument(...lines: string[]): Document {
  let start = 0;
  const tokens = [];
  const sentences = [];
  for (const line of lines) {
    const startToken = tokens.length;
    const sentenceStart = start;
    for (const text of line.split(" ").filter((word) => word !== "")) {
      tokens.push({ start, end: start + text.length, text });
      start += text.length + 1;
    }
    sentences.push({ start: sentenceStart, end: start - 1, startToken, endToken: tokens.length });
  }
  return { text: lines.join(" "), tokens, sentences };
}

describe("tag", () => {
  it.each([
    ["The council rejected the plan .", "DET NOUN VERB DET NOUN PUNCT", "the council reject the plan ."],
    ["the farmers rejected the plan .", "DET NOUN VERB DET NOUN PUNCT", "the farmer reject the plan ."],
    ["She has not spoken to them .", "PRON AUX PART VERB ADP PRON PUNCT", "she have not speak to they ."],
    ["They were told that nobody knew .", "PRON AUX VERB SCONJ PRON VERB PUNCT", "they be tell that nobody know ."],
  ])("reads %s", (line, tags, lemmas) => {
    const document = tag(toDocument(line));
    expect(document.tags.join(" ")).toBe(tags);
    expect(document.lemmas.join(" ")).toBe(lemmas);
  });

  it("tells apart past tense and participle by features", () => {
    const { features } = tag(toDocument("The minister resigned .", "He was killed by a car ."));
    expect(features[2]).toBe("Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin");
    expect(features[6]).toBe("Tense=Past|VerbForm=Part|Voice=Pass");
  });

  it("gives empty layers for a text without words", () => {
    expect(tag({ text: " ", tokens: [], sentences: [] })).toMatchObject({ tags: [], features: [], lemmas: [] });
  });

  it("gives every word of any text a tag, features and a lemma, the same twice", () => {
    const word = fc.oneof(
      fc.constantFrom("the", "The", "said", "'s", "n't", "\ud800", "1,200", "…", "U.N.", "ÉTAT", "İ", "’s"),
      fc.string({ unit: "binary", minLength: 1, maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 12 }), { maxLength: 4 }), (sentences) => {
        const document = toDocument(
          ...sentences.map((words) => words.map((text) => text.replace(/ /g, "_")).join(" ")),
        );
        const first = tag(document);
        for (const layer of [first.tags, first.features, first.lemmas]) {
          expect(layer.length).toBe(document.tokens.length);
          expect(layer.every((value) => typeof value === "string" && value !== "")).toBe(true);
        }
        expect(tag({ ...document, tokens: [...document.tokens] })).toEqual(first);
      }),
      { numRuns: 60 },
    );
  });

  it("refuses a damaged model", () => {
    const bytes = new Uint8Array(readFileSync("models/tagger.bin"));
    for (const at of [20, 5000, bytes.length >> 1, bytes.length - 9]) {
      const damaged = bytes.slice();
      damaged[at] ^= 0x10;
      expect(() => readModelFile(damaged, TAGGER_MODEL)).toThrow(LanguageError);
    }
  });

  it("refuses a model whose parts do not fit", () => {
    const file = readModelFile(new Uint8Array(readFileSync("models/tagger.bin")), TAGGER_MODEL);
    const settings = { ...(file.settings as object), labels: ["NOUN/NN"] };
    expect(() => new Tagger({ ...file, settings }, getWordFacts())).toThrow(LanguageError);
    const empty = readModelFile(writeModelFile({ ...TAGGER_MODEL, settings, sections: {} }), TAGGER_MODEL);
    expect(() => new Tagger(empty, getWordFacts())).toThrow(LanguageError);
  });
});
