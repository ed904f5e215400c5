/** The arguments of `onrecord affair`. */
import { type Command, Option } from "commander";
import { type CommandContext, createStoreOption, parseDate } from "../command-context.ts";
import type { StoreOptions } from "../with-store.ts";
import { AFFAIR_FORMATS, AFFAIR_PARTS, type CreateOptions, type ShowOptions } from "./affair-options.ts";

export function registerAffair(program: Command, { streams, finish }: CommandContext): void {
  const affair = program
    .command("affair")
    .description("named sets of reports, with their issues: where everyone stands, cases, figures, who cut what");
  const load = () => import("./affair-commands.ts");
  const format = () => new Option("--format <format>", "how to print").choices(AFFAIR_FORMATS).default("text");

  affair
    .command("create")
    .description("make an affair; reports that meet all conditions belong to it, now and when they are added")
    .argument("<name>")
    .addOption(createStoreOption())
    .option("--description <text>", "what it is about")
    .option("--query <words>", "words that the reports have, whatever their endings; -word for one they must not have")
    .option("--about <name>", "a person, organisation or state that the reports name; may be given again", collect, [])
    .option("--outlet <name>", "the outlet")
    .option("--from <date>", "reports from this date on: 2024, 2024-05 or 2024-05-21", parseDate)
    .option("--to <date>", "reports up to this date", parseDate)
    .action(async (name: string, options: CreateOptions) => {
      finish(await (await load()).runCreate(name, options, streams));
    });

  affair
    .command("list")
    .description("list all affairs")
    .addOption(createStoreOption())
    .addOption(format())
    .action(async (options: ShowOptions) => {
      finish(await (await load()).runList(options, streams));
    });

  affair
    .command("show")
    .description("show what the reports of an affair say together")
    .argument("<affair>", "its id or name")
    .addOption(createStoreOption())
    .addOption(format())
    .addOption(new Option("--part <part>", "nothing but this").choices(AFFAIR_PARTS))
    .action(async (name: string, options: ShowOptions) => {
      finish(await (await load()).runShow(name, options, streams));
    });

  for (const [verb, isIn, description] of [
    ["add", true, "add reports by hand, whatever the query says"],
    ["remove", false, "leave out reports by hand, whatever the query says"],
  ] as const) {
    affair
      .command(verb)
      .description(description)
      .argument("<affair>", "its id or name")
      .argument("<report...>", "ids; or words that only one report has")
      .addOption(createStoreOption())
      .action(async (name: string, reports: string[], options: StoreOptions) => {
        finish(await (await load()).runSetReports(name, reports, isIn, options, streams));
      });
  }

  affair
    .command("delete")
    .description("delete an affair with its issues; its reports stay in the archive")
    .argument("<affair>", "its id or name")
    .addOption(createStoreOption())
    .action(async (name: string, options: StoreOptions) => {
      finish(await (await load()).runDelete(name, options, streams));
    });

  const issue = affair.command("issue").description("propositions that people of an affair are for or against");
  issue
    .command("add")
    .description("add an issue; stances in the affair's reports are matched to it")
    .argument("<affair>", "its id or name")
    .argument("<proposition>", 'such as "the warrants should be issued"')
    .option("--words <words>", "further words for the same matter")
    .addOption(createStoreOption())
    .action(async (name: string, proposition: string, options: StoreOptions & { words?: string }) => {
      finish(await (await load()).runAddIssue(name, proposition, options, streams));
    });
  issue
    .command("remove")
    .description("remove an issue")
    .argument("<issue>", "its id, such as i1")
    .addOption(createStoreOption())
    .action(async (id: string, options: StoreOptions) => {
      finish(await (await load()).runRemoveIssue(id, options, streams));
    });
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}
