/** Streams that keep what is written, for running `main` without a process. */

import { main } from "../../src/cli/main.ts";
import type { Form } from "../../src/cli/options.ts";
import type { Rooms } from "../../src/cli/rooms.ts";
import { OutputClosedError, type Streams } from "../../src/cli/streams.ts";
import type { Report } from "../../src/reading/index.ts";
import { readCouncilReport } from "./council-report.ts";

export interface Surroundings {
  stdin?: string | Uint8Array;
  /** Columns of the terminal that standard output is; otherwise it is a pipe. */
  columns?: number;
  env?: Record<string, string>;
  /** After so many characters the reader of standard output goes away. */
  closesAfter?: number;
  /** Whether Ctrl-C is pressed as soon as somebody listens. */
  isInterrupted?: boolean;
}

export interface Run {
  status: number;
  out: string;
  err: string;
}

/** Reads every report as if it were the council's, and tells its form by an upper-case text. */
export const handMadeRooms: Rooms = {
  loadRead: async () => (report: Report, _options: { form: Form }) => {
    if (report.text.startsWith("FAULT")) throw new RangeError("a fault in the analysis");
    return readCouncilReport(report);
  },
  loadRestore: async () => (text: string, form: Form) => `${form}: ${text.toUpperCase()}`,
};

export async function run(argv: string[], surroundings: Surroundings = {}, rooms = handMadeRooms): Promise<Run> {
  const { stdin = "", columns, env = {}, closesAfter = Number.POSITIVE_INFINITY, isInterrupted = false } = surroundings;
  let out = "";
  let err = "";
  const streams: Streams = {
    stdin: (async function* () {
      yield Buffer.from(stdin);
    })(),
    stdout: {
      isTerminal: columns !== undefined,
      columns,
      async write(text) {
        if (out.length + text.length > closesAfter) throw new OutputClosedError();
        out += text;
      },
    },
    stderr: {
      isTerminal: false,
      async write(text) {
        err += text;
      },
    },
    env,
    onInterrupt(stop) {
      if (isInterrupted) stop();
      return () => {};
    },
  };
  const status = await main(argv, streams, rooms);
  return { status, out, err };
}
