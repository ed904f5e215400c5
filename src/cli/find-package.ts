/** The folder of this package, and its version. */
import { readFileSync } from "node:fs";

export interface Package {
  readonly folder: URL;
  /** "unknown" where the package's description is missing. */
  readonly version: string;
}

let found: Package | undefined;

/** Looks in every folder above: a source, what the compiler makes of it and the built program lie at different depths. */
export function findPackage(): Package {
  found ??= look();
  return found;
}

function look(): Package {
  for (let folder = new URL(".", import.meta.url); folder.pathname !== "/"; folder = new URL("..", folder)) {
    try {
      const { name, version } = JSON.parse(readFileSync(new URL("package.json", folder), "utf8"));
      if (name === "onrecord") return { folder, version };
    } catch {}
  }
  return { folder: new URL(".", import.meta.url), version: "unknown" };
}
