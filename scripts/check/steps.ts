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

/** All steps but the tests, in the order in which they begin. */
export function checkSteps(): CheckStep[] {
  let site: Promise<ToolResult>;
  return [
    { name: "build the site", run: () => (site = runNode(scriptArguments("scripts/build-site.ts"))) },
    { name: "prettier --check", run: () => tool("prettier", "--check", ".") },
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
    {
      name: "wrangler deploy --dry-run",
      // It looks for the site's files.
      run: () => site.then(() => tool("wrangler", "deploy", "--dry-run", "--outdir=dist/worker")),
      note: (output) => /gzip: [\d.]+ \w+/.exec(output)?.[0],
    },
  ];
}

/**
 * Runs the steps in their order, two at a time: most keep one core busy.
 * @returns what each comes to; one that cannot be run has failed.
 */
export function startTwoAtATime(steps: readonly CheckStep[]): Promise<ToolResult>[] {
  const outcomes = steps.map(() => Promise.withResolvers<ToolResult>());
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < steps.length) {
      const i = next++;
      outcomes[i]!.resolve(
        await steps[i]!.run().catch((error: unknown) => ({ code: 1, output: String(error) })),
      );
    }
  };
  void Promise.all([work(), work()]);
  return outcomes.map(({ promise }) => promise);
}
