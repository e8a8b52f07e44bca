import type { FileIssue } from "./issue.js";
import { decodeText } from "./decode.js";
import { parseCsv } from "./parse-csv.js";
import { parseJson } from "./parse-json.js";
import { screenTable } from "./screen.js";
import type { Table } from "./table.js";
import { issue } from "./words.js";

export type FileFormat = "csv" | "json";

/** A file as a table that has passed the screen, or every reason why not. */
export type ReadFile =
  | { table: Table; encoding: string; issues: FileIssue[] }
  | { table: null; encoding: string; issues: FileIssue[] };

/**
 * Bytes → text → table → screened for personal data. Nothing of the file has been stored or logged by then.
 * @param harmless headers that the screen lets pass in this kind of file.
 */
export function readFile(bytes: Uint8Array, format: FileFormat, harmless: readonly string[] = []): ReadFile {
  const decoded = decodeText(bytes);
  if (!decoded) return { table: null, encoding: "unknown", issues: [issue("undecodable", null, null)] };
  const { encoding } = decoded;
  const { table, issues } = format === "json" ? parseJson(decoded.text) : parseCsv(decoded.text);
  if (!table) return { table, encoding, issues };
  const findings = screenTable(table, harmless);
  return findings.length > 0 ? { table: null, encoding, issues: findings } : { table, encoding, issues };
}
