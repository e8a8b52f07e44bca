import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { unstable_getMiniflareWorkerOptions, unstable_readConfig } from "wrangler";
import { PROJECT_ROOT, runNode, toolScript } from "../../../scripts/run-tool.js";
import { migrateDatabase } from "../../../scripts/start/migrate-database.js";

/**
 * Builds the Worker as it is deployed, reads its bindings from wrangler.toml and migrates an empty database: once for
 * all the Workers that the tests start.
 * @returns the folder within `parent` that holds all of it.
 * @throws Error with wrangler's words.
 */
export async function prepareWorker(parent: string): Promise<string> {
  const folder = join(parent, "built");
  const [built] = await Promise.all([
    runNode([toolScript("wrangler"), "deploy", "--dry-run", `--outdir=${join(folder, "worker")}`]),
    migrateDatabase(join(folder, "state")),
  ]);
  if (built.code !== 0) throw new Error(built.output.trim());
  const config = unstable_readConfig({ config: join(PROJECT_ROOT, "wrangler.toml") });
  const { workerOptions } = unstable_getMiniflareWorkerOptions(config);
  // What is in this machine's .dev.vars is not the tests'.
  writeFileSync(join(folder, "options.json"), JSON.stringify({ ...workerOptions, bindings: config.vars }));
  return folder;
}
