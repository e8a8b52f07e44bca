import { readdirSync, statSync, type Stats } from "node:fs";
import { join, resolve } from "node:path";
import { ImportFailure } from "./failure.js";

/**
 * The files that were named and the tables (CSV, XLSX) in folders that were named, at any depth: in the order
 * named, a folder's by path, so that dates come oldest first; each once.
 * @param from the folder relative names start from.
 * @throws ImportFailure for a name that is not there, a file of another kind, a folder without any
 */
export function findMicFiles(named: readonly string[], from: string): string[] {
  const files = named.flatMap((name) => {
    const path = resolve(from, name);
    const stats: Stats | undefined = statSync(path, { throwIfNoEntry: false });
    if (!stats) throw new ImportFailure(`見つかりません / not found: ${path}`);
    if (!stats.isDirectory()) {
      if (isTable(path)) return [path];
      throw new ImportFailure(`CSV でも Excel ブック(.xlsx)でもありません / neither CSV nor .xlsx: ${path}`);
    }
    const found = readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && isTable(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    if (found.length === 0)
      throw new ImportFailure(`CSV も .xlsx もありません / no CSV or .xlsx files in ${path}`);
    return found;
  });
  return [...new Set(files)];
}

/** Excel's own lock files (~$…) are no workbooks. */
const isTable = (name: string): boolean => /(^|[\\/])(?!~\$)[^\\/]*\.(csv|xlsx)$/i.test(name);
