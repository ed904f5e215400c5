/** The thread in which uploads are read. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parentPort } from "node:worker_threads";
import { read } from "../../reading/index.ts";
import { readReports } from "../../sources/index.ts";
import type { Upload, UploadItem, UploadReply } from "./upload-reader.ts";

/** The server fetches nothing near itself for anybody; who has the machine may. */
const PRIVATE_HINT = "if that is meant, use the command line: onrecord add --allow-private ADDRESS";

async function* readUploads(uploads: readonly Upload[]): AsyncGenerator<UploadItem> {
  const folder = await mkdtemp(join(tmpdir(), "onrecord-upload-"));
  try {
    for (const [index, upload] of uploads.entries()) {
      if ("address" in upload) {
        // What is no web address would be taken for a file of this machine.
        if (!/^https?:\/\//i.test(upload.address)) throw new Error("an address begins with http:// or https://");
        for await (const item of readFile(upload.address, upload.address))
          yield item.kind === "problem" && item.code === "private_address" ? { ...item, hint: PRIVATE_HINT } : item;
        continue;
      }
      const { name, bytes } = upload;
      // Of a stranger's name only what can do no harm becomes a name on this disk.
      const safe = basename(name)
        .replace(/[^A-Za-z0-9.]+/g, "-")
        .slice(-60);
      const file = join(folder, `${index}-${safe}`);
      await writeFile(file, bytes);
      yield* readFile(file, name);
      await rm(file);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* readFile(path: string, file: string): AsyncGenerator<UploadItem> {
  for await (const item of readReports({ files: [path] })) {
    if (item.kind !== "report") {
      yield { ...item, file };
      continue;
    }
    const { report: _, ...place } = item;
    try {
      yield { kind: "reading", reading: read(item.report), file };
    } catch (error) {
      const message = `could not be analysed (${error instanceof Error ? error.message : String(error)})`;
      const hint = "please report this as a fault, with the text";
      yield { ...place, kind: "problem", code: "not_readable", file, message, hint };
    }
  }
}

const port = parentPort!;
port.on("message", async ({ id, uploads }: { id: number; uploads: readonly Upload[] }) => {
  const answer = (reply: UploadReply) => port.postMessage(reply);
  try {
    for await (const item of readUploads(uploads)) answer({ id, kind: "item", item });
    answer({ id, kind: "end" });
  } catch (error) {
    answer({ id, kind: "end", failure: error instanceof Error ? error.message : String(error) });
  }
});
