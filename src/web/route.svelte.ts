/**
 * What the address asks for, after its `#`: a view, what it shows, and how.
 *
 * `#/affairs/pell-bridge?tab=case` opens the case of an affair; `#/read?char=10-42` opens at those words.
 */
import type { Span } from "./read/list-items.ts";

export interface Route {
  view: string;
  id: string | undefined;
  query: URLSearchParams;
}

type Query = Record<string, string | undefined>;

export function parseRoute(hash: string): Route {
  const [path, query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const [view = "", id] = path.split("/").map(decode);
  return { view, id: id === "" ? undefined : id, query: new URLSearchParams(query) };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The address of a view; what is `undefined` or empty in the query is left out. */
export function toHref(view: string, id?: string, query: Query = {}): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const search = given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
  return `#/${view}${id === undefined ? "" : `/${encodeURIComponent(id)}`}${search}`;
}

let current = $state.raw(parseRoute(location.hash));
addEventListener("hashchange", () => {
  current = parseRoute(location.hash);
});

export function getRoute(): Route {
  return current;
}

export function goTo(href: string): void {
  location.hash = href;
}

/** Sets parts of the address without a step in the browser's history: filters, tabs. */
export function setQuery(changes: Query): void {
  const query = Object.fromEntries(current.query);
  const href = toHref(current.view, current.id, { ...query, ...changes });
  history.replaceState(history.state, "", href);
  current = parseRoute(href);
}

export function parseSpan(value: string | null): Span | undefined {
  const match = /^(\d+)-(\d+)$/.exec(value ?? "");
  return match === null ? undefined : { start: Number(match[1]), end: Number(match[2]) };
}

export function getWantedSpan(): Span | undefined {
  return parseSpan(current.query.get("char"));
}
