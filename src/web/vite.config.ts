/**
 * Builds the page: `dist/web`, which `onrecord serve` shows, or with `--mode static` the view "Read" alone, `dist/static`, to be hosted
 * anywhere. Neither asks any other host for anything.
 */
import { createHash } from "node:crypto";
import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig, type Plugin } from "vite";

const root = resolve(import.meta.dirname, "../..");
const modelFolder = join(root, "models");

/** What the page must know of each model before it asks for it; the digest keeps a browser from using an old one. */
function listModels(): { name: string; bytes: number; digest: string }[] {
  return readdirSync(modelFolder)
    .filter((file) => file.endsWith(".bin"))
    .sort()
    .map((file) => {
      const content = readFileSync(join(modelFolder, file));
      const digest = createHash("sha256").update(content).digest("hex").slice(0, 12);
      return { name: file.slice(0, -".bin".length), bytes: content.length, digest };
    });
}

function copyModels(outDir: string): Plugin {
  return {
    name: "copy-models",
    apply: "build",
    closeBundle() {
      for (const { name } of listModels())
        cpSync(join(modelFolder, `${name}.bin`), join(outDir, "models", `${name}.bin`));
    },
  };
}

export default defineConfig(({ mode }) => {
  const isStatic = mode === "static";
  const outDir = join(root, "dist", isStatic ? "static" : "web");
  return {
    root: import.meta.dirname,
    base: "./",
    define: { __MODELS__: JSON.stringify(listModels()), __IS_STATIC__: JSON.stringify(isStatic) },
    plugins: [
      svelte({
        configFile: false,
        compilerOptions: { runes: true },
        // The compiler's warnings are mostly about accessibility: one that is only printed is one that nobody mends.
        onwarn(warning) {
          throw new Error(`${warning.filename}: ${warning.message}`);
        },
      }),
      ...(isStatic ? [copyModels(outDir)] : []),
    ],
    worker: { format: "es" as const },
    build: {
      outDir,
      emptyOutDir: true,
      target: "es2022",
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      // How long plugins take is no news to somebody who starts the program.
      rolldownOptions: { checks: { pluginTimings: false } },
    },
    logLevel: "warn" as const,
  };
});
