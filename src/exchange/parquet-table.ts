/** One table as a Parquet file, a group of rows at a time. Loaded when it is asked for. */
import { type BasicType, ByteWriter, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import type { TableSink } from "./export-tables.ts";
import type { Cell, ColumnType, RecordTable } from "./record-tables.ts";

/** Rows that are held until they are written. */
const GROUP_ROWS = 5000;

const TYPES: Record<ColumnType, BasicType> = { text: "STRING", whole: "INT32", real: "DOUBLE" };

export class ParquetTable {
  readonly #table: RecordTable;
  readonly #sink: TableSink;
  readonly #bytes = new ByteWriter();
  readonly #writer: ParquetWriter;
  #rows: Cell[][] = [];

  constructor(table: RecordTable, sink: TableSink, software: string) {
    this.#table = table;
    this.#sink = sink;
    const schema = schemaFromColumnData({ columnData: this.#toColumns([]) });
    this.#writer = new ParquetWriter({ writer: this.#bytes, schema, createdBy: software });
  }

  async write(rows: readonly Cell[][]): Promise<void> {
    for (const row of rows) {
      this.#rows.push(row);
      if (this.#rows.length >= GROUP_ROWS) await this.#writeGroup();
    }
  }

  async end(): Promise<void> {
    if (this.#rows.length > 0) await this.#writeGroup();
    await this.#writer.finish();
    await this.#flush();
  }

  async #writeGroup(): Promise<void> {
    const rows = this.#rows;
    this.#rows = [];
    await this.#writer.write({ columnData: this.#toColumns(rows), rowGroupSize: GROUP_ROWS });
    await this.#flush();
  }

  async #flush(): Promise<void> {
    const chunk = this.#bytes.getBytes().slice();
    this.#bytes.index = 0;
    await this.#sink.write(chunk);
  }

  #toColumns(rows: readonly Cell[][]) {
    return this.#table.columns.map(([name, type], index) => ({
      name,
      type: TYPES[type],
      nullable: true,
      data: rows.map((row) => row[index]),
    }));
  }
}
