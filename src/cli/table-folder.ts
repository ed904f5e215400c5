/** A folder of CSV files, one for each kind of thing in the readings. */

import type { Reading } from "../reading/index.ts";
import { formatCsvRow } from "../record/index.ts";
import type { ReadingPrinter } from "./reading-printers.ts";
import { READING_TABLES } from "./reading-tables.ts";
import { openTableFile, type TableFile } from "./table-file.ts";

/**
 * Begins every file anew, with its header, so that a table without rows is still a table.
 *
 * @throws {Error} with one line for the user, where a file cannot be written; none is left open then.
 */
export async function openTableFolder(folder: string): Promise<ReadingPrinter> {
  const files: TableFile[] = [];
  const discard = async () => {
    for (const file of files) await file.discard();
  };
  try {
    for (const { name, columns } of READING_TABLES) {
      const file = await openTableFile(folder, `${name}.csv`);
      files.push(file);
      await file.write(formatCsvRow(columns));
    }
  } catch (error) {
    await discard();
    throw error;
  }
  return {
    async print(reading: Reading, place: string) {
      for (const [index, { toRows }] of READING_TABLES.entries()) {
        const rows = toRows(reading, place).map(formatCsvRow).join("");
        if (rows !== "") await files[index].write(rows);
      }
    },
    skip() {},
    async end() {
      for (const file of files) await file.close();
    },
    discard,
  };
}
