/**
 * Reads reports beside the page, so that the page stays quick and the text goes nowhere.
 *
 * The only module of the page that runs code of `language` and `reading`. Models are fetched once, those that restore words
 * only for a report that needs them.
 */
import { detectForm, provideModel } from "../../language/index.ts";
import { type Reading, type Report, read } from "../../reading/index.ts";

/** What the page asks. */
export interface ReadRequest {
  id: number;
  report: Report;
  form: Reading["report"]["form"] | "auto";
  /** Where the models lie, with a slash at the end. */
  modelFolder: string;
  models: readonly { name: string; bytes: number; digest: string }[];
}

/** What comes back: progress any number of times, then one of the others. */
export type ReadReply =
  | { kind: "progress"; id: number; loadedBytes: number; totalBytes: number }
  | { kind: "reading"; id: number; reading: Reading; milliseconds: number }
  | { kind: "failure"; id: number; code: "model_fetch" | "reading_failed"; message: string };

const RESTORING = new Set(["restorer"]);
const loaded = new Set<string>();

// Not the page's `Window`: the library of types for workers cannot stand beside that of pages.
const post = (reply: ReadReply): void => self.postMessage(reply);

self.onmessage = async ({ data }: MessageEvent<ReadRequest>) => {
  const { id, report } = data;
  try {
    await loadModels(data, ({ name }) => !RESTORING.has(name));
    const form = data.form === "auto" ? detectForm(report.text).form : data.form;
    if (form !== "plain") await loadModels(data, () => true);
    const start = performance.now();
    const reading = read(report, { form });
    post({ kind: "reading", id, reading, milliseconds: performance.now() - start });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    post({ kind: "failure", id, code: error instanceof ModelFetchError ? "model_fetch" : "reading_failed", message });
  }
};

class ModelFetchError extends Error {}

async function loadModels(
  { id, modelFolder, models }: ReadRequest,
  isWanted: (model: { name: string }) => boolean,
): Promise<void> {
  const missing = models.filter((model) => isWanted(model) && !loaded.has(model.name));
  const totalBytes = missing.reduce((sum, { bytes }) => sum + bytes, 0);
  let loadedBytes = 0;
  await Promise.all(
    missing.map(async ({ name, bytes, digest }) => {
      const content = new Uint8Array(bytes);
      let filled = 0;
      try {
        const response = await fetch(`${modelFolder}${name}.bin?${digest}`);
        if (!response.ok || response.body === null) throw new Error(`answered ${response.status}`);
        const reader = response.body.getReader();
        for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
          content.set(chunk.value, filled);
          filled += chunk.value.length;
          loadedBytes += chunk.value.length;
          post({ kind: "progress", id, loadedBytes, totalBytes });
        }
        if (filled !== bytes) throw new Error("came incomplete");
      } catch (error) {
        throw new ModelFetchError(`The model "${name}" ${error instanceof Error ? error.message : error}.`);
      }
      provideModel(name, content);
      loaded.add(name);
    }),
  );
}
