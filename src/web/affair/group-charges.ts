/** Who is charged with what: those of whom the reports say the same stand together. */
import type { CaseLine, EntityRef } from "../../record/index.ts";

export interface Charge {
  readonly name: string;
  /** That tell it. */
  readonly lines: CaseLine[];
}

export interface ChargeGroup {
  readonly persons: EntityRef[];
  /** The one that most lines tell first. */
  readonly charges: readonly Charge[];
  /** The lines that tell every charge; null where some tell of one and not of another, or where there is none. */
  readonly shared: readonly CaseLine[] | null;
}

/** Respondents in the order in which they are told of. Charges that differ in letter case or spaces alone are one. */
export function groupCharges(lines: readonly CaseLine[]): ChargeGroup[] {
  const found = new Map<string, { person: EntityRef; charges: Map<string, Charge> }>();
  for (const line of lines) {
    for (const { person, allegations } of line.respondents) {
      const own = found.get(person.id) ?? { person, charges: new Map<string, Charge>() };
      found.set(person.id, own);
      for (const name of allegations) {
        const folded = name.toLowerCase().replace(/\s+/g, " ").trim();
        const charge = own.charges.get(folded) ?? { name, lines: [] };
        if (!charge.lines.includes(line)) charge.lines.push(line);
        own.charges.set(folded, charge);
      }
    }
  }
  const groups = new Map<string, ChargeGroup>();
  for (const { person, charges } of found.values()) {
    const told = [...charges].map(([folded, { lines }]) => `${folded}: ${lines.map(toKey).join(" ")}`);
    const same = told.sort().join("|");
    const group = groups.get(same);
    if (group !== undefined) {
      group.persons.push(person);
      continue;
    }
    const ordered = [...charges.values()].sort((a, b) => b.lines.length - a.lines.length);
    const tellers = new Set(ordered.map(({ lines }) => lines.map(toKey).join(" ")));
    groups.set(same, { persons: [person], charges: ordered, shared: tellers.size === 1 ? ordered[0].lines : null });
  }
  return [...groups.values()];
}

function toKey({ key }: CaseLine): string {
  return key;
}
