/** Exchange: the record in the formats of others, and whole archives as lines, out and in. */

export { exportTables, type TableFormat, type TableSink } from "./export-tables.ts";
export type { ExportFilter, TextExporter } from "./exporter.ts";
export { EXPORT_FORMATS, type ExportFormat, getTextExporter, isTableFormat } from "./formats.ts";
export { type ImportedLine, importLines } from "./import-lines.ts";
export { RECORD_TABLES } from "./record-tables.ts";
