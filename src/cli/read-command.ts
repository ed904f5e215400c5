/** `onrecord read FILE…` */
import type { Reading } from "../reading/index.ts";
import type { FoundReport } from "../sources/index.ts";
import { analyse, eachReport, type ReportHandler } from "./each-report.ts";
import { INCOMPLETE } from "./exit-status.ts";
import type { ReadOptions } from "./options.ts";
import { createReadingPrinter } from "./reading-printers.ts";
import type { Rooms } from "./rooms.ts";
import { selectStatements } from "./select-statements.ts";
import type { Streams } from "./streams.ts";
import { openTableFolder } from "./table-folder.ts";

export async function runRead(
  files: readonly string[],
  options: ReadOptions,
  streams: Streams,
  rooms: Rooms,
): Promise<number> {
  const read = await rooms.loadRead();
  const listLayers = options.layers ? (await import("./list-layers.ts")).listLayers : undefined;
  const printer =
    options.out === undefined
      ? createReadingPrinter(options, streams.stdout, streams.env)
      : await openTableFolder(options.out);
  const handler: ReportHandler = {
    async handle({ report, file, line, entry }: FoundReport) {
      const reading: Reading = analyse(() => read(report, { form: options.form }));
      const layers = listLayers && analyse(() => listLayers(reading.report.text));
      const number = line ?? entry;
      const place = number === undefined ? file : `${file}:${number}`;
      const selected = selectStatements(reading, options.minScore);
      const printed = layers === undefined ? selected : Object.assign({}, selected, { layers });
      await printer.print(printed, place === "-" ? "standard input" : place);
    },
    refuse: async () => printer.skip(),
  };
  // What is printed stands when the process is interrupted; half a table must not take the place of a whole one.
  const canStop = printer.discard !== undefined;
  try {
    const { status, isStopped } = await eachReport(files, options, streams, handler, {
      isQuiet: streams.stdout.isTerminal,
      canStop,
    });
    if (!isStopped) {
      await printer.end();
      return status;
    }
  } catch (error) {
    await printer.discard?.();
    throw error;
  }
  await printer.discard?.();
  await streams.stderr.write(`onrecord: stopped; ${options.out} is as it was before\n`);
  return INCOMPLETE;
}
