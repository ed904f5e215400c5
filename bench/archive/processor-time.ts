/** Processor time of this process and of a database server: what other programs on a busy machine change little. */
import { readdirSync, readFileSync } from "node:fs";

/** @returns Milliseconds so far. */
export type ProcessorClock = () => number;

/** @param server The first process of a server; what its children use is counted. Linux alone tells it. */
export function createProcessorClock(server?: number): ProcessorClock {
  let children: readonly number[] = [];
  const getServerMs = (): number => {
    let sum = 0;
    for (const pid of children) {
      try {
        sum += Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]) / 1e6;
      } catch {
        // It ended.
      }
    }
    return sum;
  };
  if (server !== undefined) {
    const findChildren = () => {
      children = readFileSync(`/proc/${server}/task/${server}/children`, "utf8").split(" ").filter(Boolean).map(Number);
    };
    if (readdirSync("/proc").includes(String(server))) findChildren();
  }
  return () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000 + getServerMs();
  };
}
