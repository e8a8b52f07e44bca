import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";

/** The four tables of one as-of date, by the file names of Code for Japan's transcription. */
export type MicTable = "all_localgovs" | "all_prefectures" | "demographics" | "summary_by_types";

/** A row of a table, by the ministry's own column names. */
export type MicRow = Readonly<Record<string, string>>;

/** The as-of dates of a folder of tables (its subfolders YYYYMMDD), oldest first. */
export function listMicDates(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /^\d{8}$/.test(name))
    .sort();
}

/** The rows of one table, in its own order; null where that date has no such table. */
export function readMicTable(folder: string, date: string, table: MicTable): MicRow[] | null {
  let text: string;
  try {
    text = readFileSync(join(folder, date, `${table}.csv`), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  const parsed = Papa.parse<MicRow>(text.replace(/^\uFEFF/, ""), { header: true, skipEmptyLines: true });
  if (parsed.errors.length > 0) throw new Error(`${date}/${table}: ${parsed.errors[0]!.message}`);
  return parsed.data;
}

/** `2022/06/30` or `20220630` as `2022-06-30`. */
export function toIsoDate(text: string): string {
  const digits = text.replaceAll("/", "");
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
}
