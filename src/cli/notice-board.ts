/**
 * All that is told beside the results, on standard error: what could not be read, notes, and a line of progress.
 */
import type { SourceNote, SourceProblem } from "../sources/index.ts";
import { getDisplayWidth } from "./display-width.ts";
import { makeHarmless } from "./make-harmless.ts";
import type { Output } from "./streams.ts";

/** A command that is done sooner shows no progress. */
const PATIENCE_MS = 600;
const REDRAW_MS = 120;
const BAR_WIDTH = 12;
/** The rate is that of the last while: what was known already went by much faster. */
const RATE_MS = 20_000;
const LEAST_RATE_MS = 2_000;

export interface Progress {
  /** Bytes read so far. */
  readonly bytes: number;
  /** Bytes to read in all, if they are known. */
  readonly totalBytes?: number | undefined;
  readonly reports: number;
  /** What was done to the reports; "read" where it is left out. */
  readonly verb?: string;
}

export class NoticeBoard {
  readonly #output: Output;
  readonly #isQuiet: boolean;
  readonly #now: () => number;
  readonly #startMs: number;
  #drawnMs = 0;
  readonly #samples: { ms: number; bytes: number; reports: number }[] = [];
  #hasLine = false;
  #hasProblem = false;

  /** @param isQuiet Whether no progress is to be drawn, since the results go to the same screen. */
  constructor(output: Output, isQuiet: boolean, now: () => number = performance.now.bind(performance)) {
    this.#output = output;
    this.#isQuiet = isQuiet || !output.isTerminal;
    this.#now = now;
    this.#startMs = now();
  }

  /** Whether a problem has been told. */
  get hasProblem(): boolean {
    return this.#hasProblem;
  }

  /** One line: `onrecord: FILE, line N: what; what to do`. */
  async tellProblem({ message, hint, ...place }: SourceProblem): Promise<void> {
    this.#hasProblem = true;
    await this.#tell(`${formatPlace(place)}: ${message}; ${hint}`);
  }

  async tellNote({ message, ...place }: SourceNote): Promise<void> {
    await this.#tell(`${formatPlace(place)}: ${message}`);
  }

  /** Draws a line over the last one, at most some times a second. */
  async showProgress({ bytes, totalBytes, reports, verb = "read" }: Progress): Promise<void> {
    const now = this.#now();
    if (this.#isQuiet || now - this.#startMs < PATIENCE_MS || now - this.#drawnMs < REDRAW_MS) return;
    this.#drawnMs = now;
    this.#hasLine = true;
    const megabytes = (count: number) => `${(count / 1_000_000).toFixed(1)} MB`;
    const known = totalBytes !== undefined && totalBytes > 0;
    const share = known ? Math.min(1, bytes / totalBytes) : 0;
    const filled = Math.round(share * BAR_WIDTH);
    const bar = known ? `[${"#".repeat(filled)}${"-".repeat(BAR_WIDTH - filled)}] ${Math.floor(share * 100)} %  ` : "";
    const speed = this.#describeSpeed(now, bytes, reports, totalBytes);
    const line = `${bar}${reports} ${verb}, ${megabytes(bytes)}${known ? ` of ${megabytes(totalBytes)}` : ""}${speed}`;
    const columns = this.#output.columns ?? 80;
    if (getDisplayWidth(line) < columns) await this.#output.write(`\r\x1b[K${line}`);
  }

  /** "; 62/s, 3 min left", as far as it can be told yet. */
  #describeSpeed(now: number, bytes: number, reports: number, totalBytes: number | undefined): string {
    this.#samples.push({ ms: now, bytes, reports });
    while (this.#samples[0].ms < now - RATE_MS) this.#samples.shift();
    const [first] = this.#samples;
    const seconds = (now - first.ms) / 1000;
    if (seconds * 1000 < LEAST_RATE_MS) return "";
    const rate = (reports - first.reports) / seconds;
    const byteRate = (bytes - first.bytes) / seconds;
    const left =
      totalBytes === undefined || byteRate <= 0 ? "" : `, ${formatSeconds((totalBytes - bytes) / byteRate)} left`;
    return `; ${rate < 10 ? rate.toFixed(1) : Math.round(rate)}/s${left}`;
  }

  async clearProgress(): Promise<void> {
    if (this.#hasLine) await this.#output.write("\r\x1b[K");
    this.#hasLine = false;
  }

  async #tell(text: string): Promise<void> {
    await this.clearProgress();
    await this.#output.write(`onrecord: ${makeHarmless(text).replace(/\s+/g, " ")}\n`);
  }
}

function formatPlace({ file, line, entry }: Pick<SourceProblem, "file" | "line" | "entry">): string {
  const name = file === "-" ? "standard input" : file || '""';
  if (line !== undefined) return `${name}, line ${line}`;
  return entry === undefined ? name : `${name}, entry ${entry}`;
}

function formatSeconds(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(Math.max(0, seconds))} s`;
  return seconds < 5400 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
