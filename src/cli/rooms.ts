/**
 * What the command line asks of the other rooms, loaded when a command needs it, so that `onrecord --help` starts at once.
 *
 * A test hands in its own.
 */
import type { Reading, Report } from "../reading/index.ts";
import type { Form } from "./options.ts";

export interface Rooms {
  loadRead(): Promise<(report: Report, options: { form: Form }) => Reading>;
  /** A plain text comes back as it is. */
  loadRestore(): Promise<(text: string, form: Form) => string>;
}

export const realRooms: Rooms = {
  async loadRead() {
    const { read } = await import("../reading/index.ts");
    return (report, { form }) => read(report, form === "auto" ? {} : { form });
  },
  async loadRestore() {
    const { detectForm, restore } = await import("../language/index.ts");
    return (text, asked) => {
      const form = asked === "auto" ? detectForm(text).form : asked;
      return form === "plain" ? text : restore(text, form).text;
    };
  },
};
