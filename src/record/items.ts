/** Items of a reading, whatever their kind, and how judgements hold to them. */
import type { Span } from "../language/index.ts";
import type { Reading } from "../reading/index.ts";
import { hashToHex } from "./hash-text.ts";
import type { Correction, JudgementAnchor } from "./judgement.ts";
import type { ItemKind } from "./record-line.ts";

/** Kinds that have rows of their own in the archive; entities are kept as appearances. */
export const LISTED_KINDS = ["statement", "stance", "event", "case", "figure", "designation"] as const;
export type ListedKind = (typeof LISTED_KINDS)[number];

type Found<Name extends keyof Reading> = Reading[Name] extends readonly (infer Item)[] ? Item : never;

/** An item with its kind; designations, which the reading does not number, are `d1`, `d2` … */
export type ReadItem =
  | { readonly kind: "statement"; readonly id: string; readonly item: Found<"statements"> }
  | { readonly kind: "stance"; readonly id: string; readonly item: Found<"stances"> }
  | { readonly kind: "event"; readonly id: string; readonly item: Found<"events"> }
  | { readonly kind: "case"; readonly id: string; readonly item: Found<"cases"> }
  | { readonly kind: "figure"; readonly id: string; readonly item: Found<"figures"> }
  | { readonly kind: "designation"; readonly id: string; readonly item: Found<"designations"> };

export function listItems(reading: Reading): ReadItem[] {
  return [
    ...reading.statements.map((item) => ({ kind: "statement", id: item.id, item }) as const),
    ...reading.stances.map((item) => ({ kind: "stance", id: item.id, item }) as const),
    ...reading.events.map((item) => ({ kind: "event", id: item.id, item }) as const),
    ...reading.cases.map((item) => ({ kind: "case", id: item.id, item }) as const),
    ...reading.figures.map((item) => ({ kind: "figure", id: item.id, item }) as const),
    ...reading.designations.map((item, index) => ({ kind: "designation", id: `d${index + 1}`, item }) as const),
  ];
}

/** The entity that an item is first of all about, and the second one, by their ids in the reading. */
export function getItemEntities({ kind, item }: ReadItem): { who: string | null; whom: string | null } {
  switch (kind) {
    case "statement":
      return { who: item.speaker, whom: item.addressee };
    case "stance":
      return { who: item.holder, whom: item.target.entity };
    case "event":
      return { who: item.actor, whom: item.recipient };
    case "case":
      return { who: item.court, whom: item.applicant };
    case "figure":
      return { who: item.source, whom: item.where };
    case "designation":
      return { who: item.of, whom: item.by[0] ?? null };
  }
}

/** What lists are filtered by: the act, stance, class or stage. */
export function getItemLabel({ kind, item }: ReadItem): string | null {
  switch (kind) {
    case "statement":
      return item.act;
    case "stance":
      return item.stance;
    case "event":
    case "figure":
      return item.class;
    case "case":
      return item.stage;
    case "designation":
      return item.as;
  }
}

/** The spans that say what an item is about, before its evidence in general. */
function getContentSpans(found: ReadItem): readonly Span[] {
  return found.kind === "statement" && found.item.content.length > 0 ? found.item.content : found.item.evidence;
}

/** @param text The report's text. */
export function makeAnchor(reportId: string, found: ReadItem, text: string): JudgementAnchor {
  const words = getContentSpans(found).map(({ start, end }) => text.slice(start, end));
  const hash = hashToHex(`${found.kind}|${words.join(" ").replace(/\s+/g, " ").toLowerCase()}`);
  return {
    reportId,
    kind: found.kind,
    evidence: getContentSpans(found).map(({ start, end }) => ({ start, end })),
    contentHash: hash,
  };
}

/** Share of an anchor's words that an item must cover, and the other way round, when a newer reader moved its borders. */
const MIN_OVERLAP = 0.6;

/**
 * The item that a judgement is about, in another reading of the same report: the one of equal content, or else the one of its
 * kind whose words overlap the most, if they do by more than half; undefined where no item fits.
 */
export function findAnchored(anchor: JudgementAnchor, items: readonly ReadItem[], text: string): ReadItem | undefined {
  let best: ReadItem | undefined;
  let bestOverlap = MIN_OVERLAP;
  for (const found of items) {
    if (found.kind !== anchor.kind) continue;
    const other = makeAnchor(anchor.reportId, found, text);
    const isEqual = other.contentHash === anchor.contentHash && overlap(anchor.evidence, other.evidence) > 0;
    const share = isEqual ? 1 + overlap(anchor.evidence, other.evidence) : overlap(anchor.evidence, other.evidence);
    if (share > bestOverlap || (best === undefined && share === bestOverlap)) {
      best = found;
      bestOverlap = share;
    }
  }
  return best;
}

/** Characters in both over characters in either. */
function overlap(one: readonly Span[], other: readonly Span[]): number {
  let shared = 0;
  for (const a of one) {
    for (const b of other) shared += Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  }
  const total = (spans: readonly Span[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const either = total(one) + total(other) - shared;
  return either === 0 ? 0 : shared / either;
}

const CORRECTABLE: Record<ItemKind, readonly (keyof Correction)[]> = {
  statement: ["speaker", "content", "cue", "sourceSpans", "act", "mode", "polarity", "when", "kind"],
  stance: ["holder", "stance", "strength", "target"],
  event: ["actor", "recipient", "class", "status", "when"],
  case: ["stage", "kind"],
  figure: ["value", "bound", "what", "class", "source", "when"],
  designation: ["name"],
  entity: ["name", "kind"],
};

/** Names what a correction sets that items of the kind do not have. */
export function findUncorrectable(kind: ItemKind, correction: Correction): string[] {
  const allowed: readonly string[] = CORRECTABLE[kind];
  return Object.keys(correction).filter((name) => !allowed.includes(name));
}

/**
 * An item as a correction has it. Entities are left as they were: the archive puts those of the record in their place.
 *
 * @param text The report's text, out of which a corrected content is read anew.
 */
export function applyCorrection(found: ReadItem, correction: Correction, text: string): ReadItem {
  const { speaker, holder, actor, recipient, source, sourceSpans, content, cue, target, name, ...plain } = correction;
  const item: Record<string, unknown> = { ...found.item, ...plain };
  if (found.kind === "statement") {
    if (content !== undefined) {
      item.content = content;
      item.text = content.map(({ start, end }) => text.slice(start, end)).join(" ");
    }
    if (cue !== undefined) item.cue = cue;
    if (sourceSpans !== undefined) item.source = sourceSpans;
    if (content !== undefined || cue !== undefined || sourceSpans !== undefined) {
      const all = [item.content, item.cue, item.source].flat() as Span[];
      item.evidence = [
        { start: Math.min(...all.map(({ start }) => start)), end: Math.max(...all.map(({ end }) => end)) },
      ];
    }
  }
  if (found.kind === "stance" && target !== undefined) item.target = { ...found.item.target, text: target };
  if (found.kind === "designation" && name !== undefined) item.as = name;
  return { ...found, item } as unknown as ReadItem;
}

/** The entity that a correction sets as the first or second; undefined where it leaves it. */
export function getCorrectedEntities(correction: Correction): { who?: string | null; whom?: string | null } {
  const who = correction.speaker ?? correction.holder ?? correction.actor ?? correction.source;
  const isEmptied = correction.speaker === null || correction.actor === null || correction.source === null;
  return {
    ...(who !== undefined && who !== null ? { who } : isEmptied ? { who: null } : {}),
    ...(correction.recipient !== undefined ? { whom: correction.recipient } : {}),
  };
}
