import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { ApiError } from "../api-client.js";
import { sendTable } from "./send-table.js";
import type { Outcome } from "./summary.js";

/**
 * Sends the files one after another; a refused one does not stop the others.
 * @param from the folder that the summary's file names start from.
 * @throws ImportFailure where no other file would fare better.
 */
export async function importFiles(
  files: readonly string[],
  target: { url: string; token: string; dryRun: boolean },
  from: string,
  onProgress: (done: number, of: number) => void,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [i, path] of files.entries()) {
    const file = relative(from, path) || path;
    try {
      outcomes.push({ file, ...(await sendTable(new Uint8Array(readFileSync(path)), target)) });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      outcomes.push({ file, refused: error.message });
    }
    onProgress(i + 1, files.length);
  }
  return outcomes;
}
