/** Processor time of a process and all that it started, by what Linux tells in `/proc`. */
import { readdirSync, readFileSync } from "node:fs";

/** Linux counts in hundredths of a second. */
const MS_PER_TICK = 10;

/** @param depth How far down: 0 is the process alone. */
export function getFamilyMs(pid: number, depth = Number.POSITIVE_INFINITY): number {
  const children = new Map<number, number[]>();
  const ticks = new Map<number, number>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      // The program's name, in brackets, may have spaces.
      const fields = readFileSync(`/proc/${name}/stat`, "utf8")
        .replace(/^.*\) /, "")
        .split(" ");
      const parent = Number(fields[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
      ticks.set(Number(name), Number(fields[11]) + Number(fields[12]));
    } catch {
      // It ended.
    }
  }
  const count = (one: number, left: number): number =>
    (ticks.get(one) ?? 0) +
    (left === 0 ? 0 : (children.get(one) ?? []).reduce((sum, child) => sum + count(child, left - 1), 0));
  return count(pid, depth) * MS_PER_TICK;
}
