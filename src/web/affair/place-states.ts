/** Where states stand on an issue: by themselves, or by those of their country who speak. */
import type { EntityLine, EntityRef, HolderRole, StanceBoard, StanceBoardCell } from "../../record/index.ts";
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
 * @param states Those that the affair's reports name.
 */
export function placeStates(board: StanceBoard, issueId: string, states: readonly EntityLine[]): PlacedStates {
  const column = board.issues.findIndex(({ id }) => id === issueId);
  const countries = new Map<string, string | null>();
  const stateNames = new Map(states.flatMap(({ country, name }) => (country !== null ? [[country, name]] : [])));
  interface Speaking {
    holder: EntityRef;
    /** The state whose office they hold. */
    state: EntityRef | null;
    cell: StanceBoardCell;
  }
  const groups = new Map<string, Speaking[]>();
  for (const { holder, country: own, role, cells } of board.rows) {
    const cell = cells[column];
    const state = getStateOfOffice(role);
    const country = own ?? (state && role!.country);
    countries.set(holder.id, country);
    if (!cell || (holder.kind !== "state" && country === null && state === null)) continue;
    const key = country ?? state?.id ?? holder.id;
    groups.set(key, [...(groups.get(key) ?? []), { holder, state, cell }]);
  }
  const placed = [...groups].map(([key, members]): PlacedState => {
    const own = members.filter(({ holder }) => holder.kind === "state");
    const speaking = own.length > 0 ? own : members;
    const stances = new Set(speaking.map(({ cell }) => cell.current));
    const country = countries.get(members[0].holder.id) ?? null;
    return {
      name: own[0]?.holder.name ?? stateNames.get(key) ?? members[0].state?.name ?? nameCountry(key),
      country,
      stance: stances.size === 1 ? [...stances][0] : "mixed",
      isDivided: stances.size > 1,
      holders: members.map(({ holder }) => holder),
    };
  });
  const speaking = new Set([
    ...groups.keys(),
    ...placed.flatMap(({ holders, country }) => [...holders.map(({ id }) => id), country ?? ""]),
  ]);
  return {
    onMap: placed.filter(({ country }) => country !== null),
    others: placed.filter(({ country }) => country === null),
    silent: states.filter(({ id, country }) => !speaking.has(id) && !speaking.has(country ?? id)),
  };
}

/** Who was something speaks for nobody any more. */
const PAST = /^(?:former|ex|late|then)\b/i;

function getStateOfOffice(role: HolderRole | null): EntityRef | null {
  return role?.of?.kind === "state" && !PAST.test(role.title) ? role.of : null;
}

const names = new Intl.DisplayNames("en", { type: "region", fallback: "code" });

function nameCountry(code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
