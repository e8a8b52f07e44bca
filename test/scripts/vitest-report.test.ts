import { describe, expect, it } from "vitest";
import { countTests, formatCounts } from "../../scripts/test/vitest-report.js";

const report = (more: object): string =>
  JSON.stringify({
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [],
    ...more,
  });

describe("countTests", () => {
  it("takes vitest's counts", () => {
    const counts = countTests(report({ numPassedTests: 12, numPendingTests: 1, numTodoTests: 1 }), 0);
    expect(counts).toEqual({ passed: 12, failed: 0, skipped: 2 });
  });

  it("counts a file that could not be loaded as a failure", () => {
    const testResults = [
      { status: "failed", assertionResults: [] },
      { status: "failed", assertionResults: [{}] },
    ];
    expect(countTests(report({ numPassedTests: 3, numFailedTests: 1, testResults }), 1).failed).toBe(2);
  });

  it.each([
    ["no report", null, 1],
    ["no test", report({}), 0],
    ["an error outside the tests", report({ numPassedTests: 5 }), 1],
  ])("counts %s as a failure", (_, json, exitCode) => {
    expect(countTests(json, exitCode).failed).toBe(1);
  });
});

describe("formatCounts", () => {
  it("is the last line of a run", () => {
    expect(formatCounts({ passed: 12, failed: 0, skipped: 0 })).toBe("12 passed, 0 failed");
    expect(formatCounts({ passed: 12, failed: 1, skipped: 2 })).toBe("12 passed, 1 failed, 2 skipped");
  });
});
