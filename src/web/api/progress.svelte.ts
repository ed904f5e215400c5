/** What the archive tells as it happens: reports that come in, and whenever the record is another than before. */
import type { AddedReport } from "../../record/index.ts";
import { toUrl } from "./client.ts";

export type ToldReport = AddedReport & { title: string | null };

export interface ProgressListener {
  onreport?: (report: ToldReport) => void;
  onrevision?: () => void;
}

/** Listens until the returned function is called; the browser connects again by itself. */
export function listenToProgress({ onreport, onrevision }: ProgressListener): () => void {
  const source = new EventSource(toUrl("progress"));
  if (onreport !== undefined)
    source.addEventListener("report", ({ data }: MessageEvent<string>) => onreport(JSON.parse(data) as ToldReport));
  if (onrevision !== undefined) source.addEventListener("revision", () => onrevision());
  return () => source.close();
}
