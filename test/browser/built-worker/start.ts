import { cpSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { findFreePort } from "../../../scripts/ports.js";
import { scriptArguments } from "../../../scripts/run-tool.js";
import { startServerProcess, type RunningWorker } from "../../../scripts/server-process.js";

const SERVE = fileURLToPath(new URL("serve.ts", import.meta.url));

/** Copies the migrated, empty database to where a Worker is to keep its data. */
export const layEmptyState = (folder: string, state: string): void =>
  cpSync(join(folder, "state"), state, { recursive: true });

/**
 * Starts the Worker that was built for the tests, on a free port.
 * @param folder what `prepareWorker` made.
 * @param state where D1 and R2 are kept, as `layEmptyState` leaves it or another Worker did.
 */
export async function startBuiltWorker(folder: string, state: string, token: string): Promise<RunningWorker> {
  const port = await findFreePort();
  return startServerProcess([...scriptArguments(SERVE), folder, String(port), state, token], { port });
}
