/** All tables of the record in one walk through the archive, as CSV or Parquet. */

import { formatCsvRow } from "../record/index.ts";
import type { RecordStore } from "../store/index.ts";
import type { ExportFilter, ExportSettings } from "./exporter.ts";
import { type Cell, RECORD_TABLES, type RecordTable } from "./record-tables.ts";
import { walkArchive } from "./walk-archive.ts";

export type TableFormat = "csv" | "parquet";

/** A file of one table. */
export interface TableSink {
  write(bytes: string | Uint8Array): Promise<void>;
  close(): Promise<void>;
  /** Gives up what was written. */
  discard(): Promise<void>;
}

interface TableWriter {
  write(rows: readonly Cell[][]): Promise<void>;
  end(): Promise<void>;
}

/**
 * Writes every table; one without rows still has its columns.
 *
 * @param open Opens a file by its name, `statements.csv`.
 * @param only Names of tables; all where it is left out.
 */
export async function exportTables(
  format: TableFormat,
  store: RecordStore,
  filter: ExportFilter,
  settings: ExportSettings,
  open: (name: string) => Promise<TableSink>,
  only: readonly string[] = RECORD_TABLES.map(({ name }) => name),
): Promise<void> {
  const tables = RECORD_TABLES.filter(({ name }) => only.includes(name));
  const sinks: TableSink[] = [];
  try {
    const writers: TableWriter[] = [];
    for (const table of tables) {
      const sink = await open(`${table.name}.${format}`);
      sinks.push(sink);
      writers.push(format === "csv" ? await startCsv(table, sink) : await startParquet(table, sink, settings));
    }
    for await (const report of walkArchive(store, filter, settings.onReport)) {
      for (const [index, table] of tables.entries()) await writers[index].write(table.toRows(report));
    }
    for (const writer of writers) await writer.end();
  } catch (error) {
    for (const sink of sinks) await sink.discard();
    throw error;
  }
  for (const sink of sinks) await sink.close();
}

async function startCsv({ columns }: RecordTable, sink: TableSink): Promise<TableWriter> {
  await sink.write(formatCsvRow(columns.map(([name]) => name)));
  return {
    async write(rows) {
      if (rows.length > 0) await sink.write(rows.map(formatCsvRow).join(""));
    },
    async end() {},
  };
}

async function startParquet(table: RecordTable, sink: TableSink, settings: ExportSettings): Promise<TableWriter> {
  const { ParquetTable } = await import("./parquet-table.ts");
  return new ParquetTable(table, sink, settings.software);
}
