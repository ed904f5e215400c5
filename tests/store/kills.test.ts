/** A few kills on each store; `npm run bench -- kills` makes many. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createRandom } from "../../bench/archive/random-words.ts";
import { killWhileAdding, killWhileMigrating } from "../../bench/kills.ts";
import { findPostgres, startPostgres } from "./postgres-server.ts";

const folder = mkdtempSync(join(tmpdir(), "onrecord-kills-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("a process killed at a random moment", () => {
  it("loses nothing that was confirmed and leaves nothing half, in SQLite", async () => {
    const random = createRandom(5);
    const address = join(folder, "killed.db");
    const outcome = await killWhileAdding({ address, folder, kills: 3, reports: 100, maxMs: 1500, random });
    expect(outcome.faults).toEqual([]);
    const addresses = Array.from({ length: 3 }, (_, index) => join(folder, `fresh${index}.db`));
    expect((await killWhileMigrating(addresses, random)).faults).toEqual([]);
  }, 300_000);

  it.skipIf(findPostgres() === undefined)(
    "likewise in PostgreSQL",
    async () => {
      const random = createRandom(6);
      const server = startPostgres(findPostgres()!);
      try {
        const address = await server.createDatabase("killed");
        const outcome = await killWhileAdding({ address, folder, kills: 3, reports: 80, maxMs: 1500, random });
        expect(outcome.faults).toEqual([]);
        const addresses = [
          await server.createDatabase("one"),
          await server.createDatabase("two"),
          await server.createDatabase("three"),
        ];
        expect((await killWhileMigrating(addresses, random)).faults).toEqual([]);
      } finally {
        server.stop();
      }
    },
    300_000,
  );
});
