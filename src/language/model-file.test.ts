import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LanguageError, type LanguageErrorCode } from "./errors.ts";
import { readModelFile, writeModelFile } from "./model-file.ts";

const MODEL = { name: "tides", version: 3 };
const CONTENT = {
  ...MODEL,
  settings: { unit: 0.5 },
  sections: { heights: Int32Array.of(5, -7, 1 << 30), marks: Int8Array.of(-1, 2, 3), names: "low\nhigh – spring" },
};
const bytes = writeModelFile(CONTENT);

function codeOf(read: () => unknown): LanguageErrorCode | undefined {
  try {
    read();
  } catch (error) {
    if (error instanceof LanguageError) return error.code;
    throw error;
  }
  return undefined;
}

describe("a model file", () => {
  it("gives back what was written, also from an odd place in memory", () => {
    const moved = new Uint8Array(bytes.length + 3);
    moved.set(bytes, 3);
    for (const file of [readModelFile(bytes, MODEL), readModelFile(moved.subarray(3), MODEL)]) {
      expect(file.settings).toEqual(CONTENT.settings);
      expect([...file.getArrayOrThrow("heights", "i32")]).toEqual([...CONTENT.sections.heights]);
      expect([...file.getArrayOrThrow("marks", "i8")]).toEqual([...CONTENT.sections.marks]);
      expect(file.getTextOrThrow("names")).toBe(CONTENT.sections.names);
    }
  });

  it("is the same byte for byte when written again", () => {
    expect(writeModelFile(CONTENT)).toEqual(bytes);
  });

  it("is refused wherever it is cut off", () => {
    for (let length = 0; length < bytes.length; length++) {
      expect(codeOf(() => readModelFile(bytes.slice(0, length), MODEL))).toBe("model_corrupt");
    }
  });

  it("is refused when any byte was changed", () => {
    const place = fc.integer({ min: 0, max: bytes.length - 1 });
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = bytes.slice();
        damaged[at] ^= change;
        expect(codeOf(() => readModelFile(damaged, MODEL))).toMatch(/^model_(?:corrupt|format)$/);
      }),
    );
  });

  it("is refused when it is another model, another version, or lacks a section", () => {
    expect(codeOf(() => readModelFile(bytes, { ...MODEL, name: "winds" }))).toBe("model_format");
    expect(codeOf(() => readModelFile(bytes, { ...MODEL, version: 4 }))).toBe("model_format");
    expect(codeOf(() => readModelFile(bytes, MODEL).getArrayOrThrow("heights", "u8"))).toBe("model_corrupt");
    expect(codeOf(() => readModelFile(bytes, MODEL).getTextOrThrow("depths"))).toBe("model_corrupt");
  });

  it("says which file, and what to do", () => {
    expect(() => readModelFile(bytes.slice(0, 40), MODEL)).toThrow(/"tides".*npm run train/);
  });
});
