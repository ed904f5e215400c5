/** A report out of a PDF, in a thread that is stopped where it takes too much time or memory. */
import { Worker } from "node:worker_threads";
import type { Report } from "../reading/index.ts";
import { UnreadableError } from "./errors.ts";
import { checkText } from "./parse-report-line.ts";
import type { PdfAnswer } from "./pdf-worker.ts";
import { toPublishedDate } from "./published-date.ts";

const MAX_MS = 30_000;
/** How much the whole process may grow while one PDF is read. */
const MAX_GROWTH_BYTES = 400_000_000;
const WATCH_MS = 50;

// In tests this file is run as it is written, but a thread of Node 20 needs what the build made of it.
const workerUrl = new URL(
  import.meta.url.endsWith(".ts") ? "../../dist/src/sources/pdf-worker.js" : "./pdf-worker.js",
  import.meta.url,
);

/** Kept for the next PDF; it does not keep the process alive. */
let idle: Worker | undefined;

/**
 * Gives the text of all pages, in paragraphs, with the title, author and date that the file has.
 *
 * @throws {UnreadableError} `damaged`, `too_slow`, `too_large` or `empty`, where the pages are pictures.
 */
export async function readPdf(bytes: Uint8Array): Promise<Report> {
  const answer = await ask(bytes);
  if (answer.failure !== undefined) throw new UnreadableError("damaged", answer.failure);
  const paragraphs = answer.paragraphs ?? [];
  if (paragraphs.length === 0) throw new UnreadableError("empty", "is a PDF without text, perhaps of pictures");
  const { title, author, date } = answer;
  const publishedAt = toPublishedDate(date?.replace(/^D:(\d{4})(\d\d)(\d\d).*$/, "$1-$2-$3"));
  return {
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { byline: author }),
    text: checkText(
      paragraphs
        .filter((it) => it !== title)
        .join("\n\n")
        .replaceAll("\0", ""),
    ),
    ...(publishedAt === undefined ? {} : { publishedAt }),
  };
}

async function ask(bytes: Uint8Array): Promise<PdfAnswer> {
  const worker =
    idle ?? new Worker(workerUrl, { stdout: true, stderr: true, resourceLimits: { maxOldGenerationSizeMb: 512 } });
  idle = undefined;
  const startBytes = process.memoryUsage.rss();
  let answered: (answer: PdfAnswer) => void = () => {};
  let failed: () => void = () => {};
  let timer: NodeJS.Timeout | undefined;
  let watcher: NodeJS.Timeout | undefined;
  try {
    const answer = await new Promise<PdfAnswer>((resolve, reject) => {
      worker.ref();
      answered = resolve;
      failed = () => reject(new UnreadableError("too_large", "takes too much memory"));
      worker.on("message", answered);
      worker.on("error", failed);
      timer = setTimeout(
        () => reject(new UnreadableError("too_slow", `takes more than ${MAX_MS / 1000} seconds`)),
        MAX_MS,
      );
      watcher = setInterval(() => {
        if (process.memoryUsage.rss() - startBytes > MAX_GROWTH_BYTES) {
          reject(new UnreadableError("too_large", "takes too much memory"));
        }
      }, WATCH_MS);
      worker.postMessage(Uint8Array.from(bytes));
    });
    worker.off("message", answered);
    worker.off("error", failed);
    worker.unref();
    idle = worker;
    return answer;
  } catch (error) {
    await worker.terminate();
    throw error;
  } finally {
    clearTimeout(timer);
    clearInterval(watcher);
  }
}
