/** What the address asks for, after its `#`: `#/read?char=10-42` opens at those words. */
import type { Span } from "./read/list-items.ts";

function parseSpan(hash: string): Span | undefined {
  const match = /[?&]char=(\d+)-(\d+)(?:&|$)/.exec(hash);
  return match === null ? undefined : { start: Number(match[1]), end: Number(match[2]) };
}

let wanted = $state.raw(parseSpan(location.hash));
addEventListener("hashchange", () => {
  wanted = parseSpan(location.hash);
});

export function getWantedSpan(): Span | undefined {
  return wanted;
}
