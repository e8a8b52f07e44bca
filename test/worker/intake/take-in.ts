import { NO_MAPPING } from "../../../data/contract/api/mapping.js";
import type { Figure } from "../../../data/contract/figure.js";
import { prepareUpload, type Preparation } from "../../../worker/intake/prepare-upload.js";
import { readFile, type FileFormat } from "../../../worker/intake/read-file.js";
import { DISTRICT_LIST, TODAY, TOWN } from "./dresses.js";

/** A file's whole way through the intake, up to what would be written; a town without a past. */
export async function takeIn(
  bytes: Uint8Array,
  format: FileFormat,
): Promise<Preparation | { ok: false; issues: Preparation["issues"] }> {
  const file = readFile(bytes, format);
  if (!file.table) return { ok: false, issues: file.issues };
  return prepareUpload(file.table, {
    mapping: NO_MAPPING,
    fileIssues: file.issues,
    today: TODAY,
    expectedMunicipality: TOWN,
    provenance: "reported",
    districtsOf: async () => DISTRICT_LIST,
    historyOf: async () => [],
  });
}

/** The figures of an accepted file in the order of its rows. @throws Error with the issues of a refused one */
export function figuresOf(result: Awaited<ReturnType<typeof takeIn>>): Figure[] {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.upload.dates
    .flatMap((date) => date.figures)
    .toSorted((a, b) => a.row - b.row)
    .map(({ row: _row, area: _area, ...figure }) => figure);
}

/** Texts that are wrong in a field whatever stands around them. */
export const CORRUPTIONS: Partial<Record<keyof Figure, readonly string[]>> = {
  municipality: ["011003", "札幌市", "0110021"],
  as_of: ["2026-02-30", "2015-12-31", "2027-01-01", "来月", "1/2/21"],
  district: ["どこか", "99"],
  age_band: ["若者", "9-4"],
  sex: ["不明", "x"],
  population: ["-1", "1.5", "多い", "", "9999999999"],
  applications: ["-1", "0.5", "57%", "いくつか"],
  issued: ["▲3", "1/2", "1,23"],
  held: ["-7", "12枚", "1e3"],
};
