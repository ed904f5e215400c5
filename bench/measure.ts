/** Times a function by the processor time of this process, since other programs make wall time wrong. */

/**
 * Runs `run` until `minSeconds` of processor time have gone, after a warm-up of a third of that.
 *
 * @param prepare Makes a fresh input for each run; its time is not counted.
 * @returns Runs per second of processor time.
 */
export function measureRuns<Input>(prepare: () => Input, run: (input: Input) => unknown, minSeconds: number): number {
  let used = 0;
  let kept: unknown;
  const runFor = (seconds: number): number => {
    let runs = 0;
    for (used = 0; used < seconds * 1e6; runs++) {
      const input = prepare();
      const before = process.cpuUsage();
      kept = run(input);
      const { user, system } = process.cpuUsage(before);
      used += user + system;
    }
    return runs;
  };
  runFor(minSeconds / 3);
  const runs = runFor(minSeconds);
  // The result is used, so that no engine may leave the work out.
  if (kept === undefined) throw new Error("The measured function gave nothing.");
  return (runs / used) * 1e6;
}
