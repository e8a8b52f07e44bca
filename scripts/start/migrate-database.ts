import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DEFAULT_STATE } from "../dev-server.js";
import { PROJECT_ROOT, runNode, toolScript } from "../run-tool.js";

const DATABASE = "ikiwatari";

/**
 * Applies the migrations that the local database does not have yet. Which it has is remembered beside it,
 * so that an ordinary start need not wait for wrangler to look.
 * @returns how many there are, and whether there was anything to do.
 * @throws Error with wrangler's words.
 */
export async function migrateDatabase(state = DEFAULT_STATE): Promise<{ count: number; applied: boolean }> {
  const names = readdirSync(join(PROJECT_ROOT, "worker/migrations"))
    .filter((name) => name.endsWith(".sql"))
    .sort();
  const stamp = join(state, "ikiwatari-migrations");
  const wanted = `${names.join("\n")}\n`;
  if (readStamp(stamp) === wanted) return { count: names.length, applied: false };
  const { code, output } = await runNode([
    toolScript("wrangler"),
    "d1",
    "migrations",
    "apply",
    DATABASE,
    "--local",
    "--persist-to",
    state,
  ]);
  if (code !== 0) throw new Error(output.trim());
  mkdirSync(state, { recursive: true });
  writeFileSync(stamp, wanted);
  return { count: names.length, applied: true };
}

function readStamp(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
