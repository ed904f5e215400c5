import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logistic, stableExp, stableLog } from "./stable-math.ts";

describe("stableExp", () => {
  it("agrees with the engine's own to six digits", () => {
    fc.assert(
      fc.property(fc.double({ min: -79, max: 79, noNaN: true }), (x) => {
        expect(Math.abs(stableExp(x) / Math.exp(x) - 1)).toBeLessThan(1e-6);
      }),
    );
  });

  it("cuts what is out of its range", () => {
    expect(stableExp(1000)).toBe(stableExp(80));
    expect(stableExp(-1000)).toBe(stableExp(-80));
  });
});

describe("stableLog", () => {
  it("agrees with the engine's own to six digits", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-30, max: 1e30, noNaN: true }), (x) => {
        expect(Math.abs(stableLog(x) - Math.log(x))).toBeLessThan(1e-6);
      }),
    );
  });
});

describe("logistic", () => {
  it("is a half at nothing and rises to one", () => {
    expect(logistic(0)).toBeCloseTo(0.5);
    expect(logistic(20)).toBeGreaterThan(0.999);
    expect(logistic(-20)).toBeLessThan(0.001);
  });
});
