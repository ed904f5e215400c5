#!/usr/bin/env node
import { existsSync } from "node:fs";

const main = new URL("../dist/src/cli/main.js", import.meta.url);
if (existsSync(main)) {
  const { main: run } = await import(main.href);
  process.exitCode = await run(process.argv.slice(2));
} else {
  process.stderr.write(
    "onrecord: the program is not built yet. Run `npm run build` in the project's folder, then try again.\n",
  );
  process.exitCode = 2;
}
