import type { District } from "../../data/contract/district.js";
import type { Figure } from "../../data/contract/figure.js";
import type { DistrictTotal } from "./check-history.js";
import { effectOf, type Change, type Effect } from "./effect.js";
import type { FileIssue } from "./issue.js";
import type { PreparedUpload } from "./prepare-upload.js";
import type { Reading } from "./reading.js";

const ROWS_SHOWN = 20;

/** What somebody sees of a file before it is sent. */
export interface DryRun {
  reading: Reading;
  /** The first rows as figures. */
  preview: (Figure & { row: number; district_name: string | null })[];
  effect: Omit<Effect, "districts"> & { districts: ({ district: string; name: string } & Change)[] };
  warnings: FileIssue[];
}

export function dryRunOf(
  upload: PreparedUpload,
  against: { known: readonly District[]; history: readonly DistrictTotal[] },
  reading: Reading,
  warnings: FileIssue[],
): DryRun {
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
