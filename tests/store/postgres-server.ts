/** A PostgreSQL server of one's own in a temporary folder, from what the system has installed. */
import { spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";

/** Where Debian and others put the server's programs. */
export function findPostgres(): string | undefined {
  const root = "/usr/lib/postgresql";
  const versions = existsSync(root) ? readdirSync(root).sort((one, other) => Number(other) - Number(one)) : [];
  return versions.map((version) => join(root, version, "bin")).find((folder) => existsSync(join(folder, "initdb")));
}

export interface PostgresServer {
  /** Makes an empty database and gives its address. */
  createDatabase(name: string): Promise<string>;
  /** The address of a database that is there. */
  toAddress(name: string): string;
  /** Of the server's own process. */
  readonly pid: number;
  stop(): void;
}

/**
 * @param settings As `-c` takes them.
 * @param kept A folder whose databases are there again the next time; by default they go when the server stops.
 */
export function startPostgres(programs: string, settings: readonly string[] = [], kept?: string): PostgresServer {
  const port = 20_000 + (process.pid % 20_000);
  const folder = kept ?? mkdtempSync(join(tmpdir(), "onrecord-pg-"));
  mkdirSync(folder, { recursive: true });
  const data = join(folder, "data");
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
  if (identity.uid !== undefined) chownSync(folder, identity.uid, identity.gid!);
  if (!existsSync(data)) run("initdb", ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"]);
  const options = ["listen_addresses=127.0.0.1", ...settings].map((setting) => `-c ${setting}`).join(" ");
  run("pg_ctl", ["-D", data, "-w", "-l", join(folder, "log"), "-o", `-p ${port} -k ${folder} ${options}`, "start"]);
  const address = (name: string) => `postgres://postgres@127.0.0.1:${port}/${name}`;
  return {
    pid: Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]),
    toAddress: address,
    async createDatabase(name) {
      const client = new pg.Client(address("postgres"));
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return address(name);
    },
    stop() {
      run("pg_ctl", ["-D", data, "-w", "-m", kept === undefined ? "immediate" : "fast", "stop"]);
      if (kept === undefined) rmSync(folder, { recursive: true });
    },
  };
}
