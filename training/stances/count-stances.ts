/** Counts the stances of a reading that a key made by hand holds. */
import type { Reading } from "../../src/reading/index.ts";
import { isSameName } from "../reading/score-reading.ts";

export interface KeyedStance {
  /** Names that are all right for the holder. */
  readonly holder: string | readonly string[];
  readonly stance: string;
  /** Costs nothing where it is missing. */
  readonly optional?: boolean;
}

export interface StanceCounts {
  found: number;
  wanted: number;
  given: number;
}

/** A stance is found where holder and side are those of the key; each counts once. Targets are not compared. */
export function countStances(key: readonly KeyedStance[], { stances, entities }: Reading): StanceCounts {
  const nameOf = new Map(entities.map(({ id, name }) => [id, name]));
  const wanted = key.filter(({ optional }) => optional !== true);
  const used = new Set<string>();
  for (const { holder, stance } of wanted) {
    const match = stances.find(
      (given) =>
        !used.has(given.id) &&
        given.stance === stance &&
        [holder].flat().some((name) => isSameName(name, nameOf.get(given.holder))),
    );
    if (match !== undefined) used.add(match.id);
  }
  return { found: used.size, wanted: wanted.length, given: stances.length };
}
