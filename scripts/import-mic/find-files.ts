import { readdirSync, statSync, type Stats } from "node:fs";
import { join, resolve } from "node:path";
import { ImportFailure } from "./failure.js";

/**
 * The files that were named and the CSV files in folders that were named, at any depth: in the order named,
 * a folder's by path, so that dates come oldest first; each once.
 * @param from the folder relative names start from.
 * @throws ImportFailure for a name that is not there, a file that is no CSV, a folder without any
 */
export function findMicFiles(named: readonly string[], from: string): string[] {
  const files = named.flatMap((name) => {
    const path = resolve(from, name);
    const stats: Stats | undefined = statSync(path, { throwIfNoEntry: false });
    if (!stats) throw new ImportFailure(`見つかりません / not found: ${path}`);
    if (!stats.isDirectory()) {
      if (isCsv(path)) return [path];
      throw new ImportFailure(
        `CSV ではありません。Excel の表は「CSV で保存」してください / not a CSV; save an Excel sheet as CSV: ${path}`,
      );
    }
    const found = readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && isCsv(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    if (found.length === 0) throw new ImportFailure(`CSV がありません / no CSV files in ${path}`);
    return found;
  });
  return [...new Set(files)];
}

const isCsv = (name: string): boolean => /\.csv$/i.test(name);
