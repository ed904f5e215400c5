/** Where states stand on an issue: by themselves, or by those of their country who speak. */
import type { EntityLine, EntityRef, StanceBoard, StanceBoardCell } from "../../record/index.ts";
import type { StanceName } from "../lines/stance-shapes.ts";

export interface PlacedState {
  name: string;
  /** ISO 3166-1 alpha-2; null where the record knows none. */
  country: string | null;
  stance: StanceName;
  /** Whether those who speak for it stand apart. */
  isDivided: boolean;
  holders: readonly EntityRef[];
}

export interface PlacedStates {
  onMap: PlacedState[];
  others: PlacedState[];
  /** States that the affair's reports name and that take no side. */
  silent: EntityRef[];
}

/**
 * A state's own stance goes before those of people and bodies of its country; where these differ, it is "mixed".
 *
 * @param entities Of the affair, for their countries.
 */
export function placeStates(board: StanceBoard, issueId: string, entities: readonly EntityLine[]): PlacedStates {
  const column = board.issues.findIndex(({ id }) => id === issueId);
  const countries = new Map(entities.map(({ id, country }) => [id, country]));
  const stateNames = new Map(
    entities.flatMap(({ kind, country, name }) => (kind === "state" && country !== null ? [[country, name]] : [])),
  );
  const groups = new Map<string, { holder: EntityRef; cell: StanceBoardCell }[]>();
  for (const { holder, cells } of board.rows) {
    const cell = cells[column];
    const country = countries.get(holder.id) ?? null;
    if (!cell || (holder.kind !== "state" && country === null)) continue;
    const key = country ?? holder.id;
    groups.set(key, [...(groups.get(key) ?? []), { holder, cell }]);
  }
  const placed = [...groups].map(([key, members]): PlacedState => {
    const own = members.filter(({ holder }) => holder.kind === "state");
    const speaking = own.length > 0 ? own : members;
    const stances = new Set(speaking.map(({ cell }) => cell.current));
    const country = countries.get(members[0].holder.id) ?? null;
    return {
      name: own[0]?.holder.name ?? stateNames.get(key) ?? nameCountry(key),
      country,
      stance: stances.size === 1 ? [...stances][0] : "mixed",
      isDivided: stances.size > 1,
      holders: members.map(({ holder }) => holder),
    };
  });
  const speaking = new Set(placed.flatMap(({ holders, country }) => [...holders.map(({ id }) => id), country ?? ""]));
  return {
    onMap: placed.filter(({ country }) => country !== null),
    others: placed.filter(({ country }) => country === null),
    silent: entities.filter(
      ({ id, kind, country }) => kind === "state" && !speaking.has(id) && !speaking.has(country ?? id),
    ),
  };
}

const names = new Intl.DisplayNames("en", { type: "region", fallback: "code" });

function nameCountry(code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
