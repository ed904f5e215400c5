/**
 * Where trained models come from: files of the package on Node, bytes given by the caller in a browser.
 */
import { LanguageError } from "./errors.ts";

const provided = new Map<string, Uint8Array>();

/**
 * Gives the bytes of a model, for places without a file system: fetch `onrecord/models/<name>.bin` and hand it over before
 * the first reading.
 */
export function provideModel(name: string, bytes: Uint8Array): void {
  provided.set(name, bytes);
}

/** @throws {LanguageError} `model_missing`, when the model was neither provided nor found among the package's files. */
export function getModelBytesOrThrow(name: string): Uint8Array {
  const bytes = provided.get(name) ?? readPackageFile(`models/${name}.bin`);
  if (bytes === undefined) throw new LanguageError("model_missing", `The model "${name}" was not found.`);
  return bytes;
}

// No static import of Node's modules, so that bundlers for the browser have nothing to replace.
function readPackageFile(path: string): Uint8Array | undefined {
  const fs = globalThis.process?.getBuiltinModule?.("node:fs");
  if (fs === undefined) return undefined;
  // The compiled file lies two folders deeper than its source: look in every folder above.
  for (let folder = new URL(".", import.meta.url); ; folder = new URL("..", folder)) {
    const file = new URL(path, folder);
    if (fs.existsSync(file)) return fs.readFileSync(file);
    if (folder.pathname === "/" || new URL("..", folder).pathname === folder.pathname) return undefined;
  }
}
