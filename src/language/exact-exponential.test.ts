import { describe, expect, it } from "vitest";
import { exactExp, exactLog } from "./exact-exponential.ts";

describe("exactExp and exactLog", () => {
  it.each([-600, -20, -1, -0.3, 0, 0.2, 1, 5.5, 40])("come close to the true value at %d", (x) => {
    expect(exactExp(x) / Math.exp(x)).toBeCloseTo(1, 6);
    expect(exactLog(exactExp(x))).toBeCloseTo(x, 5);
  });

  it("stay within bounds at the ends", () => {
    expect(exactExp(-1e9)).toBe(0);
    expect(exactExp(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(Number.isFinite(exactExp(1e9))).toBe(true);
    expect(exactLog(0)).toBe(Number.NEGATIVE_INFINITY);
  });
});
