import { describe, expect, it } from "vitest";
import { read } from "../../src/reading/index.ts";
import { countStances } from "./count-stances.ts";

const reading = read(
  { text: "Mayor Tobin Askerow condemned the toll. Minister Ilse Varnholt welcomed the toll." },
  { form: "plain" },
);

describe("counting stances", () => {
  it("finds holders by any of their names, and only with the keyed side", () => {
    const key = [
      { holder: ["city council", "Tobin Askerow"], stance: "opposes" },
      { holder: "Varnholt", stance: "opposes" },
    ];
    expect(countStances(key, reading)).toEqual({ found: 1, wanted: 2, given: 2 });
  });

  it("does not ask for optional ones", () => {
    const key = [{ holder: "Tobin Askerow", stance: "neutral", optional: true }];
    expect(countStances(key, reading)).toEqual({ found: 0, wanted: 0, given: 2 });
  });

  it("counts a stance once", () => {
    const key = [
      { holder: "Tobin Askerow", stance: "opposes" },
      { holder: "Tobin Askerow", stance: "opposes" },
    ];
    expect(countStances(key, reading).found).toBe(1);
  });
});
