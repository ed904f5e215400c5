/** Many random kills on both stores, and what they left. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findPostgres, startPostgres } from "../tests/store/postgres-server.ts";
import { createRandom } from "./archive/random-words.ts";
import { type KillOutcome, killWhileAdding, killWhileMigrating } from "./kills.ts";

export interface KillBench {
  readonly kills: number;
  readonly reports: number;
  readonly maxMs: number;
  readonly stores: string;
}

export async function benchKills({ kills, reports, maxMs, stores }: KillBench): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-kills-"));
  const programs = findPostgres();
  for (const store of stores.split(",")) {
    if (store === "postgres" && programs === undefined) continue;
    const server = store === "postgres" ? startPostgres(programs!) : undefined;
    const random = createRandom(3);
    const make = async (name: string) => server?.createDatabase(name) ?? join(folder, `${name}.db`);
    try {
      const added = await killWhileAdding({ address: await make("added"), folder, kills, reports, maxMs, random });
      tell(`${store}, while adding`, added);
      const addresses: string[] = [];
      for (let index = 0; index <= kills; index++) addresses.push(await make(`fresh${index}`));
      tell(`${store}, while making its tables`, await killWhileMigrating(addresses, random));
    } finally {
      server?.stop();
    }
  }
  rmSync(folder, { recursive: true });
}

function tell(name: string, { kills, counts, faults }: KillOutcome): void {
  console.log(`${name}: ${kills} kills, reports after each: ${counts.join(" ")}`);
  console.log(
    faults.length === 0 ? "  nothing lost, nothing twice, every check clean" : faults.map((it) => `  ${it}`).join("\n"),
  );
  if (faults.length > 0) process.exitCode = 1;
}
