/** JSON for people: indented, but whatever fits a line stays on one. */

const LINE_CHARS = 110;

export function stringifyReadably(value: unknown, indent = ""): string {
  const compact = JSON.stringify(value);
  if (compact === undefined || typeof value !== "object" || value === null) return compact;
  // Spaces after marks are left to the short form: a list of spans reads well enough without.
  if (compact.length + indent.length <= LINE_CHARS) return compact;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => inner + stringifyReadably(item, inner)).join(",\n")}\n${indent}]`;
  }
  const rows = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([key, item]) => `${inner}${JSON.stringify(key)}: ${stringifyReadably(item, inner)}`);
  return `{\n${rows.join(",\n")}\n${indent}}`;
}
