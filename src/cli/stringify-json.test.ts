import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringifyReadably } from "./stringify-json.ts";

describe("stringifyReadably", () => {
  it("keeps what fits on one line", () => {
    const value = { id: "e1", list: [{ start: 0, end: 4 }], text: "x".repeat(100), none: undefined };
    expect(stringifyReadably(value)).toBe(
      `{\n  "id": "e1",\n  "list": [{"start":0,"end":4}],\n  "text": "${"x".repeat(100)}"\n}`,
    );
  });

  it("means the same as JSON.stringify", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        expect(JSON.parse(stringifyReadably(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
