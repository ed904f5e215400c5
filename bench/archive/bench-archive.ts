/** Adding many reports, and asking an archive of many statements, on both stores. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import type { Engine } from "../../src/store/engine.ts";
import { openStore } from "../../src/store/index.ts";
import { createPostgresEngine } from "../../src/store/postgres-engine.ts";
import { createSqliteEngine } from "../../src/store/sqlite-engine.ts";
import { findPostgres, startPostgres } from "../../tests/store/postgres-server.ts";
import { addManyReports } from "./add-many-reports.ts";
import { askArchive } from "./ask-archive.ts";
import { type FilledArchive, fillArchive } from "./fill-archive.ts";

export interface ArchiveBench {
  readonly data: string;
  readonly reports: number;
  readonly workers: number;
  readonly statements: number;
  readonly queries: number;
  readonly stores: string;
  /** A folder where the archives that are asked stay, to be asked again. */
  readonly keep?: string;
  /** Part of the names of the questions that are asked. */
  readonly only?: string;
}

export async function benchArchive(options: ArchiveBench): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-bench-"));
  const load = loadavg()[0].toFixed(1);
  console.log(`${cpus().length} x ${cpus()[0].model}, Node ${process.version}, load ${load} when it began`);
  try {
    if (options.reports > 0) await addManyReports(options, folder);
    if (options.statements === 0) return;
    const home = options.keep ?? folder;
    mkdirSync(home, { recursive: true });
    for (const store of options.stores.split(",")) {
      const name = `asked_${options.statements}`;
      if (store === "sqlite") {
        const file = join(home, `${name}.db`);
        await measureAsking(options, join(home, `${name}.sqlite.json`), createSqliteEngine, async () => file);
        continue;
      }
      const programs = findPostgres();
      if (programs === undefined) {
        console.log("\nPostgreSQL: its programs are not installed");
        continue;
      }
      const settings = ["shared_buffers=256MB", "maintenance_work_mem=256MB", "max_wal_size=4GB"];
      const server = startPostgres(programs, settings, options.keep && join(home, "postgres"));
      try {
        const find = async (isThere: boolean) => (isThere ? server.toAddress(name) : await server.createDatabase(name));
        await measureAsking(options, join(home, `${name}.postgres.json`), createPostgresEngine, find, server.pid);
      } finally {
        server.stop();
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param note A file that is there when the archive is full, with what is in it. */
async function measureAsking(
  { statements, queries, only }: ArchiveBench,
  note: string,
  createEngine: (address: string) => Engine,
  findAddress: (isThere: boolean) => Promise<string>,
  server?: number,
): Promise<void> {
  const isThere = existsSync(note);
  const address = await findAddress(isThere);
  const engine = createEngine(address);
  const start = performance.now();
  const store = await openStore(address);
  const filled: FilledArchive = isThere
    ? JSON.parse(readFileSync(note, "utf8"))
    : await fillArchive(engine, statements);
  if (!isThere) writeFileSync(note, JSON.stringify(filled));
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  const { statements: count, reports } = filled;
  const how = isThere ? "opened" : "made";
  console.log(`\n${engine.name} at ${address}: ${count} statements in ${reports} reports, ${how} in ${seconds} s\n`);
  await askArchive(store, filled, { queries, ...(only && { only }), ...(server && { server }) });
  await store.close();
}
