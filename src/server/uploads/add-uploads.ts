/** From what is sent to what the archive holds. */
import type { Context } from "hono";
import type { ReportToAdd } from "../../record/index.ts";
import { Problem } from "../problem.ts";
import type { AddedReports, NewReport } from "../schemas/report-schemas.ts";
import type { Services } from "../services.ts";
import type { Upload } from "./upload-reader.ts";

/** Reports that are confirmed together; others are answered between two batches. */
const BATCH = 8;
const MAX_FILES = 200;
/** Problems that are told of; a table sent as a list of reports has one in every line. */
const MAX_PROBLEMS = 100;

export function toUpload({ address, ...report }: NewReport): Upload {
  if (address !== undefined) return { address };
  const fields = Object.fromEntries(Object.entries(report).filter(([, value]) => value !== null));
  return { name: "report.jsonl", bytes: new TextEncoder().encode(JSON.stringify(fields)) };
}

/** @throws {Problem} `bad_request`, where the form cannot be taken apart or holds no file. */
export async function toUploads(context: Context): Promise<Upload[]> {
  let form: FormData;
  try {
    form = await context.req.formData();
  } catch {
    throw new Problem("bad_request", "The form is damaged or ends too early.");
  }
  const files = [...form.values()].filter((value) => typeof value !== "string");
  if (files.length === 0) throw new Problem("bad_request", "The form holds no file.");
  if (files.length > MAX_FILES) throw new Problem("bad_request", `Send at most ${MAX_FILES} files at a time.`);
  return Promise.all(
    files.map(async (file) => ({
      name: file.name === "" ? "file" : file.name.slice(0, 200),
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
}

export async function addUploads(
  uploads: readonly Upload[],
  { uploads: reader, store, progress, reader: version }: Services,
): Promise<AddedReports> {
  const result: AddedReports = { added: [], problems: [], notes: [], problemsLeftOut: 0 };
  let batch: ReportToAdd[] = [];
  const flush = async () => {
    const added = await store.addReports(batch);
    for (const [index, report] of added.entries()) {
      const shown = { ...report, title: batch[index].report.title };
      result.added.push(shown);
      progress.tell({ type: "report", data: shown });
    }
    batch = [];
  };
  for await (const item of reader.read(uploads)) {
    if (item.kind === "reading") {
      batch.push({ report: item.reading.report, reading: item.reading, reader: version, origin: item.file });
      if (batch.length >= BATCH) await flush();
    } else {
      const { kind, ...told } = item;
      if (kind === "note") result.notes.push(told);
      else if (result.problems.length < MAX_PROBLEMS) result.problems.push(told as AddedReports["problems"][number]);
      else result.problemsLeftOut++;
    }
  }
  if (batch.length > 0) await flush();
  return result;
}
