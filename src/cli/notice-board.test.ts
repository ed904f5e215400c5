import { describe, expect, it } from "vitest";
import { NoticeBoard } from "./notice-board.ts";

function createBoard({ isTerminal = true, isQuiet = false } = {}) {
  const written: string[] = [];
  let nowMs = 0;
  const output = {
    isTerminal,
    columns: 80,
    write: async (text: string) => {
      written.push(text);
    },
  };
  const board = new NoticeBoard(output, isQuiet, () => nowMs);
  return { board, written, wait: (ms: number) => (nowMs += ms) };
}

describe("progress", () => {
  it("is drawn on a terminal after a while, not too often, and wiped before anything else is told", async () => {
    const { board, written, wait } = createBoard();
    await board.showProgress({ bytes: 0, totalBytes: 4_000_000, reports: 0 });
    wait(1000);
    await board.showProgress({ bytes: 1_000_000, totalBytes: 4_000_000, reports: 12 });
    wait(10);
    await board.showProgress({ bytes: 1_100_000, totalBytes: 4_000_000, reports: 13 });
    await board.tellNote({ kind: "note", file: "a.jsonl", line: 3, message: "no date" });
    wait(1000);
    await board.showProgress({ bytes: 2_000_000, reports: 20 });
    await board.clearProgress();
    await board.clearProgress();
    expect(written).toEqual([
      "\r\x1b[K[###---------] 25 %  12 read, 1.0 MB of 4.0 MB",
      "\r\x1b[K",
      "onrecord: a.jsonl, line 3: no date\n",
      "\r\x1b[K20 read, 2.0 MB",
      "\r\x1b[K",
    ]);
  });

  it("tells the rate of the last while and the time left", async () => {
    const { board, written, wait } = createBoard();
    for (const reports of [0, 100, 190]) {
      wait(3000);
      await board.showProgress({ bytes: reports * 1000, totalBytes: 3_000_000, reports });
    }
    expect(written.at(-1)).toBe("\r\x1b[K[#-----------] 6 %  190 read, 0.2 MB of 3.0 MB; 32/s, 89 s left");
  });

  it.each([{ isTerminal: false }, { isQuiet: true }])("is never drawn with %o", async (options) => {
    const { board, written, wait } = createBoard(options);
    wait(5000);
    await board.showProgress({ bytes: 1, reports: 1 });
    expect(written).toEqual([]);
  });
});

describe("a problem", () => {
  it("takes one line, whatever the name of the file", async () => {
    const { board, written } = createBoard();
    const problem = {
      kind: "problem",
      code: "not_found",
      file: "a\n\x1b[2J",
      message: "no such file",
      hint: "check",
    } as const;
    await board.tellProblem(problem);
    expect(written).toEqual(["onrecord: a ␛[2J: no such file; check\n"]);
    expect(board.hasProblem).toBe(true);
  });
});
