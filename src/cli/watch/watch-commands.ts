/** `onrecord watch add`, `list` and `remove`. */
import type { NewWatch, Watch } from "../../record/index.ts";
import { beginWatch, type RecordStore } from "../../store/index.ts";
import { ArchivePage } from "../archive-page.ts";
import { chooseAffair, chooseEntity } from "../choose-one.ts";
import { DONE } from "../exit-status.ts";
import { makeHarmless } from "../make-harmless.ts";
import type { Streams } from "../streams.ts";
import { stringifyReadably } from "../stringify-json.ts";
import { type StoreOptions, withStore } from "../with-store.ts";
import type { AddWatchOptions, WATCHED } from "./watch-options.ts";

export function runAddWatch(
  kind: (typeof WATCHED)[number],
  asked: string,
  options: AddWatchOptions,
  streams: Streams,
): Promise<number> {
  return withStore(options, streams, async (store) => {
    const { deliverTo = null, fromStart } = options;
    let wanted: NewWatch = { kind: "feed", subject: asked };
    if (kind !== "feed") {
      const { id } = kind === "affair" ? await chooseAffair(store, asked) : await chooseEntity(store, asked);
      wanted = { kind: kind === "affair" ? "affair" : "entity", subject: id, deliverTo };
    }
    const watch = await beginWatch(store, wanted, fromStart ? "start" : "now");
    await tell(streams, `${watch.id}: watches ${await nameSubject(store, watch)}`);
    return DONE;
  });
}

export function runListWatches(options: StoreOptions & { readonly json: boolean }, streams: Streams): Promise<number> {
  return withStore(options, streams, async (store) => {
    const watches = await store.findWatches();
    if (options.json) {
      const shown = watches.map(({ state: { seen: _, ...state }, ...watch }) => ({ ...watch, state }));
      await streams.stdout.write(`${stringifyReadably(shown)}\n`);
      return DONE;
    }
    const page = new ArchivePage(streams);
    if (watches.length === 0) page.add("Nothing is watched: onrecord watch add feed https://…");
    for (const watch of watches) {
      const { id, deliverTo, state } = watch;
      page.add(`${id} · ${await nameSubject(store, watch)}`);
      if (deliverTo !== null) page.dim(`delivers to ${deliverTo}`, 2);
      const failures = state.failures ?? 0;
      if (failures > 0) {
        const times = failures === 1 ? "once" : `${failures} times`;
        const why = state.problem === undefined ? "" : `: ${makeHarmless(state.problem)}`;
        page.add(`failed ${times}${why}`, 2, page.style.warning);
      }
      if (state.askedAt !== undefined) page.dim(`last run ${toMinute(state.askedAt)} UTC`, 2);
      if (state.notBefore !== undefined) page.dim(`asked next after ${toMinute(state.notBefore)} UTC`, 2);
    }
    await streams.stdout.write(page.toString());
    return DONE;
  });
}

export function runRemoveWatch(id: string, options: StoreOptions, streams: Streams): Promise<number> {
  return withStore(options, streams, async (store) => {
    await store.removeWatch(id);
    await tell(streams, `${id}: removed`);
    return DONE;
  });
}

/** `the feed https://…`, `Ilse Marrant`, `the affair The toll`. */
export async function nameSubject(store: RecordStore, { kind, subject }: Watch): Promise<string> {
  if (kind === "feed") return `the feed ${subject}`;
  if (kind === "affair") return `the affair ${(await store.getAffair(subject))?.name ?? `${subject}, which is gone`}`;
  return (await store.getEntity(subject))?.name ?? `${subject}, who is gone`;
}

function toMinute(iso: string): string {
  return iso.slice(0, 16).replace("T", " ");
}

async function tell(streams: Streams, words: string): Promise<void> {
  await streams.stdout.write(`${makeHarmless(words)}\n`);
}
