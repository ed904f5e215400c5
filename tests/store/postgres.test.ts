import { spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../../src/store/index.ts";
import { describeRecordStore } from "./record-store-suite.ts";

/** Where Debian and others put the server's programs. */
function findPrograms(): string | undefined {
  const root = "/usr/lib/postgresql";
  const versions = existsSync(root) ? readdirSync(root).sort((one, other) => Number(other) - Number(one)) : [];
  return versions.map((version) => join(root, version, "bin")).find((folder) => existsSync(join(folder, "initdb")));
}

const programs = findPrograms();

if (programs === undefined) {
  describe("PostgreSQL", () => {
    it.skipIf(process.env.CI !== "true")("has its server's programs installed (apt-get install postgresql)", () => {
      expect(programs).toBeDefined();
    });
  });
} else {
  const port = 20_000 + (process.pid % 20_000);
  const folder = mkdtempSync(join(tmpdir(), "onrecord-pg-"));
  const isRoot = process.getuid?.() === 0;
  const number = (what: string) => Number(spawnSync("id", [what, "postgres"]).stdout.toString());
  // The server refuses to run as root.
  const identity = isRoot ? { uid: number("-u"), gid: number("-g") } : {};
  const run = (program: string, argv: string[]) => {
    const { status, stderr } = spawnSync(join(programs, program), argv, {
      ...identity,
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"],
    });
    if (status !== 0) throw new Error(`${program}: ${stderr}`);
  };
  const data = join(folder, "data");
  const address = (name: string) => `postgres://postgres@127.0.0.1:${port}/${name}`;

  beforeAll(() => {
    if (identity.uid !== undefined) chownSync(folder, identity.uid, identity.gid!);
    run("initdb", ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"]);
    run("pg_ctl", [
      "-D",
      data,
      "-w",
      "-l",
      join(folder, "log"),
      "-o",
      `-p ${port} -c listen_addresses=127.0.0.1 -k ${folder}`,
      "start",
    ]);
  }, 120_000);

  afterAll(() => {
    run("pg_ctl", ["-D", data, "-w", "-m", "immediate", "stop"]);
    rmSync(folder, { recursive: true });
  }, 60_000);

  let archives = 0;
  describeRecordStore("PostgreSQL", async () => {
    const client = new pg.Client(address("postgres"));
    await client.connect();
    const name = `archive${archives++}`;
    await client.query(`create database ${name}`);
    await client.end();
    return openStore(address(name));
  });
}
