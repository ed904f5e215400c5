/** Where the command line reads and writes: the process's streams, or a test's. */

export interface Output {
  /**
   * Resolves when the text has been taken, so that whoever writes faster than the other end reads waits here.
   *
   * @throws {OutputClosedError} where the other end has gone away, as `| head` does.
   */
  write(text: string): Promise<void>;
  /** Whether a person is looking. */
  readonly isTerminal: boolean;
  /** Width of the terminal, if it is one. */
  readonly columns?: number | undefined;
}

export interface Streams {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /**
   * Calls `stop` when the user interrupts the command (Ctrl-C), once: a second time ends the process.
   *
   * @returns Ends the waiting for it.
   */
  onInterrupt?(stop: () => void): () => void;
}

/** The reader of our output wants no more of it: a reason to stop, not a failure. */
export class OutputClosedError extends Error {
  constructor() {
    super("the output was closed");
    this.name = "OutputClosedError";
  }
}
