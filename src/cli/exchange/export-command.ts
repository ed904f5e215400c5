/** `onrecord export`. */
import { basename, dirname } from "node:path";
import {
  type ExportFilter,
  exportTables,
  getTextExporter,
  isTableFormat,
  type TableSink,
} from "../../exchange/index.ts";
import type { RecordStore } from "../../store/index.ts";
import { chooseAffair } from "../choose-one.ts";
import { DONE } from "../exit-status.ts";
import { NoticeBoard } from "../notice-board.ts";
import { countOf } from "../render-reading.ts";
import type { Streams } from "../streams.ts";
import { openTableFile } from "../table-file.ts";
import { withStore } from "../with-store.ts";
import type { ExportOptions } from "./export-options.ts";

/** Small pieces are gathered to so many characters, since each write to a file is a call of the system. */
const CHUNK = 65_536;

export function runExport(options: ExportOptions, software: string, streams: Streams): Promise<number> {
  return withStore(options, streams, async (store) => {
    const { as, out, table, base } = options;
    const board = new NoticeBoard(streams.stderr, out === undefined && streams.stdout.isTerminal);
    let reports = 0;
    let bytes = 0;
    const count = async (content: string | Uint8Array) => {
      bytes += content.length;
      await board.showProgress({ bytes, reports, verb: "written" });
    };
    const settings = { base, software, onReport: () => void reports++ };
    const filter = await toFilter(store, options);
    if (isTableFormat(as)) {
      const open = async (name: string): Promise<TableSink> => {
        const sink = out === undefined ? toSink(streams) : await openTableFile(out, name);
        return {
          async write(content) {
            await sink.write(content);
            await count(content);
          },
          close: () => sink.close(),
          discard: () => sink.discard(),
        };
      };
      await exportTables(as, store, filter, settings, open, ...(table === undefined ? [] : [[table]]));
    } else {
      const sink = out === undefined ? toSink(streams) : await openTableFile(dirname(out), basename(out));
      try {
        const exporter = await getTextExporter(as);
        let held = "";
        for await (const piece of exporter(store, filter, settings)) {
          held += piece;
          if (held.length < CHUNK) continue;
          await sink.write(held);
          await count(held);
          held = "";
        }
        if (held !== "") await sink.write(held);
      } catch (error) {
        await sink.discard();
        throw error;
      }
      await sink.close();
    }
    await board.clearProgress();
    if (out !== undefined) await streams.stderr.write(`onrecord: ${countOf(reports, "report")} written to ${out}\n`);
    return DONE;
  });
}

function toSink({ stdout }: Streams): TableSink {
  return {
    write: (content) => stdout.write(content as string),
    async close() {},
    async discard() {},
  };
}

async function toFilter(store: RecordStore, options: ExportOptions): Promise<ExportFilter> {
  const { affair, outlet, from, to, minScore, status, copies } = options;
  return {
    ...(affair === undefined ? {} : { affairId: (await chooseAffair(store, affair)).id }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(minScore === undefined ? {} : { minScore }),
    ...(status === undefined ? {} : { status }),
    // An archive without its copies would be another one.
    ...(copies || options.as === "jsonl" || options.as === "polnear" ? { copies: true } : {}),
  };
}
