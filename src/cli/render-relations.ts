/** Who stands how to whom: `Norland: ally of Estaria; not a member of Basin Court`. */
import type { Relation } from "../reading/index.ts";
import { createNamer, EVEN_ODDS, type PageFrame, setHeading } from "./page-frame.ts";
import { wrapText } from "./wrap-text.ts";

const WORDS: Record<Relation["kind"], string> = {
  ally: "ally of",
  member: "member of",
  "non-member": "not a member of",
  signatory: "signatory of",
  "non-signatory": "not a signatory of",
  backer: "backs",
};

/** @returns Lines, one for each who has relations; none where nobody has. */
export function renderRelations({ reading, width, style }: PageFrame): string[] {
  const toName = createNamer(reading);
  const told = new Map<string, string[]>();
  for (const { of, kind, with: other, score } of reading.relations) {
    const name = toName(other);
    if (name === undefined) continue;
    const words = `${WORDS[kind]} ${name}${score < EVEN_ODDS ? "?" : ""}`;
    told.set(of, [...(told.get(of) ?? []), words]);
  }
  const lines = [...told].flatMap(([of, words]) => {
    const wrapped = wrapText(`${toName(of)}: ${words.join("; ")}`, width - 4);
    return wrapped.map((line, index) => (index === 0 ? `  ${line}` : `    ${line}`));
  });
  return lines.length === 0 ? [] : [...setHeading("Relations", style), ...lines];
}
