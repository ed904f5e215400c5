/** `onrecord restore FILE…` and `onrecord stem FILE…`: text in, text out, and nothing else. */
import { stemText } from "../language/index.ts";
import { analyse, eachReport } from "./each-report.ts";
import { makeHarmless } from "./make-harmless.ts";
import type { InputOptions, RestoreOptions } from "./options.ts";
import type { Rooms } from "./rooms.ts";
import type { Streams } from "./streams.ts";

export async function runStem(files: readonly string[], options: InputOptions, streams: Streams): Promise<number> {
  return eachText(files, options, streams, stemText);
}

export async function runRestore(
  files: readonly string[],
  options: RestoreOptions,
  streams: Streams,
  rooms: Rooms,
): Promise<number> {
  const restore = await rooms.loadRestore();
  return eachText(files, options, streams, (text) => restore(text, options.form));
}

/** Into a file or pipe the text goes as it is; on a terminal it must not do more than show itself. */
async function eachText(
  files: readonly string[],
  options: InputOptions,
  streams: Streams,
  change: (text: string) => string,
): Promise<number> {
  const { stdout } = streams;
  const { status } = await eachReport(files, options, streams, {
    async handle({ report }) {
      const text = analyse(() => change(report.text)).replace(/\n+$/, "");
      await stdout.write(`${stdout.isTerminal ? makeHarmless(text) : text}\n`);
    },
  });
  return status;
}
