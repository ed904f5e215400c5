/**
 * Finds the names of people, organisations, places, states and other things.
 *
 * A linear sequence model over hashed features (`sequence-model.ts`). It reads text without capitals too, less surely.
 * Titles are no part of a name ("Mr", "President"); a state's adjective ("French") is a name of kind `state`.
 */
import type { Document, Name, NamedDocument } from "./document.ts";
import { NAME_KINDS } from "./document.ts";
import { FeatureBuffer } from "./feature-buffer.ts";
import { NameFeatureReader } from "./find-names-features.ts";
import { fromLexiconSections } from "./find-names-lexicon.ts";
import { getModelBytesOrThrow } from "./model-bytes.ts";
import { type ModelFile, readModelFile } from "./model-file.ts";
import { fromModelSections, type SequenceLabeller } from "./sequence-model.ts";

export const NAMES_MODEL = { name: "names", version: 1 } as const;

/** A model of names ready for use. */
export class NameFinder {
  readonly #labeller: SequenceLabeller;
  readonly #features: NameFeatureReader;
  readonly #buffer = new FeatureBuffer();

  /** @throws {LanguageError} `model_corrupt`, when the model is incomplete. */
  constructor(file: ModelFile) {
    this.#labeller = fromModelSections("first", file);
    this.#features = new NameFeatureReader(fromLexiconSections(file));
  }

  /** The names of a document, in text order. */
  findNames(document: Document): Name[] {
    const { tokens } = document;
    const names: Name[] = [];
    const features = this.#features;
    features.readDocument(document);
    for (let run = 0; run < features.runCount; run++) {
      const first = features.runs[run * 2];
      this.#buffer.clear();
      features.addFeatures(first, features.runs[run * 2 + 1], this.#buffer);
      this.#labeller.read(this.#buffer);
      const labels = this.#labeller.label(0);
      for (let i = 0; i < labels.length; ) {
        const label = labels[i];
        const startToken = first + i++;
        if (label === 0) continue;
        while (i < labels.length && labels[i] === label + 1) i++;
        const endToken = first + i;
        const kind = NAME_KINDS[(label - 1) >> 1];
        names.push({ start: tokens[startToken].start, end: tokens[endToken - 1].end, startToken, endToken, kind });
      }
    }
    return names;
  }
}

let finder: NameFinder | undefined;

/** Finds the names of a document. */
export function findNames<Read extends Document>(document: Read): Read & NamedDocument {
  finder ??= new NameFinder(readModelFile(getModelBytesOrThrow(NAMES_MODEL.name), NAMES_MODEL));
  return { ...document, names: finder.findNames(document) };
}
