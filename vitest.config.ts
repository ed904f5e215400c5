import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "training/**/*.test.ts", "tests/**/*.test.ts"],
    testTimeout: 30_000,
    reporters: ["default", "./tests/closing-line-reporter.ts"],
  },
});
