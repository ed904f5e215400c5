/** `npm run bench [-- speed|archive|server|page|kills]`: measures, and prints what it found. Each has its options: `--help`. */
import { Command } from "commander";

const program = new Command("bench").description("Measures speed, memory and what is left after a kill.");

program
  .command("speed", { isDefault: true })
  .description("the layers and whole readings, on the example reports")
  .option("--seconds <number>", "processor time for each line of the table", Number, 2)
  .action(async ({ seconds }: { seconds: number }) => {
    const { benchSpeed } = await import("./speed.ts");
    await benchSpeed(seconds);
  });

program
  .command("archive")
  .description("adding many reports, and asking an archive of many statements")
  .option("--data <folder>", "news texts", "../shared/data")
  .option("--reports <count>", "reports that are added; 0 leaves it out", Number, 10_000)
  .option("--workers <count>", "threads that read", Number, 2)
  .option("--statements <count>", "statements of the archive that is asked; 0 leaves it out", Number, 1_000_000)
  .option("--queries <count>", "queries of each kind", Number, 200)
  .option("--stores <names>", "of sqlite, postgres", "sqlite,postgres")
  .option("--keep <folder>", "where the archives that are asked stay, to be asked again; else they are removed")
  .option("--only <words>", "part of the names of the questions that are asked")
  .action(async (options) => {
    const { benchArchive } = await import("./archive/bench-archive.ts");
    await benchArchive(options);
  });

program
  .command("server")
  .description("the API over an archive, asked by many readers at once")
  .requiredOption("--store <address>", "the archive that is asked: a file, or postgres://…")
  .option("--connections <count>", "readers that ask without a pause", Number, 50)
  .option("--requests <count>", "different requests of each kind", Number, 300)
  .option("--seconds <number>", "for what is measured by time", Number, 10)
  .option("--rate <count>", "requests a second of readers who pause", Number, 100)
  .action(async (options) => {
    const { benchServer } = await import("./server/bench-server.ts");
    await benchServer(options);
  });

program
  .command("page")
  .description("from a click to what was asked for, in Chromium: every view and tab of the page over an archive")
  .requiredOption("--store <address>", "the archive that is looked at: a file, or postgres://…")
  .option("--rounds <count>", "how often every view is opened", Number, 2)
  .option("--only <words>", "part of the names of the views")
  .option("--shots <folder>", "also takes a picture of every view, 1280 and 360 px wide")
  .action(async (options) => {
    const { benchPage } = await import("./page/bench-page.ts");
    await benchPage(options);
  });

program
  .command("kills")
  .description("what is left after processes that add or make an archive are killed")
  .option("--kills <count>", "of each kind on each store", Number, 50)
  .option("--reports <count>", "reports that are added", Number, 3000)
  .option("--max-ms <ms>", "longest time before a kill", Number, 3000)
  .option("--stores <names>", "of sqlite, postgres", "sqlite,postgres")
  .action(async (options) => {
    const { benchKills } = await import("./bench-kills.ts");
    await benchKills(options);
  });

await program.parseAsync();
