/** Which part of the world a map shows: the whole, or the part where those stand that it is about. */

export type Box = [[left: number, top: number], [right: number, bottom: number]];

/** How far the map of the world is drawn out, and by how much it is moved then. */
export interface Frame {
  scale: number;
  x: number;
  y: number;
}

const MOST_SCALE = 5;
/** Below it the whole world is as good: a map that is nearly whole looks like a mistake. */
const LEAST_SCALE = 1.6;
/** Of the frame that is left around what it is about. */
const MARGIN = 0.18;

/**
 * @param boxes Where each stands on the map of the whole world.
 * @returns `undefined` where there is none, or they lie so far apart that the whole world is to be shown.
 */
export function frameMap(boxes: readonly Box[], width: number, height: number): Frame | undefined {
  if (boxes.length === 0) return undefined;
  const left = Math.min(...boxes.map(([[x]]) => x));
  const top = Math.min(...boxes.map(([[, y]]) => y));
  const right = Math.max(...boxes.map(([, [x]]) => x));
  const bottom = Math.max(...boxes.map(([, [, y]]) => y));
  const room = 1 - 2 * MARGIN;
  const scale = Math.min(
    MOST_SCALE,
    (width * room) / Math.max(1, right - left),
    (height * room) / Math.max(1, bottom - top),
  );
  if (!Number.isFinite(scale) || scale < LEAST_SCALE) return undefined;
  return { scale, x: width / 2 - (scale * (left + right)) / 2, y: height / 2 - (scale * (top + bottom)) / 2 };
}
