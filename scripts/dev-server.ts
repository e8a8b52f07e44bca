import { join } from "node:path";
import { findFreePort, HOST } from "./ports.js";
import { PROJECT_ROOT, toolScript } from "./run-tool.js";
import { startServerProcess, type RunningWorker } from "./server-process.js";

export interface WorkerOptions {
  port: number;
  /** Where D1 and R2 are kept; default: the project's own. A test gives its own folder. */
  persistTo?: string;
  /** Settings beside those of wrangler.toml and .dev.vars. */
  vars?: Readonly<Record<string, string>>;
  /** Ends the Worker, also while it is still starting. */
  signal?: AbortSignal;
}

/** The project's own folder for local D1 and R2 data. */
export const DEFAULT_STATE = join(PROJECT_ROOT, ".wrangler", "state");

/**
 * Starts the Worker with `wrangler dev` and waits until it answers.
 * @throws WorkerStartError where it ends or stays silent.
 */
export async function startWorker({
  port,
  persistTo = DEFAULT_STATE,
  vars = {},
  signal,
}: WorkerOptions): Promise<RunningWorker> {
  return startServerProcess(
    [
      toolScript("wrangler"),
      "dev",
      `--ip=${HOST}`,
      `--port=${port}`,
      `--inspector-port=${await findFreePort()}`,
      `--persist-to=${persistTo}`,
      "--show-interactive-dev-session=false",
      ...Object.entries(vars).flatMap(([name, value]) => ["--var", `${name}:${value}`]),
    ],
    { port, signal },
  );
}
