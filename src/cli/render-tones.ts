/**
 * How persons are spoken of: `Jon Berg: badly by Ann Dahl; well by the report (2 sentences)`.
 *
 * A voice is shown with one tone at most: that of clearly more of its sentences. The report's own single sentences say
 * little of how it speaks of somebody and are counted only; `--all` shows everything.
 */
import type { Tone } from "../reading/index.ts";
import { createNamer, type PageFrame, setHeading } from "./page-frame.ts";
import { wrapText } from "./wrap-text.ts";

/** Sentences of one tone for one of the other that make a voice's tone clear. */
const CLEAR = 2;

/** @returns Lines, one a person; none where nobody is spoken well or badly of. */
export function renderTones({ reading, width, style, all }: PageFrame): string[] {
  const toName = createNamer(reading);
  const shown = reading.tones.filter((tone) => all || isClear(tone, reading.tones));
  const said = new Map<string, string[]>();
  for (const { of, by, tone, evidence } of shown) {
    const voice = by === null ? "the report" : toName(by);
    const count = evidence.length > 1 ? ` (${evidence.length} sentences)` : "";
    said.set(of, [...(said.get(of) ?? []), `${WORDS[tone]} by ${voice}${count}`]);
  }
  const lines = [...said].flatMap(([of, parts]) =>
    wrapText(`${toName(of)}: ${parts.join("; ")}`, width - 4).map((line, index) =>
      index === 0 ? `  ${line}` : `    ${line}`,
    ),
  );
  const hidden = reading.tones.length - shown.length;
  if (hidden > 0) lines.push(`  ${style.warning("?")} ${style.dim(`${hidden} less clear: --all shows them`)}`);
  return lines.length === 0 ? [] : [...setHeading("How they are spoken of", style), ...lines];
}

function isClear({ of, by, tone, evidence }: Tone, tones: readonly Tone[]): boolean {
  if (by === null && evidence.length < 2) return false;
  const other = tones.find((one) => one.of === of && one.by === by && one.tone !== tone);
  return evidence.length >= CLEAR * (other?.evidence.length ?? 0);
}

const WORDS: Readonly<Record<Tone["tone"], string>> = { positive: "well", negative: "badly" };
