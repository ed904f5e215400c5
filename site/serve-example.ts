/** The shipped affair in a temporary archive, served: for pictures and the API's document. */
import { join } from "node:path";
import { root } from "./locate-root.ts";
import { makeArchive, type ServedAddress } from "./serve-archive.ts";

const AFFAIR = "the-pell-bridge-warrant";

export async function serveExample(): Promise<ServedAddress> {
  const archive = makeArchive();
  await archive.run(["add", join(root, "examples/affair/reports")]);
  await archive.run(["affair", "create", "The Pell Bridge warrant", "--from", "2031"]);
  for (const [proposition, words] of [
    ["the warrant should be carried out", "arrest the general"],
    ["the prosecutor's request is right", "decision charge accusation"],
  ]) {
    await archive.run(["affair", "issue", "add", AFFAIR, proposition, "--words", words]);
  }
  return archive.serve([]);
}
