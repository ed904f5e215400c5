import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TAGS, type Tag, type TaggedDocument } from "./document.ts";
import { parse } from "./parse.ts";

type Word = readonly [text: string, tag: Tag, features?: string];

function tagged(lines: readonly (readonly Word[])[]): TaggedDocument {
  let text = "";
  const tokens = lines.flat().map(([word]) => {
    const start = text.length;
    text += `${word} `;
    return { text: word, start, end: start + word.length };
  });
  let startToken = 0;
  return {
    text,
    tokens,
    sentences: lines.map((line) => {
      const endToken = startToken + line.length;
      const span = {
        startToken,
        endToken,
        start: tokens[startToken]?.start ?? 0,
        end: tokens[endToken - 1]?.end ?? 0,
      };
      startToken = endToken;
      return span;
    }),
    tags: lines.flat().map(([, tag]) => tag),
    features: lines.flat().map(([, , features]) => features ?? "_"),
    lemmas: lines.flat().map(([word]) => word.toLowerCase()),
  };
}

/** The words of a line: `word/TAG/Feature=Value word/TAG`. */
function read(line: string): Word[] {
  return line.split(" ").map((item) => item.split("/") as unknown as Word);
}

describe("parse", () => {
  it("finds subject and object", () => {
    const document = tagged([
      read(
        "The/DET/Definite=Def|PronType=Art minister/NOUN/Number=Sing denied/VERB/Mood=Ind|Tense=Past|VerbForm=Fin the/DET/Definite=Def|PronType=Art report/NOUN/Number=Sing ./PUNCT",
      ),
    ]);
    const { heads, relations } = parse(document);
    expect([...heads]).toEqual([1, 2, -1, 4, 2, 2]);
    expect(relations).toEqual(["det", "nsubj", "root", "det", "obj", "punct"]);
  });

  it("counts heads from the start of the document", () => {
    const document = tagged([
      read("She/PRON/Case=Nom|Number=Sing|Person=3|PronType=Prs left/VERB/Mood=Ind|Tense=Past|VerbForm=Fin ./PUNCT"),
      read("He/PRON/Case=Nom|Number=Sing|Person=3|PronType=Prs stayed/VERB/Mood=Ind|Tense=Past|VerbForm=Fin ./PUNCT"),
    ]);
    expect([...parse(document).heads]).toEqual([1, -1, 1, 4, -1, 4]);
  });

  it("keeps the other layers", () => {
    const document = tagged([read("She/PRON left/VERB")]);
    expect(parse(document)).toMatchObject({ ...document });
  });

  it("gives a document without words no heads", () => {
    const { heads, relations } = parse(tagged([]));
    expect([heads.length, relations]).toEqual([0, []]);
  });

  it("gives every sentence of any text one tree, the same each time", () => {
    const word = fc.tuple(fc.string({ minLength: 1, unit: "binary" }), fc.constantFrom(...TAGS));
    fc.assert(
      fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 40 }), { maxLength: 4 }), (lines) => {
        const document = tagged(lines);
        const { heads, relations } = parse(document);
        expect(relations).toHaveLength(document.tokens.length);
        for (const { startToken, endToken } of document.sentences) expectTree(heads, relations, startToken, endToken);
        expect(parse(document)).toEqual({ ...document, heads, relations });
      }),
    );
  });

  it("draws the tree of a sentence of 10,000 words", () => {
    const random = Array.from({ length: 10_000 }, (_, i): [string, Tag] => [`w${i % 97}`, TAGS[(i * i) % 17]]);
    const { heads, relations } = parse(tagged([random]));
    expectTree(heads, relations, 0, 10_000);
  });
});

function expectTree(heads: Int32Array, relations: readonly string[], startToken: number, endToken: number): void {
  let roots = 0;
  const reached = new Set<number>();
  for (let token = startToken; token < endToken; token++) {
    if (heads[token] === -1) roots++;
    expect(relations[token] === "root").toBe(heads[token] === -1);
    const path: number[] = [];
    let at = token;
    while (at !== -1 && !reached.has(at)) {
      path.push(at);
      expect(path.length).toBeLessThanOrEqual(endToken - startToken);
      at = heads[at];
      expect(at === -1 || (at >= startToken && at < endToken)).toBe(true);
    }
    for (const passed of path) reached.add(passed);
  }
  expect(roots).toBe(1);
}
