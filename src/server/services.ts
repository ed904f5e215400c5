/** What endpoints work with. */
import type { RecordStore } from "../store/index.ts";
import type { AnswerPool } from "./answers/answer-pool.ts";
import type { Progress } from "./progress.ts";
import type { UploadReader } from "./uploads/upload-reader.ts";

export interface Services {
  readonly store: RecordStore;
  /** Threads that answer questions to the record; without them they are answered here. */
  readonly answers?: AnswerPool;
  readonly uploads: UploadReader;
  readonly progress: Progress;
  /** Name of the version that reads, as the archive keeps it. */
  readonly reader: string;
  /** No users are asked for: whoever sits at this machine may do everything. */
  readonly isOpen: boolean;
  /** Ends what would go on for ever. */
  readonly stopping: AbortSignal;
}
