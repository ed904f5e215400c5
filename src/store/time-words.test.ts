import { expect, it } from "vitest";
import { toRowNumber } from "./row-numbers.ts";
import { listStretches, listTimeWords, listWordsOfDays } from "./time-words.ts";

it("finds each row by the words of the one stretch of time that it is in", () => {
  for (const last of [0, 1, 15, 16, 4095, 4096, 20_000, 20_479]) {
    const stretches = listStretches(last, 20);
    const earliest = stretches[stretches.length - 1].from;
    for (let day = Math.max(0, earliest - 600); day <= last; day++) {
      const own = listTimeWords(toRowNumber(day, 7));
      const found = stretches.filter((days) => listWordsOfDays(days).some((word) => own.includes(word)));
      expect(found).toEqual(stretches.filter(({ from, to }) => from <= day && day < to));
      expect(found).toHaveLength(day < earliest ? 0 : 1);
    }
  }
});

it("takes few words for a long stretch", () => {
  const stretches = listStretches(20_000, 16);
  expect(stretches).toHaveLength(4);
  expect(Math.max(...stretches.map((days) => listWordsOfDays(days).length))).toBeLessThan(40);
});
