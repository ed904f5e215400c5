/** Rebuilds the raw text of documents in CoNLL-U, with the places of their words and sentences. */
import type { Span } from "../src/language/document.ts";
import { readCorpusText } from "./corpus-files.ts";

export interface RawDocument {
  readonly id: string;
  /** Paragraphs are parted by a blank line, sentences within them by a space or nothing, as `SpaceAfter` says. */
  readonly text: string;
  /** Syntactic words; those of one written word share it out. */
  readonly words: readonly Span[];
  readonly sentences: readonly Span[];
}

/** Reads the documents of a treebank, in order. */
export function readRawDocuments(dataFolder: string, path: string): RawDocument[] {
  const documents: RawDocument[] = [];
  let draft: { id: string; text: string; words: Span[]; sentences: Span[] } | undefined;
  let isGlued = true;
  for (const block of readCorpusText(dataFolder, path).split("\n\n")) {
    const lines = block.split("\n").filter((line) => line !== "");
    if (lines.length === 0) continue;
    const newDocument = lines.find((line) => line.startsWith("# newdoc"));
    if (newDocument !== undefined || draft === undefined) {
      draft = { id: newDocument?.split("=")[1]?.trim() ?? path, text: "", words: [], sentences: [] };
      documents.push(draft);
    } else if (lines.some((line) => line.startsWith("# newpar"))) {
      draft.text += "\n\n";
    } else if (!isGlued) {
      draft.text += " ";
    }
    const start = draft.text.length;
    const rows = lines.filter((line) => !line.startsWith("#")).map((line) => line.split("\t"));
    isGlued = true;
    for (let i = 0; i < rows.length; ) {
      const [id, form] = rows[i];
      if (id.includes(".")) {
        i += 1;
        continue;
      }
      if (!isGlued) draft.text += " ";
      isGlued = rows[i][9].includes("SpaceAfter=No");
      const wordStart = draft.text.length;
      draft.text += form;
      if (id.includes("-")) {
        const [first, last] = id.split("-").map(Number);
        let from = wordStart;
        for (let k = 1; k <= last - first + 1; k++) {
          const to = k === last - first + 1 ? draft.text.length : from + rows[i + k][1].length;
          draft.words.push({ start: from, end: to });
          from = to;
        }
        i += last - first + 2;
      } else {
        draft.words.push({ start: wordStart, end: draft.text.length });
        i += 1;
      }
    }
    draft.sentences.push({ start, end: draft.text.length });
  }
  return documents;
}

const OPEN_GENRES = /^GUM_(news|interview|speech|bio|voyage|academic)_/;

/** Whether the licence of a GUM document lets a model learn from it that may be shipped. */
export function isOpenGumDocument({ id }: { id: string }): boolean {
  return OPEN_GENRES.test(id);
}
