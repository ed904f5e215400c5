import { describe, expect, it } from "vitest";
import { hashText } from "./restore-hash.ts";
import { addName, countBucket, createCandidates, hashEnding, Lexicon, type LexiconData } from "./restore-lexicon.ts";

const names = new Uint32Array(64);
addName(names, hashText("orla"));

/** "plan" is plan, plans or planned; stems in "-mmi" are names in "-mmy", or stay. */
const data: LexiconData = {
  rules: ["0", "0s", "0ned", "1y"],
  stems: { keys: Int32Array.of(hashText("plan")), first: Uint32Array.of(0, 3), rules: Uint16Array.of(0, 1, 2), classes: Uint8Array.of(5, 6, 7) },
  counts: Uint32Array.of(900, 300, 100),
  totals: Uint32Array.of(1300),
  capitals: new Uint8Array(3),
  formClusters: Uint8Array.of(1, 2, 3),
  clusters: Uint8Array.of(9),
  names,
  endings: { keys: Int32Array.of(hashEnding("tammi", 5, 3)), first: Uint32Array.of(0, 2), rules: Uint16Array.of(3, 0), classes: Uint8Array.of(8, 8) },
}; // biome-ignore format: two tables

function listForms(stem: string, without = -1): string[] {
  const lexicon = new Lexicon(data);
  const candidates = createCandidates();
  lexicon.fillCandidates(candidates, stem, 0, stem.length, hashText(stem), without);
  return Array.from(candidates.rules.subarray(0, candidates.count), (rule) => lexicon.makeForm(stem, rule));
}

describe("the lexicon", () => {
  it.each([
    ["plan", ["plan", "plans", "planned"]],
    ["lammi", ["lammy", "lammi"]],
    ["oslo", ["oslo"]],
  ])("gives the forms of %s", (stem, forms) => {
    expect(listForms(stem)).toEqual(forms);
  });

  it("leaves a form out that was seen once, where that once is the token itself", () => {
    const once = new Lexicon({ ...data, counts: Uint32Array.of(900, 300, 1) });
    const candidates = createCandidates();
    once.fillCandidates(candidates, "plan", 0, 4, hashText("plan"), 2);
    expect(Array.from(candidates.rules.subarray(0, candidates.count))).toEqual([0, 1]);
  });

  it("finds the rule of a form, and none for a form no rule makes", () => {
    const lexicon = new Lexicon(data);
    expect(lexicon.findRule("lammi", "lammy")).toBe(3);
    expect(lexicon.findRule("plan", "planless")).toBe(data.rules.length);
  });

  it("knows names by their hash", () => {
    const lexicon = new Lexicon(data);
    expect(lexicon.isName(hashText("orla"))).toBe(true);
    expect(lexicon.isName(hashText("plan"))).toBe(false);
  });
});

describe("countBucket", () => {
  it("never falls, and grows by four with each doubling", () => {
    for (let count = 1; count < 5000; count++)
      expect(countBucket(count)).toBeGreaterThanOrEqual(countBucket(count - 1));
    expect(countBucket(4096) - countBucket(2048)).toBe(4);
  });
});
