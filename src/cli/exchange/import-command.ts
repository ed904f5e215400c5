/** `onrecord import`. */
import { importLines } from "../../exchange/index.ts";
import { DONE, INCOMPLETE } from "../exit-status.ts";
import { makeHarmless } from "../make-harmless.ts";
import { NoticeBoard } from "../notice-board.ts";
import type { Streams } from "../streams.ts";
import { type StoreOptions, withStore } from "../with-store.ts";
import { readLines } from "./read-lines.ts";

type Counts = Record<"added" | "known", Record<"report" | "affair" | "judgement" | "watch", number>>;

export function runImport(
  files: readonly string[],
  options: StoreOptions & { readonly watches: boolean },
  streams: Streams,
): Promise<number> {
  return withStore(options, streams, async (store) => {
    const board = new NoticeBoard(streams.stderr, streams.stdout.isTerminal);
    const none = () => ({ report: 0, affair: 0, judgement: 0, watch: 0 });
    const counts: Counts = { added: none(), known: none() };
    let isWhole = true;
    let leftOut = 0;
    let bytes = 0;
    const tell = async (file: string, words: string) => {
      isWhole = false;
      await board.clearProgress();
      await streams.stderr.write(`onrecord: ${makeHarmless(`${file === "-" ? "standard input" : file}${words}`)}\n`);
    };
    for (const file of files) {
      try {
        const lines = readLines(file, streams.stdin, (count) => {
          bytes += count;
        });
        for await (const done of importLines(store, lines, { watches: options.watches })) {
          if (done.outcome === "left out") leftOut++;
          else if (done.outcome === "refused") await tell(file, `, line ${done.number}: ${done.message}`);
          else counts[done.outcome][done.kind]++;
          await board.showProgress({ bytes, reports: counts.added.report + counts.known.report, verb: "put in" });
        }
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === undefined) throw error;
        await tell(file, `: ${code === "ENOENT" ? "no such file; check the name" : `cannot be read (${code})`}`);
      }
    }
    await board.clearProgress();
    if (leftOut > 0)
      await streams.stderr.write(
        `onrecord: left out ${countOf(leftOut, "watch", "watches")}: --watches takes them too\n`,
      );
    await streams.stdout.write(`${describe(counts.added)} added; ${describe(counts.known)} known already\n`);
    return isWhole ? DONE : INCOMPLETE;
  });
}

function describe({ report, affair, judgement, watch }: Counts["added"]): string {
  return [
    countOf(report, "report", "reports"),
    countOf(affair, "affair", "affairs"),
    countOf(judgement, "judgement", "judgements"),
    countOf(watch, "watch", "watches"),
  ].join(", ");
}

function countOf(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
