import { checkSteps, startTwoAtATime } from "./check/steps.js";
import { showProgress } from "./progress.js";
import { runTests } from "./test/run-tests.js";
import { formatCounts } from "./test/vitest-report.js";

/** Runs every step to its end, whatever failed before it, then the tests; a failed step counts as a failure. */
const steps = checkSteps();
const begin = showProgress(steps.length + 1);
const failures: { name: string; output: string }[] = [];
const outcomes = startTwoAtATime(steps);
for (const [i, { name, note }] of steps.entries()) {
  const step = begin(name);
  const { code, output } = await outcomes[i]!;
  if (code === 0) step.done(note?.(output));
  else {
    step.fail();
    failures.push({ name, output });
  }
}

const startedAt = performance.now();
console.log(`[${steps.length + 1}/${steps.length + 1}] vitest`);
let counts = { passed: 0, failed: 0, skipped: 0 };
try {
  counts = await runTests([]);
  if (counts.failed > 0) failures.push({ name: "vitest", output: `${counts.failed} failed, see above` });
} catch (error) {
  counts.failed = 1;
  failures.push({ name: "vitest", output: String(error) });
}
console.log(`      ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);

for (const { name, output } of failures) console.log(`\n✗ ${name}\n${output.trim()}`);
const failedSteps = failures.filter(({ name }) => name !== "vitest").length;
process.exitCode = failures.length === 0 ? 0 : 1;
console.log(`\n${formatCounts({ ...counts, failed: counts.failed + failedSteps })}`);
