/** The loop that all commands share: reports one after another, and everything else told on standard error. */
import { stat } from "node:fs/promises";
import { LanguageError } from "../language/index.ts";
import { type FoundReport, readReports } from "../sources/index.ts";
import { DONE, INCOMPLETE } from "./exit-status.ts";
import { NoticeBoard } from "./notice-board.ts";
import type { InputOptions } from "./options.ts";
import type { Streams } from "./streams.ts";

/** Called for every report in order; `wasRefused` for each that could not be read, so that a list can count it. */
export interface ReportHandler {
  handle(found: FoundReport): Promise<void>;
  refuse?(): Promise<void>;
}

/**
 * Hands every report to a handler.
 *
 * An error of the handler is told as a problem of that report, and the next one follows, but a model that is missing or
 * output that nobody reads ends the command.
 *
 * @returns The exit status.
 */
export async function eachReport(
  files: readonly string[],
  options: InputOptions,
  streams: Streams,
  handler: ReportHandler,
): Promise<number> {
  const board = new NoticeBoard(streams.stderr, streams.stdout.isTerminal);
  let bytes = 0;
  let reports = 0;
  const onBytes = (count: number) => {
    bytes += count;
  };
  const totalBytes = streams.stderr.isTerminal ? await measureFiles(files) : undefined;
  for await (const item of readReports({ files, kind: options.input, standardInput: streams.stdin, onBytes })) {
    if (item.kind === "note") {
      await board.tellNote(item);
      continue;
    }
    if (item.kind === "problem") {
      await board.tellProblem(item);
      await handler.refuse?.();
      continue;
    }
    reports++;
    await board.showProgress({ bytes, totalBytes, reports });
    try {
      await handler.handle(item);
    } catch (error) {
      if (!(error instanceof AnalysisFailure)) throw error;
      await board.tellProblem({ ...item, kind: "problem", code: "not_readable", ...error.toWords() });
      await handler.refuse?.();
    }
  }
  await board.clearProgress();
  return board.hasProblem ? INCOMPLETE : DONE;
}

/** An error that came out of the analysis of one report: a fault of this program, yet no reason to leave out the others. */
export class AnalysisFailure extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = "AnalysisFailure";
  }

  toWords(): { message: string; hint: string } {
    const what = this.message.replace(/[.\s]+$/, "");
    return { message: `could not be analysed (${what})`, hint: "please report this as a fault, with the text" };
  }
}

/** Runs an analysis, so that its errors can be told from those of reading and writing. */
export function analyse<Result>(run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    // A damaged installation concerns every report.
    if (error instanceof LanguageError) throw error;
    throw new AnalysisFailure(error);
  }
}

async function measureFiles(files: readonly string[]): Promise<number | undefined> {
  let total = 0;
  for (const file of files) {
    const found = file === "-" ? undefined : await stat(file).catch(() => undefined);
    if (!found?.isFile()) return undefined;
    total += found.size;
  }
  return total;
}
