/**
 * What the command line asks of the other rooms, loaded when a command needs it, so that `onrecord --help` starts at once.
 *
 * A test hands in its own.
 */
import type { Reading, Report } from "../reading/index.ts";
import type { Form } from "./options.ts";

/** Read reports at their own pace: several may be under way. */
export interface Readers {
  /** @throws {AnalysisFailure} (rejects) where this report cannot be analysed. */
  read(report: Report, form: Form): Promise<Reading>;
  close(): Promise<void>;
}

export interface Rooms {
  loadRead(): Promise<(report: Report, options: { form: Form }) => Reading>;
  /** Readers in so many threads; where a test leaves it out, reports are read by what `loadRead` gives. */
  openReaders?(threads: number): Promise<Readers>;
  /** A plain text comes back as it is. */
  loadRestore(): Promise<(text: string, form: Form) => string>;
}

export const realRooms: Rooms = {
  async loadRead() {
    const { read } = await import("../reading/index.ts");
    return (report, { form }) => read(report, form === "auto" ? {} : { form });
  },
  async openReaders(threads) {
    const { ReadingPool } = await import("./reading-pool.ts");
    return new ReadingPool(threads);
  },
  async loadRestore() {
    const { detectForm, restore } = await import("../language/index.ts");
    return (text, asked) => {
      const form = asked === "auto" ? detectForm(text).form : asked;
      return form === "plain" ? text : restore(text, form).text;
    };
  },
};
