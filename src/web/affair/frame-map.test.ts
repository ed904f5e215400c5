import { expect, it } from "vitest";
import { type Box, frameMap } from "./frame-map.ts";

const place = (frame: ReturnType<typeof frameMap>, x: number, y: number) =>
  frame && [Math.round(frame.scale * x + frame.x), Math.round(frame.scale * y + frame.y)];

it("draws out the part where the boxes stand, in the middle and inside the frame", () => {
  const boxes: Box[] = [
    [[400, 100], [420, 120]],
    [[460, 110], [480, 140]],
  ]; // biome-ignore format: a row each
  const frame = frameMap(boxes, 800, 400);
  expect(frame!.scale).toBeGreaterThan(2);
  expect(place(frame, 440, 120)).toEqual([400, 200]);
  for (const corner of boxes.flat()) {
    const [x, y] = place(frame, corner[0], corner[1])!;
    expect(x > 0 && x < 800 && y > 0 && y < 400).toBe(true);
  }
});

it.each<[string, Box[]]>([
  ["nothing", []],
  ["what lies across the world", [[[10, 100], [20, 120]], [[700, 110], [760, 140]]]],
  ["what has no place", [[[Number.NaN, Number.NaN], [Number.NaN, Number.NaN]]]],
])("shows the whole world for %s", (_, boxes) => {
  expect(frameMap(boxes, 800, 400)).toBeUndefined();
}); // biome-ignore format: by rows
