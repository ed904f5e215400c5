/** `onrecord search`, `stats` and `check`: what the archive holds. */
import type { StatementFilter } from "../store/index.ts";
import { DONE, INCOMPLETE } from "./exit-status.ts";
import { makeHarmless } from "./make-harmless.ts";
import type { Streams } from "./streams.ts";
import { toPlace } from "./to-place.ts";
import { type StoreOptions, withStore } from "./with-store.ts";

export interface SearchOptions extends StoreOptions {
  readonly speaker?: string;
  readonly outlet?: string;
  readonly from?: string;
  readonly to?: string;
  readonly limit: number;
  readonly json: boolean;
}

export function runSearch(words: readonly string[], options: SearchOptions, streams: Streams): Promise<number> {
  return withStore(options, streams, async (store) => {
    const { speaker, outlet, from, to, limit, json } = options;
    const speakers =
      speaker === undefined ? [undefined] : (await store.findEntities({ name: speaker })).items.map(({ id }) => id);
    for (const id of speakers) {
      const filter: StatementFilter = {
        ...(words.length === 0 ? {} : { words: words.join(" ") }),
        ...(id === undefined ? {} : { speaker: id }),
        ...(outlet === undefined ? {} : { outlet }),
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      };
      for (const line of (await store.findStatements(filter, { limit })).items) {
        const shown = `${line.speaker?.name ?? "(nobody named)"}: ${line.text.replace(/\s+/g, " ")}\n  ${toPlace(line.report)}  ${line.key}`;
        await streams.stdout.write(`${json ? JSON.stringify(line) : makeHarmless(shown)}\n`);
      }
    }
    return DONE;
  });
}

export function runStats(options: StoreOptions, streams: Streams): Promise<number> {
  return withStore(options, streams, async (store) => {
    await streams.stdout.write(`${JSON.stringify(await store.getStats(), undefined, 2)}\n`);
    return DONE;
  });
}

export function runCheck(options: StoreOptions, streams: Streams): Promise<number> {
  return withStore(options, streams, async (store) => {
    let faults = 0;
    for await (const { where, message } of store.check()) {
      faults++;
      await streams.stdout.write(`${where}: ${message}\n`);
    }
    if (faults === 0) await streams.stdout.write("The archive is sound.\n");
    return faults === 0 ? DONE : INCOMPLETE;
  });
}
