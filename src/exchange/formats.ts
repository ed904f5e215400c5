/** The formats by name. */
import type { TableFormat } from "./export-tables.ts";
import type { TextExporter } from "./exporter.ts";

export const EXPORT_FORMATS = [
  "jsonl",
  "csv",
  "parquet",
  "annotations",
  "schema-org",
  "ftm",
  "prov",
  "events",
  "polnear",
] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export function isTableFormat(format: ExportFormat): format is TableFormat {
  return format === "csv" || format === "parquet";
}

/** Loads no more than the format asked for. */
export async function getTextExporter(format: Exclude<ExportFormat, TableFormat>): Promise<TextExporter> {
  switch (format) {
    case "jsonl":
      return (await import("./archive-lines.ts")).exportArchiveLines;
    case "annotations":
      return (await import("./web-annotations.ts")).exportWebAnnotations;
    case "schema-org":
      return (await import("./schema-org.ts")).exportSchemaOrg;
    case "ftm":
      return (await import("./follow-the-money.ts")).exportFollowTheMoney;
    case "prov":
      return (await import("./prov.ts")).exportProv;
    case "events":
      return (await import("./event-rows.ts")).exportEvents;
    case "polnear":
      return (await import("./polnear.ts")).exportPolnear;
  }
}
