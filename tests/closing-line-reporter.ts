/** Ends a run with one plain line of counts, for people and for continuous integration. */
import type { Reporter, TestModule } from "vitest/node";

export default class ClosingLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    let passed = 0;
    let failed = 0;
    let skipped = 0;
    for (const module of modules) {
      // A file that does not even load has no tests to count, yet it has failed.
      if (module.state() === "failed" && module.children.size === 0) failed += 1;
      for (const testCase of module.children.allTests()) {
        const { state } = testCase.result();
        if (state === "passed") passed += 1;
        else if (state === "failed") failed += 1;
        else skipped += 1;
      }
    }
    console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  }
}
