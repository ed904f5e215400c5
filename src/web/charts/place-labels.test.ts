import { describe, expect, it } from "vitest";
import { placeLabels } from "./place-labels.ts";

describe("labels", () => {
  it.each([
    [
      [10, 50, 90],
      [10, 50, 90],
    ],
    [
      [50, 51, 10],
      [50, 66, 10],
    ],
    [
      [95, 96],
      [80, 96],
    ],
    [
      [0, 0, 0],
      [5, 21, 37],
    ],
  ])("wanted at %j stand at %j", (wanted, placed) => {
    expect(placeLabels(wanted, 16, 5, 96)).toEqual(placed);
  });
});
