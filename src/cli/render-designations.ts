/** What is officially called what, and by whom: `Grey Hand: terrorist organisation, by Norland, Sudland`. */
import { clean, createNamer, markOf, type PageFrame, setHeading } from "./page-frame.ts";
import { wrapText } from "./wrap-text.ts";

/** @returns Lines; none where there are no designations. */
export function renderDesignations({ reading, width, style }: PageFrame): string[] {
  const toName = createNamer(reading);
  const lines = reading.designations.flatMap((designation) => {
    const name = toName(designation.of);
    if (name === undefined) return [];
    const by = designation.by.flatMap((id) => toName(id) ?? []).join(", ");
    const wrapped = wrapText(`${name}: ${clean(designation.as)}${by === "" ? "" : `, by ${by}`}`, width - 4);
    return wrapped.map((line, index) => (index === 0 ? ` ${markOf(designation, style)}${line}` : `    ${line}`));
  });
  return lines.length === 0 ? [] : [...setHeading("Designations", style), ...lines];
}
