/** The arguments of `onrecord watch`. */
import { Argument, type Command, InvalidArgumentError } from "commander";
import { type CommandContext, createStoreOption } from "../command-context.ts";
import type { StoreOptions } from "../with-store.ts";
import { type AddWatchOptions, type RunWatchOptions, WATCHED } from "./watch-options.ts";

export function registerWatch(program: Command, { streams, rooms, reader, finish }: CommandContext): void {
  const watch = program
    .command("watch")
    .description("poll feeds, and report new statements of a person or in an affair");
  const load = () => import("./watch-commands.ts");

  watch
    .command("add")
    .description("watch a feed, a person (or any entity), or an affair")
    .addArgument(new Argument("<kind>", "what to watch").choices(WATCHED))
    .argument("<subject>", "the feed's address; the id or name of the person or affair")
    .option("--deliver-to <place>", "a file that lines of JSON are added to, or an http(s) address they are posted to")
    .option("--from-start", "report what the archive has already, too", false)
    .addOption(createStoreOption())
    .action(async (kind: (typeof WATCHED)[number], subject: string, options: AddWatchOptions, command: Command) => {
      if (kind === "feed" && (options.deliverTo !== undefined || options.fromStart))
        command.error("onrecord: a feed is read into the archive; watch a person or an affair to have lines delivered");
      if (kind === "feed" && !/^https?:\/\/[^\s/]/i.test(subject))
        command.error(`onrecord: "${subject}" is no address that begins with https:// or http://`);
      finish(await (await load()).runAddWatch(kind, subject, options, streams));
    });

  watch
    .command("list")
    .description("list all watches, when they are asked next and what failed")
    .option("--json", "as JSON", false)
    .addOption(createStoreOption())
    .action(async (options: StoreOptions & { json: boolean }) => {
      finish(await (await load()).runListWatches(options, streams));
    });

  watch
    .command("remove")
    .description("end a watch")
    .argument("<watch>", "its id, such as w1")
    .addOption(createStoreOption())
    .action(async (id: string, options: StoreOptions) => {
      finish(await (await load()).runRemoveWatch(id, options, streams));
    });

  watch
    .command("run")
    .description("poll what is due, add what is new, report new statements; again and again, until it is interrupted")
    .option("--once", "one pass", false)
    .option("--now", "feeds too that are not due yet", false)
    .option("--interval <minutes>", "between two polls of a feed", parseMinutes, 15)
    .option("--full", "read the pages that entries lead to, not what the feed has of them", false)
    .option("--allow-private", "fetch addresses of this machine and of private networks too", false)
    .option("--json", "print lines of JSON", false)
    .addOption(createStoreOption())
    .addHelpText(
      "after",
      "\nWhat is posted is signed where ONRECORD_WEBHOOK_SECRET is set: x-onrecord-signature: sha256=<HMAC of the body>",
    )
    .action(async (options: RunWatchOptions) => {
      const { runWatches } = await import("./run-watches.ts");
      finish(await runWatches(options, reader, streams, rooms));
    });
}

function parseMinutes(value: string): number {
  const minutes = Number(value);
  if (!(minutes >= 1 && minutes <= 10_080))
    throw new InvalidArgumentError("It is a number of minutes from 1 to 10080.");
  return minutes;
}
