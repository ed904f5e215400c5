import { describe, expect, it } from "vitest";
import type { Tag } from "../src/language/document.ts";
import { parseWith } from "../src/language/parse.ts";
import { TreeSearch } from "../src/language/parse-search.ts";
import { Learner, listRelations, tabulateRelations, toExamples } from "./parser-learning.ts";
import { type TreeSentence, toTaggedDocument } from "./parser-treebank.ts";

/** A sentence of `word/TAG/head/relation`. */
function read(line: string): TreeSentence {
  const rows = line.split(" ").map((item) => item.split("/"));
  return {
    document: "",
    words: rows.map(([word]) => word),
    tags: rows.map(([, tag]) => tag as Tag),
    features: rows.map(() => "_"),
    lemmas: rows.map(([word]) => word),
    heads: rows.map(([, , head]) => Number(head)),
    relations: rows.map(([, , , relation]) => relation),
  };
}

const NOUNS = ["clerk", "judge", "baker", "nurse"];
const sentences = NOUNS.flatMap((one) =>
  NOUNS.flatMap((other) => [
    read(`the/DET/2/det ${one}/NOUN/3/nsubj met/VERB/0/root the/DET/5/det ${other}/NOUN/3/obj ./PUNCT/3/punct`),
    read(`${one}/NOUN/2/nsubj spoke/VERB/0/root with/ADP/4/case ${other}/NOUN/2/obl`),
    read(`${one}/NOUN/2/nsubj gave/VERB/0/root ${other}/NOUN/2/iobj bread/NOUN/2/obj`),
  ]),
);

const relations = listRelations(sentences);
const examples = toExamples(sentences, relations);
const table = tabulateRelations(examples, relations);

function learn(): Learner {
  const options = { epochs: 6, seed: 1, moveBits: 14, labelBits: 12, width: 4, progress: () => {} };
  const learner = new Learner(table, options);
  learner.learn(examples);
  return learner;
}

describe("Learner", () => {
  it("learns the trees of a small language, and the same weights each time", () => {
    const { scorer, steps } = learn();
    const again = learn();
    expect(again.scorer.moveWeights.pack(12, again.steps)).toEqual(scorer.moveWeights.pack(12, steps));
    expect(again.scorer.labelWeights.pack(again.steps)).toEqual(scorer.labelWeights.pack(steps));
    // Without limits, as in learning: those of the package's search are in units of its own model.
    const search = new TreeSearch(scorer, 4, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, false);
    const document = parseWith(search, relations, toTaggedDocument(sentences));
    for (const [index, { startToken, endToken }] of document.sentences.entries()) {
      const heads = [...document.heads.subarray(startToken, endToken)];
      expect(heads.map((head) => (head < 0 ? 0 : head - startToken + 1))).toEqual(sentences[index].heads);
      expect(document.relations.slice(startToken, endToken)).toEqual(sentences[index].relations);
    }
  });
});
