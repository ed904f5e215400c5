/** The views of the page, each loaded when it is first asked for. */
import type { Component } from "svelte";

interface View {
  /** The entry of the navigation that it belongs to. */
  nav: string;
  needsArchive: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: views that show a list take no id.
  open: () => Promise<{ default: Component<any> }>;
}

const READ: View = { nav: "read", needsArchive: false, open: () => import("./read/read-view.svelte") };

const NOWHERE: View = { nav: "", needsArchive: false, open: () => import("./shell/nowhere-view.svelte") };

function fromArchive(nav: string, open: View["open"]): View {
  return { nav, needsArchive: true, open };
}

/** Hosted as plain files there is no archive, and the page is "Read" alone. */
const VIEWS: Record<string, { list: View; one?: View }> = __IS_STATIC__
  ? {}
  : {
      affairs: {
        list: fromArchive("affairs", () => import("./affair/affairs-view.svelte")),
        one: fromArchive("affairs", () => import("./affair/affair-view.svelte")),
      },
      people: {
        list: fromArchive("people", () => import("./person/people-view.svelte")),
        one: fromArchive("people", () => import("./person/person-view.svelte")),
      },
      reports: {
        list: fromArchive("archive", () => import("./archive/archive-view.svelte")),
        one: fromArchive("archive", () => import("./report/report-view.svelte")),
      },
      search: { list: fromArchive("search", () => import("./search/search-view.svelte")) },
      review: { list: fromArchive("review", () => import("./review/review-view.svelte")) },
      archive: { list: fromArchive("archive", () => import("./archive/archive-view.svelte")) },
    };

export function findView(name: string, hasId: boolean): View {
  if (name === "read" || __IS_STATIC__) return READ;
  const found = name === "" ? VIEWS.affairs : VIEWS[name];
  if (found === undefined) return NOWHERE;
  return hasId ? (found.one ?? found.list) : found.list;
}
