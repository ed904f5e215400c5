/**
 * Builds the program: `dist/program`, what `onrecord` runs. It is the compiled command line again, put together into few files,
 * since finding and opening some hundreds of modules takes Node longer than a short report takes to be read.
 */
import { resolve } from "node:path";
import { defineConfig, type Plugin } from "vite";

const root = resolve(import.meta.dirname, "../..");
const source = resolve(root, "src");

/** Leaves only ASCII in the files: engines keep a text in half the space that has no character beyond Latin-1. */
const asciiOnly: Plugin = {
  name: "ascii-only",
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== "chunk") continue;
      file.code = file.code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
    }
  },
};

export default defineConfig({
  plugins: [asciiOnly],
  root: import.meta.dirname,
  publicDir: false,
  // What a plain reading needs; everything else is loaded from its package by the commands that use it.
  ssr: { noExternal: ["chrono-node", "commander"] },
  build: {
    ssr: true,
    outDir: resolve(root, "dist/program"),
    emptyOutDir: true,
    target: "node20",
    license: { fileName: "licences.md" },
    reportCompressedSize: false,
    rolldownOptions: {
      // The command line, and the threads that it and the server start: these are found beside the file that starts them.
      input: {
        main: resolve(source, "cli/main.ts"),
        "reading-thread": resolve(source, "cli/reading-thread.ts"),
        "pdf-worker": resolve(source, "sources/pdf-worker.ts"),
        "answer-thread": resolve(source, "server/answers/answer-thread.ts"),
        "upload-worker": resolve(source, "server/uploads/upload-worker.ts"),
      },
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "[name]-[hash].js",
        // Names stay, for traces that can be read; comments and spaces go, since Node looks at every character of a file.
        minify: { compress: false, mangle: false, codegen: true },
      },
      checks: { pluginTimings: false },
    },
  },
  logLevel: "warn",
});
