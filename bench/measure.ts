/** Times a function by the processor time of this process, since other programs make wall time wrong. */

/** The warm-up goes on while one of so many runs was clearly the fastest so far, but no longer than so many times the measuring. */
const STEADY_RUNS = 8;
const CLEARLY_FASTER = 0.98;
const LONGEST_WARM_UP = 8;

/**
 * Runs `run` until it has become no faster for a while, since engines compile what runs often step by step, then for
 * `minSeconds` of processor time.
 *
 * @param prepare Makes a fresh input for each run; its time is not counted.
 * @returns Runs per second of processor time.
 */
export function measureRuns<Input>(prepare: () => Input, run: (input: Input) => unknown, minSeconds: number): number {
  let kept: unknown;
  const runOnce = (): number => {
    const input = prepare();
    const before = process.cpuUsage();
    kept = run(input);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
  let fastest = Number.POSITIVE_INFINITY;
  let warmed = 0;
  for (let steady = 0; steady < STEADY_RUNS && warmed < minSeconds * LONGEST_WARM_UP; steady++) {
    const seconds = runOnce();
    warmed += seconds;
    if (seconds >= fastest * CLEARLY_FASTER) continue;
    fastest = seconds;
    steady = -1;
  }
  let runs = 0;
  let used = 0;
  for (; used < minSeconds; runs++) used += runOnce();
  // The result is used, so that no engine may leave the work out.
  if (kept === undefined) throw new Error("The measured function gave nothing.");
  return runs / used;
}
