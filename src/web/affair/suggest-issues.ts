/** Matters of an affair on which most take a side and of which no issue is made yet: to begin a stance board with. */
import type { Issue, StanceLine } from "../../record/index.ts";
import { foldTarget } from "../person/group-stances.ts";

export interface Suggestion {
  /** As the reports have it: "the warrant". */
  matter: string;
  /** How many take a side on it. */
  holderCount: number;
}

const MOST_CHARS = 60;

/** @returns The matter on which most take a side first; those on which only one does are left out. */
export function suggestIssues(
  stances: readonly Pick<StanceLine, "holder" | "target" | "status">[],
  issues: readonly Pick<Issue, "proposition" | "words">[],
  most = 8,
): Suggestion[] {
  const told = issues.map(({ proposition, words }) => `${proposition} ${words ?? ""}`.toLowerCase());
  const matters = new Map<string, { matter: string; holders: Set<string> }>();
  for (const { holder, target, status } of stances) {
    const folded = foldTarget(target.text);
    if (status === "rejected" || holder === null || folded === "" || target.text.length > MOST_CHARS) continue;
    if (told.some((words) => words.includes(folded))) continue;
    const own = matters.get(folded) ?? { matter: target.text.trim(), holders: new Set() };
    own.holders.add(holder.id);
    matters.set(folded, own);
  }
  return [...matters.values()]
    .map(({ matter, holders }) => ({ matter, holderCount: holders.size }))
    .filter(({ holderCount }) => holderCount > 1)
    .sort((one, other) => other.holderCount - one.holderCount)
    .slice(0, most);
}
