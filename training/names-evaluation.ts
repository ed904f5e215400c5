/** Measures the names that the product finds against annotated sets. */
import type { Name } from "../src/language/document.ts";
import { findNames } from "../src/language/find-names.ts";
import { getCountryByAdjective, getCountryByName } from "../src/language/gazetteer.ts";
import type { Evaluation, Score } from "./evaluation.ts";
import { readGumNames, readPolnearNames, readTaggedSet } from "./names-corpora.ts";
import { respell, toDocument } from "./names-documents.ts";
import type { LabelledDocument } from "./names-labels.ts";

const SCORED = ["person", "organisation", "place"] as const;
type ScoredKind = (typeof SCORED)[number];

/**
 * The kind of a name when sets are compared: states are places, their adjectives and all other names are left out, as the
 * guidelines of most sets have it.
 */
function toScoredKind(kind: Name["kind"], text: string): ScoredKind | undefined {
  if (kind === "other") return undefined;
  if (kind !== "state") return kind;
  return getCountryByName(text) === undefined && getCountryByAdjective(text) !== undefined ? undefined : "place";
}

type Find = (document: ReturnType<typeof toDocument>) => readonly Name[];

/** F1 of exact spans with their kinds, over all and for each kind, in percent. */
export function scoreNames(set: string, documents: readonly LabelledDocument[], find: Find, suffix = ""): Score[] {
  const counts = new Map<string, { right: number; found: number; gold: number }>();
  for (const kind of ["all", ...SCORED]) counts.set(kind, { right: 0, found: 0, gold: 0 });
  for (const labelled of documents) {
    const document = toDocument(labelled.sentences);
    const gold = new Set<string>();
    for (const [s, { names, words }] of labelled.sentences.entries()) {
      for (const { start, end, kind } of names) {
        const scored = toScoredKind(kind, words.slice(start, end).join(" "));
        const base = document.sentences[s].startToken;
        if (scored !== undefined) gold.add(`${base + start} ${base + end} ${scored}`);
      }
    }
    const found = new Set<string>();
    for (const { start, end, startToken, endToken, kind } of find(document)) {
      const scored = toScoredKind(kind, document.text.slice(start, end));
      if (scored !== undefined) found.add(`${startToken} ${endToken} ${scored}`);
    }
    for (const [keys, field] of [
      [gold, "gold"],
      [found, "found"],
    ] as const) {
      for (const key of keys) {
        const kind = key.split(" ")[2];
        for (const name of ["all", kind]) {
          const count = counts.get(name)!;
          count[field]++;
          if (field === "found" && gold.has(key)) count.right++;
        }
      }
    }
  }
  return [...counts]
    .filter(([, { gold }]) => gold > 0)
    .map(([kind, { right, found, gold }]) => ({
      set,
      measure: `F1 ${kind}${suffix}`,
      value: (200 * right) / Math.max(1, found + gold),
    }));
}

/** The sets that are measured; none of them is trained on. */
export function readMeasuredSets(
  dataFolder: string,
  split: "dev" | "test",
): [name: string, documents: LabelledDocument[]][] {
  return [
    ["UNER-EWT", readTaggedSet(dataFolder, `uner-ewt-${split}`)],
    ["CrossNER politics", readTaggedSet(dataFolder, `crossner-politics-${split}`, 1)],
    [split === "dev" ? "GMB held out" : "GMB", readTaggedSet(dataFolder, `gmb-${split}`).filter(isHeldOut)],
    ["WikiNEuRal", readTaggedSet(dataFolder, `wikineural-${split}`, 1)],
    ["GUM news", readGumNames(dataFolder, split, new Set(["news", "interview"]))],
    ["GUM open genres", readGumNames(dataFolder, split)],
    ["PolNeAR as CoreNLP", readPolnearNames(dataFolder, split)],
  ];
}

/** Of the training file of GMB, every sixth group of sentences is kept for measuring. */
export function isHeldOut({ set, id }: LabelledDocument): boolean {
  return set !== "gmb-dev" || Math.floor(Number(id.split("-").at(-1)) / 12) % 6 === 5;
}

export const namesEvaluation: Evaluation = {
  layer: "names",
  evaluate({ dataFolder, split }) {
    return readMeasuredSets(dataFolder, split).flatMap(([set, documents]) => {
      const find: Find = (document) => findNames(document).names;
      const lower = documents.map((document) => respell(document, "lower"));
      return [...scoreNames(set, documents, find), ...scoreNames(set, lower, find, ", lower-cased")];
    });
  },
};
