/** The folder of the package; a compiled file lies one folder deeper than its source. */
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL(import.meta.url.endsWith(".ts") ? ".." : "../..", import.meta.url));
