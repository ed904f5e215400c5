/** Shapes that tell the givers of figures apart without colour, about the origin. */
export const MARK_SHAPES = [
  "M-5 0A5 5 0 1 0 5 0A5 5 0 1 0-5 0",
  "M-4.5-4.5H4.5V4.5H-4.5Z",
  "M0-6 5.5 4.5H-5.5Z",
  "M0-6 6 0 0 6-6 0Z",
  "M0 6 5.5-4.5H-5.5Z",
  "M-5.5-2H-2V-5.5H2V-2H5.5V2H2V5.5H-2V2H-5.5Z",
  "M-6-3H6V3H-6Z",
  "M-3-6H3V6H-3Z",
] as const;

/** For the nth giver: a hue of the style sheet, 1 to 8, and a shape. */
export function toMark(index: number): { hue: number; shape: string } {
  return { hue: (index % 8) + 1, shape: MARK_SHAPES[index % MARK_SHAPES.length] };
}
