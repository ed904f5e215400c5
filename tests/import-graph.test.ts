import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");

/** For each room, the rooms whose `index.ts` it may import. */
const ALLOWED: Record<string, string[]> = {
  language: [],
  reading: ["language"],
  sources: ["language", "reading"],
  record: ["language", "reading"],
  store: ["language", "reading", "record"],
  exchange: ["language", "reading", "record", "store"],
  server: ["language", "reading", "sources", "record", "store", "exchange"],
  cli: ["language", "reading", "sources", "record", "store", "exchange", "server"],
  web: [],
};

/** The page takes types from these rooms, never code: its data come from the HTTP API, or from the worker. */
const TYPES_FOR_WEB = ["reading", "record", "store"];

/** Runs in a web worker, so that a report can be read without being sent anywhere: decision 0130. */
const READING_WORKER = "src/web/read/reading-worker.ts";

/** Only these may print, read the environment or set exit codes. */
const MAY_PRINT = new Set(["server", "cli"]);

interface Import {
  file: string;
  room: string;
  target: string;
  isTypeOnly: boolean;
}

function listSourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(ts|svelte)$/.test(name) && !name.endsWith(".test.ts"))
    .map((name) => join(folder, name))
    .sort();
}

function listImports(file: string): Import[] {
  const source = readFileSync(file, "utf8");
  const room = relative(join(root, "src"), file).split(sep)[0];
  const found = source.matchAll(/(?:(import type|export type)[^;"]*|from|import)\s*\(?\s*"(\.[^"]+)"/g);
  return [...found].map((match) => ({
    file: relative(root, file),
    room,
    target: resolve(dirname(file), match[2]),
    isTypeOnly: match[1] !== undefined,
  }));
}

function isAllowed({ file, room, target, isTypeOnly }: Import): boolean {
  // Texts that the page shows as examples are data.
  if (room === "web" && target.endsWith("?raw")) return true;
  const path = relative(join(root, "src"), target).split(sep);
  if (path[0] === "..") return false;
  if (path[0] === room) return true;
  if (path.length !== 2 || path[1] !== "index.ts") return false;
  if (room === "web" && isTypeOnly) return TYPES_FOR_WEB.includes(path[0]);
  if (file === READING_WORKER) return ["language", "reading"].includes(path[0]);
  return ALLOWED[room]?.includes(path[0]) ?? false;
}

const files = listSourceFiles(join(root, "src"));
const imports = files.flatMap(listImports);

describe("the import graph", () => {
  it("is read from more than one room", () => {
    expect(new Set(imports.map(({ room }) => room)).size).toBeGreaterThan(1);
  });

  it("points one way only, through index files", () => {
    const wrong = imports.filter((found) => !isAllowed(found));
    expect(wrong.map(({ file, target }) => `${file} -> ${relative(root, target)}`)).toEqual([]);
  });

  it("keeps printing, environment and exit codes in the server and the command line", () => {
    const wrong = files.filter((file) => {
      const room = relative(join(root, "src"), file).split(sep)[0];
      return !MAY_PRINT.has(room) && /\bconsole\.|process\.(env|exit|stdout|stderr)/.test(readFileSync(file, "utf8"));
    });
    expect(wrong.map((file) => relative(root, file))).toEqual([]);
  });
});
