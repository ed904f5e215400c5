import { beforeAll, describe, expect, it, vi } from "vitest";

// The module reads the address as it loads, and runes are the compiler's.
vi.stubGlobal("location", { hash: "" });
vi.stubGlobal("addEventListener", () => {});
vi.stubGlobal(
  "$state",
  Object.assign((value: unknown) => value, { raw: (value: unknown) => value }),
);

describe("addresses", () => {
  let route: typeof import("./route.svelte.ts");
  beforeAll(async () => {
    route = await import("./route.svelte.ts");
  });

  it.each([
    ["#/affairs/pell-bridge?tab=case", "affairs", "pell-bridge", "tab=case"],
    ["#/read", "read", undefined, ""],
    ["", "", undefined, ""],
    ["#/people/a%2Fb", "people", "a/b", ""],
    ["#/people/%E0%A4%A", "people", "%E0%A4%A", ""],
  ])("takes %s apart", (hash, view, id, query) => {
    const parsed = route.parseRoute(hash);
    expect([parsed.view, parsed.id, String(parsed.query)]).toEqual([view, id, query]);
  });

  it("gives back what was put in", () => {
    const href = route.toHref("search", undefined, { words: "a & b", speaker: "", from: undefined });
    expect(href).toBe("#/search?words=a+%26+b");
    expect(route.parseRoute(href).query.get("words")).toBe("a & b");
    expect(route.parseRoute(route.toHref("people", "ø/é")).id).toBe("ø/é");
  });

  it("reads spans, and nothing else", () => {
    expect(route.parseSpan("10-42")).toEqual({ start: 10, end: 42 });
    expect(route.parseSpan("10-")).toBeUndefined();
    expect(route.parseSpan(null)).toBeUndefined();
  });
});
