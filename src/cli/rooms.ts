/**
 * What the command line asks of the other rooms, loaded when a command needs it, so that `onrecord --help` starts at once.
 *
 * A test hands in its own.
 */

import type { Reading, Report } from "../reading/index.ts";
import type { Form } from "./options.ts";

export interface Rooms {
  loadRead(): Promise<(report: Report, options: { form: Form }) => Reading>;
  loadRestore(): Promise<(text: string, form: Form) => string>;
}

export const realRooms: Rooms = {
  async loadRead() {
    const room = (await import("../reading/index.ts")) as Partial<{
      read: (report: Report, options: object) => Reading;
    }>;
    if (room.read === undefined) throw new Error("this build cannot read reports yet");
    const { read } = room;
    return (report, { form }) => read(report, form === "auto" ? {} : { form });
  },
  async loadRestore() {
    const room = (await import("../language/index.ts")) as unknown as Partial<{
      restoreText: (text: string, form?: string) => { text: string };
    }>;
    if (room.restoreText === undefined) throw new Error("this build cannot restore reports yet");
    const { restoreText } = room;
    return (text, form) => restoreText(text, form === "auto" ? undefined : form).text;
  },
};
