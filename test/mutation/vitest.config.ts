import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Tests that drive the whole Worker need its platform; mutants are run in Node. */
const needsPlatform = (file: string): boolean =>
  readFileSync(`${root}${file}`, "utf8").includes("/harness.js");

/** The tests that mutants are held against: those of data/contract, and of worker/intake what is pure. */
export default defineConfig({
  root,
  test: {
    include: ["test/data/contract/**/*.test.ts", "test/worker/intake/**/*.test.ts"],
    exclude: [
      // Thousands of random tables for each mutant would take days; examples alone are the stricter measure.
      "test/worker/intake/*properties.test.ts",
      // Seconds for each; unzip.test.ts pins the same limits by what small archives claim.
      "test/worker/intake/workbook-limits.test.ts",
      ...globSync("test/worker/intake/**/*.test.ts", { cwd: root }).filter(needsPlatform),
    ],
    // A file of its own for each would double the time; nothing is kept in modules but caches.
    isolate: false,
    testTimeout: 60_000,
  },
});
