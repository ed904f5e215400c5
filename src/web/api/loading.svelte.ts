/** What a view asks for and what has come of it: still on its way, failed, or there. */
import { untrack } from "svelte";
import type { Page } from "../../record/index.ts";
import { ApiError } from "./client.ts";

export interface Loading<Value> {
  /** What came last; stays while it is asked for anew. */
  readonly value: Value | undefined;
  readonly error: ApiError | undefined;
  readonly isBusy: boolean;
  reload(): void;
}

function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  return new ApiError(0, error instanceof Error ? error.message : String(error), "Try again.");
}

/**
 * Asks at once, and again whenever something that `ask` reads before its first `await` changes. To be called while a component
 * is set up.
 */
export function load<Value>(ask: (signal: AbortSignal) => Promise<Value>): Loading<Value> {
  let value = $state.raw<Value>();
  let error = $state.raw<ApiError>();
  let isBusy = $state(true);
  let round = $state(0);
  $effect(() => {
    void round;
    const controller = new AbortController();
    const { signal } = controller;
    const asked = ask(signal);
    untrack(() => {
      isBusy = true;
    });
    asked
      .then((answer) => {
        if (signal.aborted) return;
        value = answer;
        error = undefined;
        isBusy = false;
      })
      .catch((reason: unknown) => {
        if (signal.aborted) return;
        error = toApiError(reason);
        isBusy = false;
      });
    return () => controller.abort();
  });
  return {
    get value() {
      return value;
    },
    get error() {
      return error;
    },
    get isBusy() {
      return isBusy;
    },
    reload() {
      round++;
    },
  };
}

export interface LoadingPages<Item> extends Loading<readonly Item[]> {
  readonly hasMore: boolean;
  more(): Promise<void>;
}

/** As `load`, for lists that come in pages. */
export function loadPages<Item>(
  ask: (after: string | null, signal?: AbortSignal) => Promise<Page<Item>>,
): LoadingPages<Item> {
  let further = $state.raw<{ of: Page<Item>; items: readonly Item[]; next: string | null }>();
  let isBusy = $state(false);
  let error = $state.raw<ApiError>();
  const first = load((signal) => ask(null, signal));
  // Further pages belong to the first one that they follow: another filter makes them void.
  const own = $derived(further !== undefined && further.of === first.value ? further : undefined);
  const next = $derived(own === undefined ? (first.value?.next ?? null) : own.next);
  return {
    get value() {
      return first.value === undefined ? undefined : [...first.value.items, ...(own?.items ?? [])];
    },
    get error() {
      return first.error ?? error;
    },
    get isBusy() {
      return first.isBusy || isBusy;
    },
    get hasMore() {
      return next !== null;
    },
    reload: () => first.reload(),
    async more() {
      const of = first.value;
      if (of === undefined || next === null || isBusy) return;
      isBusy = true;
      try {
        const page = await ask(next);
        further = { of, items: [...(own?.items ?? []), ...page.items], next: page.next };
        error = undefined;
      } catch (reason) {
        error = toApiError(reason);
      } finally {
        isBusy = false;
      }
    },
  };
}
