import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import toolSettings from "./bootstrap/tool-settings.json" with { type: "json" };

export const PROJECT_ROOT = fileURLToPath(new URL("..", import.meta.url));
const require = createRequire(import.meta.url);

/** The environment of every tool: no metrics, no error reports, no connection that was not asked for. */
export const toolEnvironment = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  ...process.env,
  ...toolSettings,
  ...more,
});

/**
 * The script of an installed command line tool, to be run by this Node: no shell and no .cmd file, so that
 * it is the same on every platform.
 * @example toolScript("wrangler")
 */
export function toolScript(packageName: string, command = packageName): string {
  const file = join(PROJECT_ROOT, "node_modules", packageName, "package.json");
  const { bin } = JSON.parse(readFileSync(file, "utf8")) as { bin: string | Record<string, string> };
  const script = typeof bin === "string" ? bin : bin[command];
  if (!script) throw new Error(`${packageName} has no command ${command}`);
  return join(dirname(file), script);
}

/** The arguments that make this Node run one of our TypeScript files. */
export const scriptArguments = (script: string): string[] => ["--import", require.resolve("tsx"), script];

export interface ToolResult {
  code: number;
  /** Both streams as they came; empty where they were shown. */
  output: string;
}

/**
 * Runs Node with the arguments in the project's folder.
 * @param show passes the output on as it comes instead of keeping it.
 */
export function runNode(
  args: readonly string[],
  { show = false, env }: { show?: boolean; env?: NodeJS.ProcessEnv } = {},
): Promise<ToolResult> {
  return runProgram(process.execPath, args, { show, ...(env && { env }) });
}

/** Runs a program in the project's folder; a program that cannot be started has code 127. */
export function runProgram(
  program: string,
  args: readonly string[],
  { show = false, env }: { show?: boolean; env?: NodeJS.ProcessEnv } = {},
): Promise<ToolResult> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: PROJECT_ROOT,
      env: toolEnvironment(env),
      stdio: show ? "inherit" : ["ignore", "pipe", "pipe"],
    });
    const chunks: Buffer[] = [];
    child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", (error) => resolve({ code: 127, output: String(error) }));
    child.on("close", (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString("utf8") }));
  });
}
