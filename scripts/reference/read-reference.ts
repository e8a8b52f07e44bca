import { readFileSync } from "node:fs";
import Papa from "papaparse";

/** The rows of a file in data/reference/, by its column names. */
export function readReferenceCsv(name: string): Record<string, string>[] {
  const text = readFileSync(new URL(`../../data/reference/${name}`, import.meta.url), "utf8");
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}
