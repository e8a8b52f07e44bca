import { BrowserMissing } from "./browser/ensure-browser.js";
import { runTests } from "./test/run-tests.js";
import { formatCounts } from "./test/vitest-report.js";

let counts = { passed: 0, failed: 1, skipped: 0 };
try {
  counts = await runTests(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof BrowserMissing ? error.message : error);
}
process.exitCode = counts.failed === 0 ? 0 : 1;
console.log(formatCounts(counts));
