/** Measures stances on reports with keys made by hand: which holders' stances are found, and how many are given in all. */
import { existsSync, readFileSync } from "node:fs";
import { read } from "../../src/reading/index.ts";
import type { Evaluation, Score } from "../evaluation.ts";
import { findKeyedReports } from "../reading/evaluate-reading.ts";
import { countStances, type KeyedStance } from "./count-stances.ts";

/** Names of the list of stances: in our own keys, and in the data's. */
interface StanceKey {
  stances?: KeyedStance[];
  positions?: KeyedStance[];
}

export const stancesEvaluation: Evaluation = {
  layer: "stances",
  evaluate({ dataFolder }) {
    const sums = new Map<string, { found: number; wanted: number; given: number }>();
    for (const { set, key, text } of findKeyedReports(dataFolder)) {
      const { stances, positions } = JSON.parse(readFileSync(key, "utf8")) as StanceKey;
      const wanted = stances ?? positions;
      if (wanted === undefined || !existsSync(text)) continue;
      const counts = countStances(wanted, read({ text: readFileSync(text, "utf8") }));
      const sum = sums.get(set) ?? { found: 0, wanted: 0, given: 0 };
      sum.found += counts.found;
      sum.wanted += counts.wanted;
      sum.given += counts.given;
      sums.set(set, sum);
    }
    return [...sums].sort().flatMap(([set, { found, wanted, given }]): Score[] => [
      { set, measure: "stances found, %", value: (100 * found) / wanted },
      { set, measure: "given for each keyed", value: given / wanted },
    ]);
  },
};
