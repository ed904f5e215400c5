export { formatCsvRow } from "../record/index.ts";
