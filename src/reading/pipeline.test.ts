import { describe, expect, it } from "vitest";
import { ReadingError } from "./errors.ts";
import { checkOrder, pipeline } from "./pipeline.ts";

describe("the pipeline", () => {
  it("has every component after those that it builds on", () => {
    expect(() => checkOrder(pipeline, ["text", "header"])).not.toThrow();
  });

  it("refuses another order", () => {
    expect(() => checkOrder([...pipeline].reverse(), ["text", "header"])).toThrow(ReadingError);
  });
});
