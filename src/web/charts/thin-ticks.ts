/** Every tick of an axis, or every second, third …: as many as have room for their words. */

/**
 * @param toPlace Where a tick stands, in px.
 * @param least Room that each needs, in px.
 */
export function thinTicks<Tick>(ticks: readonly Tick[], toPlace: (tick: Tick) => number, least: number): Tick[] {
  const gaps = ticks.slice(1).map((tick, index) => Math.abs(toPlace(tick) - toPlace(ticks[index])));
  const narrowest = Math.min(...gaps);
  const every = gaps.length === 0 || narrowest <= 0 ? 1 : Math.max(1, Math.ceil(least / narrowest));
  return ticks.filter((_, index) => index % every === 0);
}
