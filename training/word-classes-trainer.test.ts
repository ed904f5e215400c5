import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashText } from "../src/language/feature-buffer.ts";
import { readModelFile, writeModelFile } from "../src/language/model-file.ts";
import { CASE_HABITS, unpackWordEntry, WORD_CLASSES_MODEL, WordClasses } from "../src/language/word-classes.ts";
import { createRandom } from "./random.ts";
import { learnWordClasses } from "./word-classes-trainer.ts";

const NAMES = ["Norring", "Selby", "Harrow", "Tamsin", "Orla"];
const VERBS = ["praised", "blamed", "thanked", "answered", "warned"];
const NOUNS = ["council", "harbour", "treaty", "vote", "budget"];

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "word-classes-"));
  mkdirSync(join(folder, "text"));
  const random = createRandom(3);
  const pick = (words: string[]): string => words[Math.floor(random() * words.length)];
  const sentence = (): string => `Yesterday old ${pick(NAMES)} ${pick(VERBS)} the ${pick(NOUNS)} again.`;
  const records = Array.from({ length: 80 }, () => ({ text: `${sentence()} ${sentence()}\n\n${sentence()}` }));
  const lines = records.map((record) => JSON.stringify(record)).join("\n");
  writeFileSync(join(folder, "text/bbc-news-2004-2005.jsonl.gz"), gzipSync(lines));
});

afterAll(() => rmSync(folder, { recursive: true }));

const learn = (): Uint8Array =>
  writeModelFile(learnWordClasses(folder, { contextWords: 50, levels: [6, 3, 2], rounds: 20 }, () => {}).content);

describe("word classes", () => {
  it("put words together that stand in the same places", () => {
    const classes = new WordClasses(readModelFile(learn(), WORD_CLASSES_MODEL));
    const classOf = (word: string): number => unpackWordEntry(classes.find(hashText(word.toLowerCase()))).wordClass;
    for (const group of [NAMES, VERBS, NOUNS]) expect(new Set(group.map(classOf)).size).toBe(1);
    expect(new Set([NAMES[0], VERBS[0], NOUNS[0]].map(classOf)).size).toBe(3);
    expect(classOf("unheard")).toBe(0);
    const { caseHabit } = unpackWordEntry(classes.find(hashText("norring")));
    expect(CASE_HABITS[caseHabit]).toBe("initial");
  });

  it("are the same byte for byte when learnt again", () => {
    expect(learn()).toEqual(learn());
  });
});
