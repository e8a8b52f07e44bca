import { z } from "zod";
import type { FileIssue } from "../../data/contract/api/issue.js";
import { DISTRICT_COLUMNS, type District } from "../../data/contract/district.js";
import { districtSchema } from "../../data/contract/schema.js";
import { Refusal } from "../refusal.js";
import { readFile } from "./read-file.js";
import { issue } from "./words.js";

/** Without the apostrophe that our own files put before a text that a spreadsheet would take for a formula. */
const cell = (text: string | undefined): string | null => text?.trim().replace(/^'(?=[=+\-@])/, "") || null;
const whole = (text: string | null): number | string | null =>
  text !== null && /^\d+$/.test(text) ? Number(text) : text;

/**
 * A district list from CSV or JSON, screened like any file.
 * @throws Refusal refused_file with every issue; unsupported_media_type
 */
export function readDistricts(bytes: Uint8Array, contentType: string, municipality: string): District[] {
  const format = /^text\/csv\b/i.test(contentType)
    ? "csv"
    : /^application\/json\b/i.test(contentType)
      ? "json"
      : null;
  if (!format)
    throw new Refusal("unsupported_media_type", {
      ja: "CSV か JSON で送ってください",
      en: "Send CSV or JSON",
    });
  const { table, issues } = readFile(bytes, format, DISTRICT_COLUMNS);
  if (!table) throw refuse(issues);

  const found: FileIssue[] = [];
  const at = new Map(table.header.map((header, i) => [header, i]));
  for (const column of ["code", "name"]) {
    if (!at.has(column)) found.push(issue("missing_column", table.headerRow || null, column));
  }
  const seen = new Set<string>();
  const districts: District[] = [];
  for (const { row, cells } of found.length > 0 ? [] : table.rows) {
    const text = (column: string) => cell(at.has(column) ? cells[at.get(column)!] : undefined);
    const raw = Object.fromEntries(
      DISTRICT_COLUMNS.filter((c) => c !== "municipality").map((c) => [
        c,
        c.startsWith("tile") ? whole(text(c)) : text(c),
      ]),
    );
    const parsed = districtSchema.safeParse(raw);
    if (!parsed.success) {
      found.push(...columnsOf(parsed.error).map((column) => issue("not_a_district", row, column)));
      continue;
    }
    if (seen.has(parsed.data.code)) found.push(issue("duplicate_district", row, "code"));
    seen.add(parsed.data.code);
    districts.push({ municipality, ...parsed.data });
  }
  if (found.length > 0) throw refuse(found);
  return districts;
}

const columnsOf = (error: z.ZodError): string[] => [...new Set(error.issues.map((i) => String(i.path[0])))];

function refuse(issues: readonly FileIssue[]): Refusal {
  return new Refusal(
    "refused_file",
    { ja: "地区一覧を直してください", en: "Correct the district list" },
    { issues },
  );
}
