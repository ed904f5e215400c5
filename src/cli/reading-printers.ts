/** One printer a format: each takes readings one after another and writes them as they come. */

import type { Reading } from "../reading/index.ts";
import { formatCsvRow } from "../record/index.ts";
import { makeHarmless } from "./make-harmless.ts";
import type { ReadOptions } from "./options.ts";
import { countOf, renderReading } from "./render-reading.ts";
import { STATEMENT_COLUMNS, toStatementRows } from "./statement-table.ts";
import type { Output, Streams } from "./streams.ts";
import { stringifyReadably } from "./stringify-json.ts";
import { getStyle } from "./style.ts";

export interface ReadingPrinter {
  /** @param place Where the report came from. */
  print(reading: Reading, place: string): Promise<void>;
  /** Told when a report could not be read. */
  skip(): void;
  /** Writes what is left to write. */
  end(): Promise<void>;
  /** In place of `end`, where the command fails or is stopped: leaves files as they were before. */
  discard?(): Promise<void>;
}

const DEFAULT_COLUMNS = 80;

export function createReadingPrinter(
  { format, brief, all }: Pick<ReadOptions, "format" | "brief" | "all">,
  output: Output,
  env: Streams["env"],
): ReadingPrinter {
  switch (format) {
    case "json":
      return new JsonPrinter(output);
    case "jsonl":
      return new EachPrinter((reading) => output.write(`${JSON.stringify(reading)}\n`));
    case "csv":
      return new CsvPrinter(output);
    case "text":
      return brief
        ? new EachPrinter((reading, place) => output.write(formatBriefly(reading, place)))
        : new TextPrinter(output, env, all);
  }
}

class EachPrinter implements ReadingPrinter {
  readonly print: ReadingPrinter["print"];

  constructor(print: ReadingPrinter["print"]) {
    this.print = print;
  }

  skip(): void {}

  async end(): Promise<void> {}
}

/** One reading by itself, several in an array. Only the first is held back, until it is known whether another follows. */
class JsonPrinter implements ReadingPrinter {
  readonly #output: Output;
  #first: string | undefined;
  #asked = 0;
  #written = 0;

  constructor(output: Output) {
    this.#output = output;
  }

  async print(reading: Reading): Promise<void> {
    this.#asked++;
    if (this.#asked === 1) {
      this.#first = stringifyReadably(reading);
      return;
    }
    await this.#flushFirst();
    await this.#write(stringifyReadably(reading));
  }

  skip(): void {
    this.#asked++;
  }

  async end(): Promise<void> {
    if (this.#asked === 1) {
      if (this.#first !== undefined) await this.#output.write(`${this.#first}\n`);
      return;
    }
    if (this.#asked === 0) return;
    await this.#flushFirst();
    await this.#output.write(this.#written === 0 ? "[]\n" : "\n]\n");
  }

  async #flushFirst(): Promise<void> {
    if (this.#first !== undefined) await this.#write(this.#first);
    this.#first = undefined;
  }

  async #write(json: string): Promise<void> {
    await this.#output.write(`${this.#written++ === 0 ? "[\n" : ",\n"}${json}`);
  }
}

class CsvPrinter implements ReadingPrinter {
  readonly #output: Output;
  #hasHeader = false;

  constructor(output: Output) {
    this.#output = output;
  }

  async print(reading: Reading, place: string): Promise<void> {
    await this.#writeHeader();
    const rows = toStatementRows(reading, place).map(formatCsvRow).join("");
    if (rows !== "") await this.#output.write(rows);
  }

  skip(): void {}

  /** A table without rows still has its header. */
  async end(): Promise<void> {
    await this.#writeHeader();
  }

  async #writeHeader(): Promise<void> {
    if (!this.#hasHeader) await this.#output.write(formatCsvRow(STATEMENT_COLUMNS));
    this.#hasHeader = true;
  }
}

class TextPrinter implements ReadingPrinter {
  readonly #output: Output;
  readonly #env: Streams["env"];
  readonly #all: boolean;
  #isFirst = true;

  constructor(output: Output, env: Streams["env"], all: boolean) {
    this.#output = output;
    this.#env = env;
    this.#all = all;
  }

  async print(reading: Reading, place: string): Promise<void> {
    const style = getStyle(this.#output, this.#env);
    const width = this.#output.columns || Number(this.#env.COLUMNS) || DEFAULT_COLUMNS;
    const rule = this.#isFirst ? "" : `\n${style.dim("─".repeat(Math.min(width, DEFAULT_COLUMNS)))}\n\n`;
    this.#isFirst = false;
    await this.#output.write(rule + renderReading(reading, { width, style, name: place, all: this.#all }));
  }

  skip(): void {}

  async end(): Promise<void> {}
}

/** `27 statements, 12 speakers  Title (place)` */
function formatBriefly({ report, statements }: Reading, place: string): string {
  const speakers = new Set(statements.map(({ speaker }) => speaker).filter((speaker) => speaker !== null));
  const counts = `${countOf(statements.length, "statement")}, ${countOf(speakers.size, "speaker")}`;
  const name = report.title === null ? place : `${report.title} (${place})`;
  return `${counts.padEnd(28)}  ${makeHarmless(name.replace(/\s+/g, " "))}\n`;
}
