import { expect, it } from "vitest";
import type { UtteranceVersion } from "../../record/index.ts";
import { mergeSame } from "./merge-same.ts";

it("reads the same words once, whoever carries them", () => {
  const version = (key: string, text: string) => ({ line: { key, text } }) as UtteranceVersion;
  const merged = mergeSame([
    version("a", "“We shall pay,” she said"),
    version("b", "We shall  pay"),
    version("c", "we shall pay, she said"),
    version("d", "“We shall pay”"),
  ]);
  expect(merged.map(({ version, others }) => [version.line.key, others.map(({ line }) => line.key)])).toEqual([
    ["a", ["c"]],
    ["b", ["d"]],
  ]);
});
