/** The loop that all commands share: reports one after another, and everything else told on standard error. */
import { LanguageError } from "../language/index.ts";
import { type FoundReport, measureFiles, readReports } from "../sources/index.ts";
import { DONE, INCOMPLETE } from "./exit-status.ts";
import { NoticeBoard } from "./notice-board.ts";
import type { InputOptions } from "./options.ts";
import type { Streams } from "./streams.ts";

type Refuse = (found: FoundReport, failure: AnalysisFailure) => Promise<void>;

/** Called for every report in order; `refuse` for each that could not be read, so that a list can count it. */
export interface ReportHandler {
  /** `refuse` tells of an earlier report that it could not be analysed; of this one, an `AnalysisFailure` may be thrown. */
  handle(found: FoundReport, refuse: Refuse): Promise<void>;
  refuse?(): Promise<void>;
  /** Called after the last one, while progress is still shown. */
  end?(isStopped: boolean, refuse: Refuse): Promise<void>;
  /** Reports that are wholly done, where that is not all that were handed over. */
  readonly done?: number;
}

export interface LoopOptions {
  /** Whether no progress is shown, since results go to the same screen. */
  readonly isQuiet: boolean;
  /** Whether Ctrl-C ends the loop, and not the process. */
  readonly canStop: boolean;
}

/**
 * Hands every report to a handler.
 *
 * An error of the handler is told as a problem of that report, and the next one follows, but a model that is missing or
 * output that nobody reads ends the command.
 *
 * @returns The exit status, and whether the user stopped it.
 */
export async function eachReport(
  files: readonly string[],
  options: InputOptions,
  streams: Streams,
  handler: ReportHandler,
  { isQuiet, canStop }: LoopOptions = { isQuiet: streams.stdout.isTerminal, canStop: false },
): Promise<{ status: number; isStopped: boolean }> {
  const board = new NoticeBoard(streams.stderr, isQuiet);
  let bytes = 0;
  let reports = 0;
  const onBytes = (count: number) => {
    bytes += count;
  };
  const refuse: Refuse = async (found, failure) => {
    await board.tellProblem({ ...found, kind: "problem", code: "not_readable", ...failure.toWords() });
    await handler.refuse?.();
  };
  const totalBytes = streams.stderr.isTerminal ? await measureFiles(files) : undefined;
  const items = readReports({
    files,
    kind: options.input,
    standardInput: streams.stdin,
    fetching: { allowPrivate: options.allowPrivate === true },
    onBytes,
  });
  const interruption = canStop ? awaitInterruption(streams) : undefined;
  let isStopped = false;
  try {
    for (;;) {
      const next = await (interruption === undefined ? items.next() : interruption.orElse(items.next()));
      isStopped = next === undefined;
      if (next === undefined || next.done) break;
      const item = next.value;
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
      await board.showProgress({ bytes, totalBytes, reports: handler.done ?? reports });
      try {
        await handler.handle(item, refuse);
      } catch (error) {
        if (!(error instanceof AnalysisFailure)) throw error;
        await refuse(item, error);
      }
    }
    await handler.end?.(isStopped, refuse);
  } finally {
    interruption?.leave();
  }
  await board.clearProgress();
  return { status: board.hasProblem ? INCOMPLETE : DONE, isStopped };
}

/** Lets what is waited for be given up when the user stops the command: standard input may never go on. */
function awaitInterruption(streams: Streams) {
  let isStopped = false;
  let giveUp = () => {};
  const leave = streams.onInterrupt?.(() => {
    isStopped = true;
    giveUp();
  });
  return {
    // Not a race against one promise of the whole run, which would keep every report that it was raced with.
    orElse: <Value>(value: Promise<Value>) =>
      new Promise<Value | undefined>((resolve, reject) => {
        giveUp = () => resolve(undefined);
        if (isStopped) giveUp();
        value.then(resolve, reject);
      }),
    leave: () => leave?.(),
  };
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
