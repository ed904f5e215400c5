/** Adding many reports, and asking an archive of many statements, on both stores. */
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import type { Engine } from "../../src/store/engine.ts";
import { openStore } from "../../src/store/index.ts";
import { createPostgresEngine } from "../../src/store/postgres-engine.ts";
import { createSqliteEngine } from "../../src/store/sqlite-engine.ts";
import { findPostgres, startPostgres } from "../../tests/store/postgres-server.ts";
import { addManyReports } from "./add-many-reports.ts";
import { askArchive } from "./ask-archive.ts";
import { fillArchive } from "./fill-archive.ts";

export interface ArchiveBench {
  readonly data: string;
  readonly reports: number;
  readonly workers: number;
  readonly statements: number;
  readonly queries: number;
  readonly stores: string;
}

export async function benchArchive(options: ArchiveBench): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-bench-"));
  console.log(`${cpus().length} x ${cpus()[0].model}, Node ${process.version}`);
  try {
    if (options.reports > 0) await addManyReports(options, folder);
    if (options.statements === 0) return;
    for (const store of options.stores.split(",")) {
      if (store === "sqlite") {
        const file = join(folder, "asked.db");
        await measureAsking(file, createSqliteEngine(file), options);
        continue;
      }
      const programs = findPostgres();
      if (programs === undefined) {
        console.log("\nPostgreSQL: its programs are not installed");
        continue;
      }
      const server = startPostgres(programs, [
        "shared_buffers=256MB",
        "maintenance_work_mem=256MB",
        "max_wal_size=4GB",
      ]);
      try {
        const address = await server.createDatabase("asked");
        await measureAsking(address, createPostgresEngine(address), options);
      } finally {
        server.stop();
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measureAsking(address: string, engine: Engine, { statements, queries }: ArchiveBench): Promise<void> {
  const store = await openStore(address);
  const start = performance.now();
  const filled = await fillArchive(engine, statements);
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `\n${engine.name}: ${filled.statements} statements in ${filled.reports} reports, made in ${seconds.toFixed(0)} s\n`,
  );
  await askArchive(store, filled, queries);
  await store.close();
}
