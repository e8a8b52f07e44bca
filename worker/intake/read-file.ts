import type { FileIssue } from "../../data/contract/api/issue.js";
import type { Mapping } from "../../data/contract/api/mapping.js";
import { writeOutSerials } from "./excel-serial.js";
import { decodeText } from "./decode.js";
import { parseCsv } from "./parse-csv.js";
import { parseJson, parseNdjson } from "./parse-json.js";
import { parseXlsx } from "./parse-xlsx.js";
import { holdsMyNumber, screenTable } from "./screen.js";
import type { Parsed, Table } from "./table.js";
import { issue } from "./words.js";

export type FileFormat = "csv" | "json" | "ndjson" | "xlsx";

/** A file as a table that has passed the screen, or every reason why not. */
export type ReadFile =
  | { table: Table; encoding: string; issues: FileIssue[] }
  | { table: null; encoding: string; issues: FileIssue[] };

/**
 * Bytes → text or workbook → table → screened for personal data. Nothing of the file has been stored or
 * logged by then.
 * @param harmless headers that the screen lets pass in this kind of file.
 * @param mapping helps to find a header whose words are not ours, below its titles.
 */
export function readFile(
  bytes: Uint8Array,
  format: FileFormat,
  harmless: readonly string[] = [],
  mapping?: Mapping,
): ReadFile {
  const { parsed, encoding } = parse(bytes, format, mapping);
  const { table, issues } = parsed;
  if (!table) return { table, encoding, issues };
  const findings = screenTable(table, harmless);
  if (findings.length > 0) return { table: null, encoding, issues: findings };
  return { table: writeOutSerials(table, mapping), encoding, issues };
}

function parse(
  bytes: Uint8Array,
  format: FileFormat,
  mapping: Mapping | undefined,
): { parsed: Parsed; encoding: string } {
  if (format === "xlsx") return { parsed: parseXlsx(bytes, mapping), encoding: "xlsx" };
  const decoded = decodeText(bytes);
  if (!decoded)
    return { parsed: { table: null, issues: [issue("undecodable", null, null)] }, encoding: "unknown" };
  const { text, encoding } = decoded;
  if (format === "csv") return { parsed: parseCsv(text, mapping), encoding };
  // A key said twice keeps its last value only: the first would pass the screen of the table unseen.
  if (holdsMyNumber(text.normalize("NFKC"))) {
    return { parsed: { table: null, issues: [issue("personal_number", null, null)] }, encoding };
  }
  return { parsed: format === "json" ? parseJson(text) : parseNdjson(text), encoding };
}
