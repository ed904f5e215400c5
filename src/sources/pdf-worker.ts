/** Runs in a thread of its own, so that a PDF that takes for ever or fills the memory can be stopped. */
import { parentPort } from "node:worker_threads";
import { joinPdfLines, type PdfLine } from "./pdf-text.ts";

export interface PdfAnswer {
  readonly paragraphs?: readonly string[];
  readonly title?: string | undefined;
  readonly author?: string | undefined;
  readonly date?: string | undefined;
  readonly failure?: string;
}

/** Reports have a few pages; a book is no report. */
const MAX_PAGES = 300;

async function extract(bytes: Uint8Array): Promise<PdfAnswer> {
  const { getDocumentProxy, getMeta } = await import("unpdf");
  const pdf = await getDocumentProxy(bytes, { verbosity: 0, isEvalSupported: false, stopAtErrors: false });
  if (pdf.numPages > MAX_PAGES) return { failure: `has ${pdf.numPages} pages, more than ${MAX_PAGES}` };
  const pages: PdfLine[][] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const content = await page.getTextContent();
    pages.push(toLines(content.items.filter((item) => "str" in item)));
    page.cleanup();
  }
  const { info } = await getMeta(pdf).catch(() => ({ info: {} as Record<string, unknown> }));
  const words = (value: unknown) => (typeof value === "string" && value.trim() !== "" ? value.trim() : undefined);
  return {
    paragraphs: joinPdfLines(pages),
    title: words(info.Title),
    author: words(info.Author),
    date: words(info.CreationDate),
  };
}

interface TextItem {
  readonly str: string;
  readonly transform: number[];
  readonly hasEOL: boolean;
}

function toLines(items: readonly TextItem[]): PdfLine[] {
  const lines: PdfLine[] = [];
  let text = "";
  let first: TextItem | undefined;
  const close = () => {
    const words = text.replace(/\s+/g, " ").trim();
    if (first !== undefined && words !== "") {
      lines.push({ text: words, x: first.transform[4], y: first.transform[5], size: Math.abs(first.transform[3]) });
    }
    text = "";
    first = undefined;
  };
  for (const item of items) {
    if (first !== undefined && Math.abs(item.transform[5] - first.transform[5]) > 3 && item.str.trim() !== "") close();
    if (item.str.trim() !== "") first ??= item;
    text += item.str;
    if (item.hasEOL) close();
  }
  close();
  return lines;
}

parentPort?.on("message", async (bytes: Uint8Array) => {
  try {
    parentPort?.postMessage(await extract(bytes));
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    const failure = name === "PasswordException" ? "is locked with a password" : "is no PDF that can be read";
    parentPort?.postMessage({ failure } satisfies PdfAnswer);
  }
});
