/** The subcommands of `onrecord user`. */
import { type Command, Option } from "commander";
import type { Streams } from "./streams.ts";
import type { UserAddOptions, UserTokenOptions } from "./user-command.ts";
import type { StoreOptions } from "./with-store.ts";

/** As the server has them; named here so that help need not load it. */
const ROLES = ["reader", "reviewer", "admin"];

export function registerUser(
  program: Command,
  store: () => Option,
  streams: Streams,
  finish: (status: number) => void,
): void {
  const user = program.command("user").description("who may use the archive over the network");
  user
    .command("add")
    .description("add a user; a password is made and shown once")
    .argument("<name>")
    .addOption(new Option("--role <role>", "what the user may do").choices(ROLES).default("reader"))
    .option("--password-stdin", "take the password from the first line of standard input", false)
    .addOption(store())
    .action(async (name: string, options: UserAddOptions) => {
      const { runUserAdd } = await import("./user-command.ts");
      finish(await runUserAdd(name, options, streams));
    });
  user
    .command("list")
    .description("list users with roles and tokens")
    .addOption(store())
    .action(async (options: StoreOptions) => {
      const { runUserList } = await import("./user-command.ts");
      finish(await runUserList(options, streams));
    });
  user
    .command("remove")
    .description("remove a user with tokens and sessions; judgements stay")
    .argument("<name>")
    .addOption(store())
    .action(async (name: string, options: StoreOptions) => {
      const { runUserRemove } = await import("./user-command.ts");
      finish(await runUserRemove(name, options, streams));
    });
  user
    .command("token")
    .description("make a token with which a program may act as the user")
    .argument("<name>")
    .option("--label <words>", "what it is for", "command line")
    .option("--revoke <id>", "make this token useless instead")
    .addOption(store())
    .action(async (name: string, options: UserTokenOptions) => {
      const { runUserToken } = await import("./user-command.ts");
      finish(await runUserToken(name, options, streams));
    });
}
