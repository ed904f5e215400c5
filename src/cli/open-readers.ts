/** Readers of reports: threads, even where it is one, since a thread that takes too much can be ended. */
import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import { analyse } from "./each-report.ts";
import type { Readers, Rooms } from "./rooms.ts";

/** More threads than this read faster than one archive can be written. */
const MOST_BY_DEFAULT = 4;

export function getDefaultWorkers(): number {
  return Math.min(MOST_BY_DEFAULT, availableParallelism());
}

export async function openReaders(rooms: Rooms, workers: number): Promise<Readers> {
  if (rooms.openReaders !== undefined) return rooms.openReaders(workers);
  const read = await rooms.loadRead();
  let last: Promise<unknown> = Promise.resolve();
  return {
    read(report, form) {
      // One at a time, with a breath between them: signals and input are waited for in the same thread.
      const reading = last.then(() => setImmediate()).then(() => analyse(() => read(report, { form })));
      last = reading.catch(() => {});
      return reading;
    },
    close: async () => {},
  };
}
