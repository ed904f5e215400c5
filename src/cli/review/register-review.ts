/** The arguments of `onrecord review`. */
import { type Command, InvalidArgumentError, Option } from "commander";
import { type CommandContext, createStoreOption, parseDate } from "../command-context.ts";
import {
  type JudgeOptions,
  type LogOptions,
  REVIEW_FORMATS,
  REVIEW_KINDS,
  type ReviewListOptions,
} from "./review-options.ts";

export function registerReview(program: Command, { streams, finish }: CommandContext): void {
  const load = () => import("./review-commands.ts");
  const by = () => new Option("--by <name>", "who judges; the user's name, where it is left out");
  const format = () => new Option("--format <format>", "how to print").choices(REVIEW_FORMATS).default("text");
  const filtered = (command: Command) =>
    command
      .addOption(createStoreOption())
      .addOption(new Option("--kind <kind>", "lines of this kind").choices(REVIEW_KINDS))
      .option("--affair <affair>", "lines of this affair's reports")
      .option("--report <report>", "lines of this report: its id, or words that only it has")
      .option("--outlet <name>", "lines of this outlet")
      .option("--from <date>", "reports from this date on", parseDate)
      .option("--to <date>", "reports up to this date", parseDate);

  const review = filtered(program.command("review"))
    .description("judge the lines of the record one after another, the least certain first (needs a terminal)")
    .addOption(by())
    .action(async (options: ReviewListOptions & JudgeOptions, command: Command) => {
      if (command.args.length > 0) command.error(`onrecord: review has no "${command.args[0]}"; see review --help`);
      const { canPrompt } = await import("./terminal-prompts.ts");
      if (!streams.stdout.isTerminal || !canPrompt())
        command.error("onrecord: review asks and needs a terminal; without one: review list, accept, reject, correct");
      const { runReview } = await load();
      finish(await runReview(options, streams));
    });

  filtered(review.command("list"))
    .description("list what nobody has judged yet, the least certain first; --judged for what was decided")
    .option("--limit <count>", "lines, at most", parseCount, 20)
    .option("--judged", "what was decided, the newest first", false)
    .addOption(format())
    .action(async (_own: unknown, command: Command) => {
      finish(await (await load()).runReviewList(command.optsWithGlobals<ReviewListOptions>(), streams));
    });

  for (const verdict of ["accept", "reject"] as const) {
    review
      .command(verdict)
      .description(verdict === "accept" ? "accept lines as they are" : "reject lines: they leave all lists")
      .argument("<key...>", "keys of lines, as review list and search print them: 0f3a…/s4")
      .addOption(by())
      .option("--note <text>", "why")
      .addOption(createStoreOption())
      .action(async (keys: string[], _own: unknown, command: Command) => {
        finish(await (await load()).runVerdict(verdict, keys, command.optsWithGlobals<JudgeOptions>(), streams));
      });
  }

  review
    .command("correct")
    .description("correct a line; what is not named stays as it is")
    .argument("<key>", "the line's key")
    .argument(
      "<field=value...>",
      'such as speaker="Ada Quill", stance=opposes, content="words of the report", when=none',
    )
    .addOption(by())
    .option("--note <text>", "why")
    .addOption(createStoreOption())
    .action(async (key: string, fields: string[], _own: unknown, command: Command) => {
      const options = command.optsWithGlobals<JudgeOptions>();
      const wrong = fields.find((field) => !/^\w+=/.test(field));
      if (wrong !== undefined) command.error(`onrecord: "${wrong}" is not field=value`);
      finish(await (await load()).runCorrect(key, fields, options, streams));
    });

  review
    .command("merge")
    .description("two entities of the record are one")
    .argument("<entity>", "id or name of the one that goes")
    .argument("<into>", "id or name of the one that stays")
    .addOption(by())
    .addOption(createStoreOption())
    .action(async (entity: string, into: string, _own: unknown, command: Command) => {
      finish(await (await load()).runMerge(entity, into, command.optsWithGlobals<JudgeOptions>(), streams));
    });
  review
    .command("split")
    .description("an entity of one report is not the one that it was taken for")
    .argument("<key>", "the report's id, a slash and the id in the reading: 0f3a…/e3")
    .addOption(by())
    .addOption(createStoreOption())
    .action(async (key: string, _own: unknown, command: Command) => {
      finish(await (await load()).runSplit(key, command.optsWithGlobals<JudgeOptions>(), streams));
    });
  review
    .command("link")
    .description("give an entity an identity elsewhere, such as wikidata=Q42")
    .argument("<entity>", "id or name")
    .argument("<authority=identifier>")
    .addOption(by())
    .addOption(createStoreOption())
    .action(async (entity: string, identity: string, _own: unknown, command: Command) => {
      if (!/^\w+=\S+$/.test(identity)) command.error(`onrecord: "${identity}" is not authority=identifier`);
      finish(await (await load()).runLink(entity, identity, command.optsWithGlobals<JudgeOptions>(), streams));
    });

  review
    .command("undo")
    .description("undo a judgement; it stays in the log, with whoever undid it")
    .argument("<judgement>", "its id, such as j7; or a line's key, for the last one on it")
    .addOption(by())
    .addOption(createStoreOption())
    .action(async (id: string, _own: unknown, command: Command) => {
      finish(await (await load()).runUndo(id, command.optsWithGlobals<JudgeOptions>(), streams));
    });

  review
    .command("log")
    .description("list all judgements, undone ones and undoings too, the newest first")
    .argument("[key]", "of one line")
    .addOption(by().default(undefined))
    .option("--limit <count>", "judgements, at most", parseCount, 50)
    .addOption(format())
    .addOption(createStoreOption())
    .action(async (key: string | undefined, _own: unknown, command: Command) => {
      finish(await (await load()).runLog(key, command.optsWithGlobals<LogOptions>(), streams));
    });
}

function parseCount(value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError("It is a number from 1.");
  return count;
}
