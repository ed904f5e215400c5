/** How lists of the archive are set at a terminal: headings, and entries with what belongs to them under them. */
import { clean } from "./page-frame.ts";
import type { Streams } from "./streams.ts";
import { getStyle, type Style } from "./style.ts";
import { wrapText } from "./wrap-text.ts";

const DEFAULT_COLUMNS = 80;
/** A narrower terminal gets lines of this many columns all the same. */
const MIN_COLUMNS = 30;
const MAX_COLUMNS = 120;

export class ArchivePage {
  readonly width: number;
  readonly style: Style;
  readonly #lines: string[] = [];

  constructor({ stdout, env }: Streams) {
    const columns = stdout.columns || Number(env.COLUMNS) || DEFAULT_COLUMNS;
    this.width = Math.max(MIN_COLUMNS, Math.min(columns, MAX_COLUMNS));
    this.style = getStyle(stdout, env);
  }

  /** Adds a text under an indent, broken to the width; its further lines are indented by `hang` more. */
  add(text: string, indent = 0, dress: (line: string) => string = (line) => line, hang = 2): void {
    const room = this.width - indent;
    const [first, ...rest] = wrapText(clean(text), room);
    this.#lines.push(" ".repeat(indent) + dress(first));
    if (rest.length === 0) return;
    const remaining = clean(text).slice(first.length).trim();
    for (const line of wrapText(remaining, room - hang)) this.#lines.push(" ".repeat(indent + hang) + dress(line));
  }

  dim(text: string, indent = 0): void {
    this.add(text, indent, this.style.dim);
  }

  heading(text: string): void {
    this.#lines.push("");
    this.add(text, 0, this.style.bold);
  }

  toString(): string {
    return `${this.#lines.join("\n")}\n`;
  }
}
