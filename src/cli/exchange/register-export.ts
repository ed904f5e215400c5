/** The arguments of `onrecord export`. */
import { type Command, Option } from "commander";
import { EXPORT_FORMATS, isTableFormat, RECORD_TABLES } from "../../exchange/index.ts";
import { type CommandContext, createStoreOption, parseDate, parseScore } from "../command-context.ts";
import type { ExportOptions } from "./export-options.ts";

const FORMATS_HELP = `
Formats:
  jsonl        the whole archive with judgements, affairs and watches: what import reads
  csv          tables of reports, statements, stances, events, cases, figures and entities, into a folder
  parquet      the same tables
  annotations  W3C Web Annotations, JSON-LD: position and quote selectors
  schema-org   schema.org Quotation and Claim, JSON-LD
  ftm          FollowTheMoney entities, a line of JSON each
  prov         PROV-O, JSON-LD: where every line comes from, and who judged it
  events       tab-separated events: the columns of ICEWS, then PLOVER class and evidence
  polnear      accepted and corrected statements as attributions, to train with`;

export function registerExport(program: Command, { streams, finish, reader }: CommandContext): void {
  program
    .command("export")
    .description("write the record, or a part of it, in a format of others")
    .addOption(new Option("--as <format>", "see below").choices(EXPORT_FORMATS).makeOptionMandatory())
    .option("--out <path>", "a file; for csv and parquet a folder; standard output, where it is left out")
    .addOption(new Option("--table <name>", "one table only").choices(RECORD_TABLES.map(({ name }) => name)))
    .addOption(createStoreOption())
    .option("--affair <affair>", "reports of this affair")
    .option("--outlet <name>", "reports of this outlet")
    .option("--from <date>", "reports from this date on: 2024, 2024-05 or 2024-05-21", parseDate)
    .option("--to <date>", "reports up to this date", parseDate)
    .option("--min-score <score>", "lines as sure as this, 0 to 1", parseScore)
    .addOption(
      new Option("--status <status>", "lines judged so").choices(["unjudged", "accepted", "corrected", "rejected"]),
    )
    .option("--copies", "the lines of copies too", false)
    .option("--base <prefix>", "what names of reports, lines and entities begin with", "urn:onrecord:")
    .addHelpText("after", FORMATS_HELP)
    .action(async (options: ExportOptions, command: Command) => {
      const { as, out, table } = options;
      if (table !== undefined && !isTableFormat(as)) command.error("onrecord: --table needs --as csv or parquet");
      if (as === "parquet" && out === undefined) command.error("onrecord: --as parquet needs --out, a folder");
      if (as === "csv" && out === undefined && table === undefined)
        command.error("onrecord: --as csv needs --out, a folder, or --table for one table");
      const { runExport } = await import("./export-command.ts");
      finish(await runExport(options, reader, streams));
    });
}
