/** How persons are spoken of: `Jon Berg: badly by Ann Dahl; well by the report (2 sentences)`. */
import type { Tone } from "../reading/index.ts";
import { createNamer, type PageFrame, setHeading } from "./page-frame.ts";
import { wrapText } from "./wrap-text.ts";

/** @returns Lines, one a person; none where nobody is spoken well or badly of. */
export function renderTones({ reading, width, style }: PageFrame): string[] {
  const toName = createNamer(reading);
  const said = new Map<string, string[]>();
  for (const { of, by, tone, evidence } of reading.tones) {
    const voice = by === null ? "the report" : toName(by);
    const count = evidence.length > 1 ? ` (${evidence.length} sentences)` : "";
    said.set(of, [...(said.get(of) ?? []), `${WORDS[tone]} by ${voice}${count}`]);
  }
  const lines = [...said].flatMap(([of, parts]) =>
    wrapText(`${toName(of)}: ${parts.join("; ")}`, width - 4).map((line, index) =>
      index === 0 ? `  ${line}` : `    ${line}`,
    ),
  );
  return lines.length === 0 ? [] : [...setHeading("How they are spoken of", style), ...lines];
}

const WORDS: Readonly<Record<Tone["tone"], string>> = { positive: "well", negative: "badly" };
