/**
 * Builds the program: `dist/program`, what `onrecord` runs. It is the compiled command line again, put together into few files,
 * since finding and opening some hundreds of modules takes Node longer than a short report takes to be read.
 */
import { resolve } from "node:path";
import { defineConfig } from "vite";

const root = resolve(import.meta.dirname, "../..");
const source = resolve(root, "src");

export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  // What a plain reading needs; everything else is loaded from its package by the commands that use it.
  ssr: { noExternal: ["chrono-node", "commander"] },
  build: {
    ssr: true,
    outDir: resolve(root, "dist/program"),
    emptyOutDir: true,
    target: "node20",
    minify: false,
    license: { fileName: "licences.md" },
    reportCompressedSize: false,
    rolldownOptions: {
      // The command line, and the threads that it and the server start: these are found beside the file that starts them.
      input: {
        main: resolve(source, "cli/main.ts"),
        "reading-thread": resolve(source, "cli/reading-thread.ts"),
        "pdf-worker": resolve(source, "sources/pdf-worker.ts"),
        "upload-worker": resolve(source, "server/uploads/upload-worker.ts"),
      },
      output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
      checks: { pluginTimings: false },
    },
  },
  logLevel: "warn",
});
