/** What a run of vitest came to. */
export interface TestCounts {
  passed: number;
  failed: number;
  skipped: number;
}

/** The part of vitest's JSON report that is counted here. */
interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

/**
 * The counts of a run. A file that could not be loaded counts as one failure, and so does an end that no
 * test explains: an unhandled error, no report, no test at all.
 * @param json the report's text; null where there is none.
 * @param exitCode vitest's own.
 */
export function countTests(json: string | null, exitCode: number): TestCounts {
  if (json === null) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(json) as VitestReport;
  const broken = report.testResults.filter((f) => f.status === "failed" && f.assertionResults.length === 0);
  const counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  const unexplained = counts.failed === 0 && (exitCode !== 0 || counts.passed === 0);
  return unexplained ? { ...counts, failed: 1 } : counts;
}

/** The last line of every run: `12 passed, 0 failed`, with `, 1 skipped` only if there are any. */
export const formatCounts = ({ passed, failed, skipped }: TestCounts): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
