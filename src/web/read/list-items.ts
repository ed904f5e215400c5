/** A reading as the margin shows it: one item a line of the record, in the order of its words. */
import type { Reading } from "../../reading/index.ts";

export interface Span {
  start: number;
  end: number;
}

type Lists = {
  statement: Reading["statements"][number];
  stance: Reading["stances"][number];
  event: Reading["events"][number];
  case: Reading["cases"][number];
  figure: Reading["figures"][number];
  designation: Reading["designations"][number];
  relation: Reading["relations"][number];
  tone: Reading["tones"][number];
  entity: Reading["entities"][number];
};

export type ItemKind = keyof Lists;

/** A line of the record with the words that it lights. */
export type Item = {
  [Kind in ItemKind]: {
    kind: Kind;
    /** Its id in the reading; designations have none there and are counted: `d1`. */
    id: string;
    line: Lists[Kind];
    /** The entity whose hue it wears: speaker, holder, actor, source. */
    owner: string | null;
    /** What it lights, in text order, never empty. */
    spans: Span[];
    score: number;
    isUncertain: boolean;
  };
}[ItemKind];

/** Lines below it are marked as uncertain. */
export const EVEN_ODDS = 0.5;

export const KIND_NAMES: Record<ItemKind, { one: string; many: string }> = {
  statement: { one: "Statement", many: "Statements" },
  stance: { one: "Stance", many: "Stances" },
  event: { one: "Event", many: "Events" },
  case: { one: "Case", many: "Cases" },
  figure: { one: "Figure", many: "Figures" },
  designation: { one: "Designation", many: "Designations" },
  relation: { one: "Relation", many: "Relations" },
  tone: { one: "Tone", many: "Tones" },
  entity: { one: "Name", many: "Names" },
};

/** Kinds that a person can accept or reject. */
export function canBeJudged(kind: ItemKind): boolean {
  return kind !== "entity" && kind !== "relation" && kind !== "tone";
}

/** @returns The lines of the record in text order; of those that begin at the same place, the longer first. */
export function listItems(reading: Reading): Item[] {
  const items: Item[] = [
    ...reading.statements.map((line) => toItem("statement", line.id, line, line.speaker, line.content)),
    ...reading.stances.map((line) => toItem("stance", line.id, line, line.holder, line.evidence)),
    ...reading.events.map((line) => toItem("event", line.id, line, line.actor, line.evidence)),
    ...reading.cases.map((line) => toItem("case", line.id, line, line.court, line.evidence)),
    ...reading.figures.map((line) => toItem("figure", line.id, line, line.source, line.evidence)),
    ...reading.designations.map((line, index) => toItem("designation", `d${index + 1}`, line, line.of, line.evidence)),
    ...reading.relations.map((line) => toItem("relation", line.id, line, line.of, line.evidence)),
    ...reading.tones.map((line) => toItem("tone", line.id, line, line.by, line.evidence)),
  ];
  return items.sort(compareItems);
}

/** @returns Everybody and everything that is named, in text order, with all places that mean them: more than lines, and no lines. */
export function listNames(reading: Reading): Item[] {
  return reading.entities
    .filter(({ mentions }) => mentions.length > 0)
    .map((line): Item => {
      const spans = line.mentions.map(({ start, end }) => ({ start, end })).sort((a, b) => a.start - b.start);
      return { kind: "entity", id: line.id, line, owner: line.id, spans, score: 1, isUncertain: false };
    })
    .sort(compareItems);
}

function compareItems(a: Item, b: Item): number {
  return firstOf(a) - firstOf(b) || lastOf(b) - lastOf(a) || compareIds(a.id, b.id);
}

function toItem<Kind extends Exclude<ItemKind, "entity">>(
  kind: Kind,
  id: string,
  line: Lists[Kind],
  owner: string | null,
  spans: readonly Span[],
): Item {
  const wanted = spans.length > 0 ? spans : line.evidence;
  const ordered = [...wanted].sort((a, b) => a.start - b.start);
  return { kind, id, line, owner, spans: ordered, score: line.score, isUncertain: line.score < EVEN_ODDS } as Item;
}

const firstOf = ({ spans }: Item): number => spans[0]?.start ?? 0;
const lastOf = ({ spans }: Item): number => spans.at(-1)?.end ?? 0;
const compareIds = (a: string, b: string): number => a.localeCompare(b, "en", { numeric: true });

/** The item that a click at `offset` means: of those whose words are there, the one with the fewest. */
export function findItemAt(items: readonly Item[], offset: number): Item | undefined {
  let best: Item | undefined;
  let bestLength = Number.POSITIVE_INFINITY;
  for (const item of items) {
    const span = item.spans.find(({ start, end }) => start <= offset && offset < end);
    if (span === undefined || span.end - span.start >= bestLength) continue;
    best = item;
    bestLength = span.end - span.start;
  }
  return best;
}

/** The number of hues that the style sheets know; speakers beyond share the neutral one, 0. */
export const HUES = 8;

/** Gives each entity that owns statements a hue, 1 to {@link HUES}, in the order in which they first speak; 0 for all others. */
export function assignHues(items: readonly Item[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, owner } of items)
    if (owner !== null && kind === "statement") counts.set(owner, (counts.get(owner) ?? 0) + 1);
  const most = [...counts.entries()].sort((a, b) => b[1] - a[1]).slice(0, HUES);
  const chosen = new Set(most.map(([owner]) => owner));
  const hues = new Map<string, number>();
  for (const owner of counts.keys())
    hues.set(owner, chosen.has(owner) ? [...hues.values()].filter(Boolean).length + 1 : 0);
  return hues;
}
