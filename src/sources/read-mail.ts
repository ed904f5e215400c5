/** A report out of a mail: its text, its subject as the title, its sender as the outlet. */
import type { Report } from "../reading/index.ts";
import { UnreadableError } from "./errors.ts";
import { toPlainParagraphs } from "./pages/read-page.ts";
import { checkText } from "./parse-report-line.ts";
import { toPublishedDate } from "./published-date.ts";

/** @throws {UnreadableError} `damaged`, where it is no mail; `empty`, where it has no text. Attachments are not read. */
export async function readMail(bytes: Uint8Array): Promise<Report> {
  const { default: PostalMime } = await import("postal-mime");
  let mail: Awaited<ReturnType<typeof PostalMime.parse>>;
  try {
    mail = await PostalMime.parse(bytes, { maxNestingDepth: 20, maxHeadersSize: 200_000, maxRfc822NestingDepth: 2 });
  } catch {
    throw new UnreadableError("damaged", "is no mail that can be read");
  }
  const { subject, from, date, text, html } = mail;
  if (text === undefined && html === undefined) throw new UnreadableError("empty", "has no text");
  const outlet = from?.name || undefined;
  const publishedAt = toPublishedDate(date);
  const words = text !== undefined && text.trim() !== "" ? unfold(text) : await toPlainParagraphs(html ?? "");
  return {
    ...(subject === undefined || subject === "" ? {} : { title: subject }),
    text: checkText(words),
    ...(outlet === undefined ? {} : { outlet }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
  };
}

/** Joins the lines of each paragraph, which mail breaks at about 72 characters. */
function unfold(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s*\n\s*/g, " "))
    .join("\n\n");
}
