/** Stances of one holder by what they are on, in order of time, with the points where the holder turned. */
import type { StanceLine } from "../../record/index.ts";

export interface StanceTopic {
  /** What the stances are on, in the words of the newest. */
  target: string;
  lines: readonly StanceLine[];
  /** Indexes of lines whose stance differs from the one before. */
  turns: readonly number[];
}

/** @returns Those with turning points first, then those with the most stances; what is rejected is left out. */
export function groupStances(lines: readonly StanceLine[]): StanceTopic[] {
  const groups = new Map<string, StanceLine[]>();
  for (const line of lines) {
    if (line.status === "rejected") continue;
    const topic = line.target.entity?.id ?? foldTarget(line.target.text);
    const group = groups.get(topic);
    if (group === undefined) groups.set(topic, [line]);
    else group.push(line);
  }
  return [...groups.values()]
    .map((group) => {
      const ordered = [...group].sort((a, b) => dayOf(a).localeCompare(dayOf(b)));
      const turns = ordered.flatMap(({ stance }, index) =>
        index > 0 && ordered[index - 1].stance !== stance ? [index] : [],
      );
      return { target: ordered.at(-1)!.target.text, lines: ordered, turns };
    })
    .sort((a, b) => b.turns.length - a.turns.length || b.lines.length - a.lines.length);
}

/** Indexes of the lines that tell most of a topic: where the holder turned, from what, and the newest. */
export function chooseLines({ lines, turns }: StanceTopic, most: number): number[] {
  const told = new Set(turns.slice(-most).flatMap((index) => [index - 1, index]));
  for (let index = lines.length - 1; index >= 0 && told.size < most; index--) told.add(index);
  return [...told].sort((a, b) => a - b);
}

/** "The warrant" and "a warrant" are one matter. */
export function foldTarget(text: string): string {
  return text
    .toLowerCase()
    .replace(/^(the|a|an|this|that|any|its|his|her|their)\s+/, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** What has no date stands last. */
function dayOf({ report }: StanceLine): string {
  return report.publishedAt ?? "9999";
}
