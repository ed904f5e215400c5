import { describe, expect, it } from "vitest";
import { readModelFile, writeModelFile } from "../src/language/model-file.ts";
import { TAGGER_MODEL, Tagger } from "../src/language/tagger.ts";
import { getWordFacts } from "../src/language/word-facts.ts";
import { createRandom } from "./random.ts";
import { learnTagger } from "./tagger-trainer.ts";
import { type TreebankSentence, type TreebankWord, toGoldDocument } from "./treebank.ts";

/** Form, lemma, tag, Penn tag and features. */
const WORDS = {
  determiner: ["the the DET DT Definite=Def|PronType=Art", "a a DET DT Definite=Ind|PronType=Art"],
  noun: [
    "council council NOUN NN Number=Sing",
    "harbours harbour NOUN NNS Number=Plur",
    "plan plan NOUN NN Number=Sing",
  ],
  name: ["Norring Norring PROPN NNP Number=Sing", "Selby Selby PROPN NNP Number=Sing"],
  verb: ["rejected reject VERB VBD Tense=Past|VerbForm=Fin", "plans plan VERB VBZ Tense=Pres|VerbForm=Fin"],
  mark: [". . PUNCT . _", '" " PUNCT `` _'],
};

function makeSentences(count: number): TreebankSentence[] {
  const random = createRandom(5);
  const pick = (kind: keyof typeof WORDS): TreebankWord => {
    const [form, lemma, tag, pennTag, features] = WORDS[kind][Math.floor(random() * WORDS[kind].length)].split(" ");
    return {
      form,
      lemma,
      tag: tag as TreebankWord["tag"],
      pennTag,
      features,
      head: 0,
      relation: "root",
      spaceAfter: true,
    };
  };
  const orders = [
    ["determiner", "noun", "verb", "name", "mark"],
    ["name", "verb", "determiner", "noun", "mark"],
  ] as const;
  return Array.from({ length: count }, (_, i) => ({ documentId: "", words: orders[i % 2].map(pick) }));
}

const learn = () =>
  learnTagger(
    makeSentences(120),
    (onSentence) => onSentence(["Yesterday", "Orla", "rejected", "the", "plan", "."]),
    getWordFacts(),
    { tags: { epochs: 3 }, morphology: { epochs: 3 } },
    () => {},
  );

describe("a tagger learnt from a few sentences", () => {
  it("reads such sentences", () => {
    const tagger = new Tagger(readModelFile(writeModelFile(learn()), TAGGER_MODEL), getWordFacts());
    const gold = toGoldDocument(makeSentences(20));
    const { tags, features, lemmas } = tagger.tag(gold);
    expect({ tags, features, lemmas }).toEqual({ tags: gold.tags, features: gold.features, lemmas: gold.lemmas });
  });

  it("is the same byte for byte when learnt again", () => {
    expect(writeModelFile(learn())).toEqual(writeModelFile(learn()));
  });
});
