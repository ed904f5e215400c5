import { describe, expect, it } from "vitest";
import { restoreArticle } from "./restored-articles.ts";

describe("restoreArticle", () => {
  it("traces spans to the restored words and back", () => {
    const text = "The ministers said the bridges were closed.";
    const { text: restored, toOriginal, fromOriginal } = restoreArticle(text);
    const span: [number, number] = [4, 18];
    const [moved] = fromOriginal([span]);
    expect(restored.slice(...moved).split(" ")).toHaveLength(2);
    expect(toOriginal([moved])).toEqual([span]);
  });
});
