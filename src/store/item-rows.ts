/** From items of a reading to rows of the archive and back. */

import type { Reading } from "../reading/index.ts";
import { getItemEntities, getItemLabel, type LineStatus, listItems, type ReadItem } from "../record/index.ts";
import type { LinkedEntity } from "./link-entities.ts";
import { toRowNumber } from "./row-numbers.ts";
import type { ItemTable } from "./tables.ts";

export interface RowPlace {
  readonly reportNr: number;
  readonly day: number;
  readonly isCopy: boolean;
  /** The first of the numbers taken for the rows. */
  readonly first: number;
  /** Whether the items are new to the archive, and not those of a report read again. */
  readonly isNew: boolean;
}

export function toItemRows(reading: Reading, linked: ReadonlyMap<string, LinkedEntity>, place: RowPlace): ItemTable[] {
  return listItems(reading).map((found, index) => {
    const { who, whom } = getItemEntities(found);
    const count = place.first + index;
    return {
      nr: toRowNumber(place.day, count),
      seq: place.isNew ? count : 0,
      report_nr: place.reportNr,
      local_id: found.id,
      kind: found.kind,
      ...toColumns(found),
      who: who === null ? null : (linked.get(who)?.entity ?? null),
      whom: whom === null ? null : (linked.get(whom)?.entity ?? null),
      status: "unjudged" satisfies LineStatus,
      is_copy: place.isCopy ? 1 : 0,
      utterance: null,
    };
  });
}

/** The columns that follow from the item alone. */
export function toColumns(found: ReadItem): Pick<ItemTable, "sort" | "label" | "mode" | "score" | "data"> {
  const { kind, item } = found;
  return {
    sort: kind === "statement" ? item.kind : kind === "event" ? item.status : null,
    label: getItemLabel(found),
    // Stances keep here the statement that they rest on.
    mode: kind === "statement" ? item.mode : kind === "stance" ? item.statement : null,
    score: item.score,
    data: JSON.stringify(item),
  };
}

export function fromItemRow(row: Pick<ItemTable, "kind" | "local_id" | "data">): ReadItem {
  return { kind: row.kind, id: row.local_id, item: JSON.parse(row.data) } as ReadItem;
}
