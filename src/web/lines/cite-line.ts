/** A statement of the archive as a citation: who said it, the words, and where they stand. */
import type { StatementLine } from "../../record/index.ts";
import { formatDate, toTextFragment } from "../read/cite.ts";
import { closeQuotes } from "./tidy-words.ts";

/** `Orla Tamsin: “The bridge opens in May.” “Bridge to open”, The Herald, 12 March 2031.`, with the address that opens at the words. */
export function citeLine({
  speaker,
  mode,
  text,
  report,
}: Pick<StatementLine, "speaker" | "mode" | "text" | "report">): string {
  const words = text.trim();
  const said = mode === "direct" ? `“${words.replace(/^["“”]+|["“”]+$/g, "")}”` : closeQuotes(words);
  const stop = /[.,!?…][”"]?$/.test(said) ? "" : ".";
  const isWeb = report.url !== null && /^https?:\/\//.test(report.url);
  const where = [
    report.title === null ? null : `“${report.title}”`,
    report.outlet,
    report.publishedAt === null ? null : formatDate(report.publishedAt.slice(0, 10)),
    isWeb ? toTextFragment(report.url ?? "", words.split(" … ")[0]) : null,
  ].filter(Boolean);
  return `${speaker?.name ?? "Speaker not known"}: ${said}${stop}${where.length > 0 ? ` ${where.join(", ")}.` : ""}`;
}
