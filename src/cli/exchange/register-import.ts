/** The arguments of `onrecord import`. */
import type { Command } from "commander";
import { type CommandContext, createStoreOption } from "../command-context.ts";
import type { StoreOptions } from "../with-store.ts";

export function registerImport(program: Command, { streams, finish }: CommandContext): void {
  program
    .command("import")
    .description("put what `onrecord export --as jsonl` wrote into an archive; what is there already stays")
    .argument("<file...>", "files, also compressed with gzip; - is standard input")
    .addOption(createStoreOption())
    // Whoever made the file would else decide where this machine writes and posts to.
    .option("--watches", "its watches too, with the files and addresses that they deliver to", false)
    .action(async (files: string[], options: StoreOptions & { watches: boolean }) => {
      const { runImport } = await import("./import-command.ts");
      finish(await runImport(files, options, streams));
    });
}
