import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { findMicFiles } from "../import-mic/find-files.js";
import { importFiles } from "../import-mic/import-files.js";
import { PROJECT_ROOT } from "../run-tool.js";

const FOLDER = resolve(PROJECT_ROOT, "../shared/data/mic");

/**
 * Imports the ministry's tables that lie beside the project, for the page that compares with every municipality.
 * @returns how many; 0 where they are not there.
 */
export async function importMinistryTables(url: string, token: string): Promise<number> {
  if (!existsSync(FOLDER)) return 0;
  const files = findMicFiles([FOLDER], FOLDER);
  await importFiles(files, { url, token, dryRun: false }, FOLDER, () => undefined);
  return files.length;
}
