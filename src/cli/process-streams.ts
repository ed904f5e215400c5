/** The process's own streams. */
import { type Output, OutputClosedError, type Streams } from "./streams.ts";

export function getProcessStreams(): Streams {
  let isStdinRead = false;
  return {
    // Reached for only when somebody reads it: merely touching it would keep the process waiting.
    stdin: {
      [Symbol.asyncIterator]() {
        isStdinRead = true;
        return process.stdin[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
      },
    },
    stdout: toOutput(process.stdout),
    stderr: toOutput(process.stderr),
    env: process.env,
    onInterrupt(stop) {
      const listen = () => {
        if (isStdinRead) process.stdin.destroy();
        leave();
        stop();
      };
      const leave = () => {
        for (const signal of SIGNALS) process.off(signal, listen);
      };
      for (const signal of SIGNALS) process.on(signal, listen);
      return leave;
    },
  };
}

function toOutput(stream: NodeJS.WriteStream): Output {
  // Every failure also reaches the callback of the write; without a listener the event would end the process with a trace.
  stream.on("error", () => {});
  return {
    write(text) {
      return new Promise((resolve, reject) => {
        stream.write(text, (error: NodeJS.ErrnoException | null | undefined) => {
          if (error === null || error === undefined) resolve();
          else reject(CLOSED.has(error.code ?? "") ? new OutputClosedError() : error);
        });
      });
    },
    isTerminal: stream.isTTY === true,
    get columns() {
      return stream.columns;
    },
  };
}

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

const CLOSED = new Set(["EPIPE", "ERR_STREAM_DESTROYED", "ECONNRESET", "EOF"]);
