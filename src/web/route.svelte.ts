/** Where in the page we are: the part of the address after `#`, such as `#/reports/4f…?char=10-42`. */

export interface Route {
  /** `["reports", "4f…"]`. */
  path: string[];
  query: URLSearchParams;
}

function parseRoute(hash: string): Route {
  const [path, query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const parts = path.split("/").filter(Boolean);
  return { path: parts.map(decodeOrKeep), query: new URLSearchParams(query) };
}

function decodeOrKeep(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

let current = $state.raw(parseRoute(location.hash));
addEventListener("hashchange", () => {
  current = parseRoute(location.hash);
});

export function getRoute(): Route {
  return current;
}
