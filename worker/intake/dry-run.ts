import type { DryRun } from "../../data/contract/api/dry-run.js";
import type { FileIssue } from "../../data/contract/api/issue.js";
import type { Reading } from "../../data/contract/api/mapping.js";
import type { District } from "../../data/contract/district.js";
import type { DistrictTotal } from "./check-history.js";
import { effectOf } from "./effect.js";
import type { PreparedUpload } from "./prepare-upload.js";

const ROWS_SHOWN = 20;

/** What somebody sees of a file before it is sent; with all its warnings, of which an answer holds the first. */
export type SeenFile = Pick<DryRun, "reading" | "preview" | "effect" | "warnings">;

export function dryRunOf(
  upload: PreparedUpload,
  against: { known: readonly District[]; history: readonly DistrictTotal[] },
  reading: Reading,
  warnings: FileIssue[],
): SeenFile {
  const names = new Map([...against.known, ...upload.newDistricts].map((d) => [d.code, d.name]));
  const effect = effectOf(upload.dates, against.history);
  const first = upload.dates
    .flatMap((date) => date.figures)
    .sort((a, b) => a.row - b.row)
    .slice(0, ROWS_SHOWN);
  return {
    reading,
    preview: first.map(({ area: _, ...figure }) => ({
      ...figure,
      district_name: names.get(figure.district) ?? null,
    })),
    effect: {
      ...effect,
      districts: effect.districts.map((d) => ({ ...d, name: names.get(d.district) ?? d.district })),
    },
    warnings,
  };
}
