import { expect, it } from "vitest";
import { thinTicks } from "./thin-ticks.ts";

it.each([
  [[0, 50, 100, 150, 200], 40, [0, 50, 100, 150, 200]],
  [[0, 50, 100, 150, 200], 60, [0, 100, 200]],
  [[0, 50, 100, 150, 200], 120, [0, 150]],
  [[7], 60, [7]],
  [[], 60, []],
])("of %j, with %d px each, keeps %j", (ticks, least, expected) => {
  expect(thinTicks(ticks, (tick) => tick, least)).toEqual(expected);
});
