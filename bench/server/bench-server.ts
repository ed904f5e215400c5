/** How fast the API answers many readers at once: a real server over a real archive, asked by 50 connections without a pause. */
import { cpus, loadavg } from "node:os";
import autocannon from "autocannon";
import { serveStore } from "../serve-store.ts";
import { listReaderRequests } from "./reader-requests.ts";

export interface ServerBench {
  readonly store: string;
  readonly connections: number;
  readonly requests: number;
  readonly seconds: number;
  /** Requests a second of readers who look at what they get before they ask again. */
  readonly rate: number;
}

export async function benchServer({ store, connections, requests, seconds, rate }: ServerBench): Promise<void> {
  const server = await serveStore(store);
  const { address } = server;
  try {
    const stats = await (await fetch(`${address}api/v1/stats`)).json();
    const { statements, reports } = stats as { statements: number; reports: number };
    const load = loadavg()[0].toFixed(1);
    console.log(`${cpus().length} x ${cpus()[0].model}, Node ${process.version}, load ${load} when it began`);
    console.log(`${statements} statements in ${reports} reports; ${connections} connections, without a pause\n`);
    const asked = await listReaderRequests(address, requests);
    console.log(
      "kind of request".padEnd(50) + ["requests/s", "p50 ms", "p95 ms", "p99 ms", "cpu ms", "errors"].map(pad).join(""),
    );
    for (const [kind, paths] of asked)
      await measure(`${kind}, each for the first time`, paths, { amount: paths.length });
    const mixed = mix([...asked.values()]);
    await measure("all of them mixed, asked again", mixed, { duration: seconds });
    await measure(`the same, ${rate} requests a second in all`, mixed, { duration: seconds, overallRate: rate });

    /** Of the server alone: what the other programs on a busy machine do not change. */
    async function getCpuSeconds(): Promise<number> {
      const text = await (await fetch(`${address}metrics`)).text();
      return Number(/^process_cpu_seconds_total ([\d.]+)/m.exec(text)?.[1]);
    }

    async function measure(name: string, paths: readonly string[], how: object): Promise<void> {
      const times: number[] = [];
      let errors = 0;
      const cpuBefore = await getCpuSeconds();
      const start = performance.now();
      // Connections share one list, so that nothing is asked twice the first time.
      let next = 0;
      const result = await new Promise<autocannon.Result>((resolve, reject) => {
        const run = autocannon(
          {
            url: address,
            connections: Math.min(connections, paths.length),
            requests: [{ setupRequest: (request) => ({ ...request, path: paths[next++ % paths.length] }) }],
            ...how,
          },
          (error, finished) => (error ? reject(error) : resolve(finished)),
        );
        run.on("response", (_client, status, _bytes, time) => {
          times.push(time);
          if (status !== 200) errors++;
        });
      });
      errors += result.errors + result.timeouts;
      const elapsed = (performance.now() - start) / 1000;
      const cpu = (((await getCpuSeconds()) - cpuBefore) * 1000) / times.length;
      times.sort((one, other) => one - other);
      const at = (share: number) => (times[Math.floor(times.length * share)] ?? Number.NaN).toFixed(1);
      const figures = [
        (times.length / elapsed).toFixed(0),
        at(0.5),
        at(0.95),
        at(0.99),
        cpu.toFixed(2),
        String(errors),
      ];
      console.log(name.padEnd(50) + figures.map(pad).join(""));
    }
  } finally {
    await server.close();
  }
}

function pad(text: string): string {
  return text.padStart(12);
}

/** One of each in turn. */
function mix(lists: readonly (readonly string[])[]): string[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list[index] ?? [])).flat();
}
