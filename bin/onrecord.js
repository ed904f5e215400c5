#!/usr/bin/env node
import { existsSync } from "node:fs";
import * as module from "node:module";

// What V8 has compiled is kept for the next start, where Node can do that (from 22.1 on).
module.enableCompileCache?.();

const main = new URL("../dist/program/main.js", import.meta.url);
if (existsSync(main)) {
  const { main: run } = await import(main.href);
  process.exitCode = await run(process.argv.slice(2));
} else {
  process.stderr.write(
    "onrecord: the program is not built yet. Run `npm run build` in the project's folder, then try again.\n",
  );
  process.exitCode = 2;
}
