/** How the classes of the sources become the fifteen of a reading. */

/** Codes whose class the annotation of readings sets otherwise than the table of 2021. */
const OTHERWISE: readonly [codes: RegExp, cls: string][] = [
  // The table leaves appeals out; a reading counts them with demands.
  [/^02/, "REQUEST"],
  // Whoever means to meet somebody consults him, and so does whoever meets him.
  [/^036/, "CONSULT"],
  // Embargoes, boycotts and tariffs reduce relations, as in PLOVER of 2016.
  [/^163/, "SANCTION"],
  // A verdict is coercion; a charge or complaint accuses.
  [/^116/, "COERCE"],
];

/** @param table From `readCodeTable`. */
export function toEventClass(code: string, table: ReadonlyMap<string, string>): string | undefined {
  const own = OTHERWISE.find(([codes]) => codes.test(code));
  if (own !== undefined) return own[1];
  const event = table.get(code) ?? table.get(code.slice(0, 3)) ?? table.get(`${code.slice(0, 2)}0`);
  return event === undefined ? undefined : toReadingClass(event);
}

/** The names of 2016 and 2021 as those of a reading; `undefined` for a class that has none there. */
export function toReadingClass(event: string): string | undefined {
  const renamed: Record<string, string | undefined> = {
    CONCEDE: "RETREAT",
    YIELD: "RETREAT",
    DEMAND: "REQUEST",
    DISAPPROVE: "ACCUSE",
    INVESTIGATE: "ACCUSE",
    FIGHT: "ASSAULT",
    CRIME: undefined,
  };
  return event in renamed ? renamed[event] : event;
}
