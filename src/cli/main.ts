/**
 * The command line: parses, calls the other rooms and prints. Results go to standard output, all else to standard error.
 *
 * Commands load what they need when they run, so that each starts as fast as it can.
 */
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from "commander";
import type { AddOptions } from "./add-command.ts";
import { registerAffair } from "./affair/register-affair.ts";
import type { SearchOptions } from "./archive-commands.ts";
import { createStoreOption, parseScore } from "./command-context.ts";
import { registerExport } from "./exchange/register-export.ts";
import { registerImport } from "./exchange/register-import.ts";
import { DONE, INCOMPLETE, WRONG_USE } from "./exit-status.ts";
import { findPackage } from "./find-package.ts";
import { makeHarmless } from "./make-harmless.ts";
import { FORMATS, FORMS, INPUTS, type InputOptions, type ReadOptions, type RestoreOptions } from "./options.ts";
import { getProcessStreams } from "./process-streams.ts";
import { registerUser } from "./register-user.ts";
import { registerReview } from "./review/register-review.ts";
import { type Rooms, realRooms } from "./rooms.ts";
import type { ServeOptions } from "./serve-command.ts";
import { OutputClosedError, type Streams } from "./streams.ts";
import { registerWatch } from "./watch/register-watch.ts";
import type { StoreOptions } from "./with-store.ts";

/**
 * Runs one command.
 *
 * @param argv What follows the program's name.
 * @returns The exit status: 0 done, 1 some input could not be read, 2 wrong use. Never throws.
 */
export async function main(
  argv: readonly string[],
  streams: Streams = getProcessStreams(),
  rooms: Rooms = realRooms,
): Promise<number> {
  const told: { toOutput: string; toError: string } = { toOutput: "", toError: "" };
  let status = DONE;
  const program = createProgram(streams, rooms, told, (result) => {
    status = result;
  });
  try {
    if (argv.length === 0) {
      await streams.stderr.write(program.helpInformation());
      return WRONG_USE;
    }
    await program.parseAsync(argv, { from: "user" });
    return status;
  } catch (error) {
    return await explain(error, streams, told).catch(() => INCOMPLETE);
  }
}

async function explain(error: unknown, streams: Streams, told: { toOutput: string; toError: string }): Promise<number> {
  if (error instanceof OutputClosedError) return DONE;
  if (error instanceof CommanderError) {
    if (told.toOutput !== "") await streams.stdout.write(told.toOutput);
    if (told.toError !== "") await streams.stderr.write(told.toError);
    return error.exitCode === 0 ? DONE : WRONG_USE;
  }
  const message = error instanceof Error ? error.message : String(error);
  await streams.stderr.write(`onrecord: ${makeHarmless(message.replace(/\s+/g, " "))}\n`);
  return INCOMPLETE;
}

function createProgram(
  streams: Streams,
  rooms: Rooms,
  told: { toOutput: string; toError: string },
  finish: (status: number) => void,
): Command {
  const program = new Command("onrecord")
    .description("Turns news reports into a record: who said what, tied to the exact words.")
    .version(findPackage().version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help for a command")
    .showHelpAfterError("Run `onrecord --help` to see what there is.")
    .addHelpText(
      "after",
      `
Exit status: 0 done; 1 some input could not be read, the rest was; 2 wrong use.

Examples:
  onrecord read report.txt
  curl -s https://example.org/report.txt | onrecord read -
  onrecord read --format csv reports.jsonl.gz > statements.csv`,
    )
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        told.toOutput += text;
      },
      writeErr: (text) => {
        told.toError += text;
      },
      outputError: (text, write) => write(text.replace(/^error: /, "onrecord: ")),
      getOutHelpWidth: () => getHelpWidth(streams.stdout.columns),
      getErrHelpWidth: () => getHelpWidth(streams.stderr.columns),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });

  const files = ["<file...>", "files, folders or addresses (https://…); - is standard input"] as const;
  const input = () =>
    new Option("--input <kind>", "what the files hold; auto goes by their names, then by how they begin")
      .choices(INPUTS)
      .default("auto");
  const allowPrivate = () =>
    new Option("--allow-private", "fetch addresses of this machine and of private networks too");
  const form = (description: string) => new Option("--form <form>", description).choices(FORMS).default("auto");

  program
    .command("read")
    .description("read reports (texts, pages, PDFs, feeds, mails, web archives, JSON) and print who said what")
    .argument(...files)
    .addOption(new Option("--format <format>", "how to print").choices(FORMATS).default("text"))
    .addOption(form("how the texts come: as printed, or cut into tokens, or stemmed"))
    .addOption(input())
    .addOption(allowPrivate())
    .option("--min-score <score>", "leave out statements less sure than this, 0 to 1", parseScore, 0)
    .option("--layers", "with --format json or jsonl: add tokens, tags, trees, names and quotations", false)
    .option("--brief", "with --format text: one line a report", false)
    .option("--all", "with --format text: the unsure lines in full, and who is never named", false)
    .option("--out <folder>", "with --format csv: write the tables into this folder")
    .action(async (names: string[], options: ReadOptions, command: Command) => {
      if (options.out !== undefined && options.format !== "csv") command.error("onrecord: --out needs --format csv");
      if (options.brief && options.format !== "text") command.error("onrecord: --brief needs --format text");
      if (options.all && options.format !== "text") command.error("onrecord: --all needs --format text");
      if (options.all && options.brief) command.error("onrecord: --all and --brief do not go together");
      if (options.layers && !options.format.startsWith("json")) {
        command.error("onrecord: --layers needs --format json or jsonl");
      }
      const { runRead } = await import("./read-command.ts");
      finish(await runRead(names, options, streams, rooms));
    });

  program
    .command("restore")
    .description("print the restored text of stemmed or tokenised reports, and nothing else")
    .argument(...files)
    .addOption(form("how the texts come"))
    .addOption(input())
    .action(async (names: string[], options: RestoreOptions) => {
      const { runRestore } = await import("./text-commands.ts");
      finish(await runRestore(names, options, streams, rooms));
    });

  program
    .command("stem")
    .description("print reports as stemmed corpora have them: tokens, lower case, Porter stems")
    .argument(...files)
    .addOption(input())
    .action(async (names: string[], options: InputOptions) => {
      const { runStem } = await import("./text-commands.ts");
      finish(await runStem(names, options, streams));
    });

  const store = createStoreOption;
  const context = { streams, rooms, finish, reader: `onrecord ${findPackage().version}` };

  program
    .command("add")
    .description("read reports and add them to the archive; what is there already is left as it is")
    .argument(...files)
    .addOption(store())
    .addOption(form("how the texts come"))
    .addOption(input())
    .addOption(allowPrivate())
    .option("--workers <count>", "threads that read (default: one a core, at most 4)", parseCount)
    .action(async (names: string[], options: Omit<AddOptions, "workers"> & { workers?: number }) => {
      const { runAdd } = await import("./add-command.ts");
      const { getDefaultWorkers } = await import("./open-readers.ts");
      const workers = options.workers ?? getDefaultWorkers();
      finish(await runAdd(names, { ...options, workers }, `onrecord ${findPackage().version}`, streams, rooms));
    });

  program
    .command("search")
    .description(
      "find statements in the archive: by words whatever their endings; after --, -word for one that must not be there",
    )
    .argument("[words...]")
    .addOption(store())
    .option("--speaker <name>", "who said it")
    .option("--outlet <name>", "the outlet that reports it")
    .option("--from <date>", "reports from this date on: 2024, 2024-05 or 2024-05-21")
    .option("--to <date>", "reports up to this date")
    .option("--limit <count>", "lines, at most", Number, 20)
    .option("--json", "a line of JSON each", false)
    .action(async (words: string[], options: SearchOptions) => {
      const { runSearch } = await import("./archive-commands.ts");
      finish(await runSearch(words, options, streams));
    });

  program
    .command("show")
    .description("show a person's roles and statements, or a report's lines")
    .addArgument(new Argument("<kind>", "what to show").choices(["person", "report"]))
    .argument("<id-or-name>", "its id; or a name, or words of the report, that only one has")
    .addOption(store())
    .action(async (kind: "person" | "report", idOrName: string, options: StoreOptions) => {
      const { runShow } = await import("./show-command.ts");
      finish(await runShow(kind, idOrName, options, streams));
    });

  program
    .command("stats")
    .description("print what the archive holds, in numbers")
    .addOption(store())
    .action(async (options: StoreOptions) => {
      const { runStats } = await import("./archive-commands.ts");
      finish(await runStats(options, streams));
    });

  program
    .command("check")
    .description("check the archive: every span against its text, every list against its reading")
    .addOption(store())
    .action(async (options: StoreOptions) => {
      const { runCheck } = await import("./archive-commands.ts");
      finish(await runCheck(options, streams));
    });

  registerAffair(program, context);
  registerReview(program, context);
  registerExport(program, context);
  registerImport(program, context);
  registerWatch(program, context);

  program
    .command("serve")
    .description("serve the page and the API over the archive, until it is stopped")
    .addOption(store())
    .option("--port <number>", "the port; 0 takes one that is free", parsePort, 4680)
    .option("--host <address>", "the address to listen on; beyond this machine, users must log in", "127.0.0.1")
    .option("--login", "users must log in on this machine too, as behind a proxy", false)
    .action(async (options: ServeOptions) => {
      const { runServe } = await import("./serve-command.ts");
      finish(await runServe(options, findPackage().version, streams));
    });

  registerUser(program, store, streams, finish);

  program
    .command("schema")
    .description("print the JSON Schema of a reading")
    .action(async () => {
      const { getReadingJsonSchema } = await import("../reading/index.ts");
      await streams.stdout.write(`${JSON.stringify(await getReadingJsonSchema(), undefined, 2)}\n`);
    });

  return program;
}

function parsePort(value: string): number {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65_535) throw new InvalidArgumentError("It is a number from 0 to 65535.");
  return port;
}

function parseCount(value: string): number {
  const count = Number(value);
  if (!(Number.isInteger(count) && count >= 1)) throw new InvalidArgumentError("It is a whole number from 1.");
  return count;
}

function getHelpWidth(columns: number | undefined): number {
  return Math.min(columns || 80, 100);
}
