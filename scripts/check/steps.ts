import { existsSync } from "node:fs";
import { devNull } from "node:os";
import { join } from "node:path";
import { PROJECT_ROOT, runNode, scriptArguments, toolScript, type ToolResult } from "../run-tool.js";

/** One thing that must hold before a change is merged. */
export interface CheckStep {
  name: string;
  run(): Promise<ToolResult>;
  /** A word to show when it holds. */
  note?(output: string): string | undefined;
}

const tool = (packageName: string, ...args: string[]): Promise<ToolResult> =>
  runNode([toolScript(packageName, packageName === "typescript" ? "tsc" : packageName), ...args]);

const typeCheck = (project: string): CheckStep => ({
  name: `tsc -p ${project}`,
  run: () => tool("typescript", "-p", project),
});

/** Each TypeScript project has its own platform: none, the Worker's, the browser's, Node's. */
const TYPE_PROJECTS = ["data", "worker", "dashboards", "test/worker", "test/browser", "."];

/** All steps but the tests, in the order in which they run. */
export function checkSteps(): CheckStep[] {
  return [
    ...TYPE_PROJECTS.filter((p) => existsSync(join(PROJECT_ROOT, p, "tsconfig.json"))).map(typeCheck),
    {
      name: "wrangler types --check",
      // No env file: the check must not depend on the secrets of this machine's .dev.vars.
      run: () =>
        tool(
          "wrangler",
          "types",
          "worker/worker-configuration.d.ts",
          "--include-runtime=false",
          `--env-file=${devNull}`,
          "--check",
        ),
    },
    { name: "oxlint", run: () => tool("oxlint") },
    { name: "prettier --check", run: () => tool("prettier", "--check", ".") },
    { name: "build the site", run: () => runNode(scriptArguments("scripts/build-site.ts")) },
    {
      name: "wrangler deploy --dry-run",
      run: () => tool("wrangler", "deploy", "--dry-run", "--outdir=dist/worker"),
      note: (output) => /gzip: [\d.]+ \w+/.exec(output)?.[0],
    },
  ];
}
