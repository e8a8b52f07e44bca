import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { setPriority } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { installStryker, STRYKER_FOLDER } from "./mutation/install-stryker.js";
import { scoresOf, survivorsOf, type MutationReport } from "./mutation/report.js";
import { scoreTable, survivorList } from "./mutation/score-table.js";
import { PROJECT_ROOT, runNode } from "./run-tool.js";

/** How many changes to the code the tests notice: `npm run mutation [-- --only FILE_OR_GLOB …] [--again]`. */
const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true },
    /**
     * Tests every mutant anew. Otherwise results of the last run stand where neither the file nor the tests
     * that ran it have changed: quick while one writes tests, but blind to a new test of what a module does
     * once when it is loaded (tables, patterns) and to a change in what a test imports.
     */
    again: { type: "boolean", default: false },
  },
});

const SURVIVORS = join(STRYKER_FOLDER, "survivors.txt");
/** It takes minutes of all that a processor has: whoever works beside it comes first. */
const LOWEST_PRIORITY = 19;

const stryker = await installStryker();
if (!stryker) process.exit(1);
setPriority(LOWEST_PRIORITY);
// What earlier runs say of files that are gone would stay in the report.
if (values.again && !values.only) rmSync(join(STRYKER_FOLDER, "incremental.json"), { force: true });
const startedAt = performance.now();
const { code } = await runNode(
  [
    stryker,
    "run",
    "test/mutation/stryker.config.mjs",
    ...(values.only ? ["--mutate", values.only.join(",")] : []),
    ...(values.again ? ["--force"] : []),
  ],
  { show: true },
);
if (code !== 0) process.exit(code);

const report = JSON.parse(readFileSync(join(STRYKER_FOLDER, "report.json"), "utf8")) as MutationReport;
writeFileSync(SURVIVORS, survivorList(survivorsOf(report)));
console.log(`\n${scoreTable(scoresOf(report))}`);
console.log(
  `\n${((performance.now() - startedAt) / 60_000).toFixed(1)} min; 生き残り / survivors: ${SURVIVORS.slice(PROJECT_ROOT.length)}`,
);
