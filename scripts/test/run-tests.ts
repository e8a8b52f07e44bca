import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBrowser } from "../browser/ensure-browser.js";
import { runNode, scriptArguments, toolScript } from "../run-tool.js";
import { countTests, type TestCounts } from "./vitest-report.js";

/**
 * Builds the site if needed and runs the whole test suite with vitest, its output shown.
 * @param filters vitest's own: parts of file names, or options.
 * @throws BrowserMissing where there is no browser to test with.
 * @throws Error where the site cannot be built.
 */
export async function runTests(filters: readonly string[]): Promise<TestCounts> {
  const browser = await ensureBrowser(console.log);
  const site = await runNode([...scriptArguments("scripts/build-site.ts"), "--if-changed"]);
  if (site.code !== 0) throw new Error(`the site cannot be built\n${site.output.trim()}`);
  const folder = mkdtempSync(join(tmpdir(), "ikiwatari-test-"));
  try {
    const report = join(folder, "report.json");
    const { code } = await runNode(
      [
        toolScript("vitest"),
        "run",
        "--config=test/vitest.config.ts",
        "--reporter=default",
        "--reporter=./scripts/test/time-reporter.ts",
        "--reporter=json",
        `--outputFile.json=${report}`,
        ...filters,
      ],
      { show: true, env: { CHROME_PATH: browser } },
    );
    return countTests(readReport(report), code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
