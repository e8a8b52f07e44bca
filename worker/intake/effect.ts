import type { Change, Effect } from "../../data/contract/api/dry-run.js";
import { ALL, type Counts } from "../../data/contract/figure.js";
import { sumOfCounts } from "../../data/indicators/totals.js";
import type { DateRows } from "./check-grain.js";
import type { DistrictTotal } from "./check-history.js";

/** The effect on places that are known by their codes alone. */
export type CodedEffect = Omit<Effect, "districts"> & { districts: ({ district: string } & Change)[] };

/**
 * The newest date of a file against the ledger. A file states whole districts: those it does not name keep
 * what the ledger says of them, and a town's total gives way to its districts.
 * @param known open totals of the municipality by district and date.
 */
export function effectOf(dates: readonly DateRows[], known: readonly DistrictTotal[]): CodedEffect {
  const { as_of, grain, districts: rows } = dates.at(-1)!;
  const before = known.filter((t) => t.as_of === as_of);
  const previousDate = known.reduce<string | null>(
    (latest, t) => (t.as_of < as_of && (latest === null || t.as_of > latest) ? t.as_of : latest),
    null,
  );
  const previous = known.filter((t) => t.as_of === previousDate);
  const stated = [...rows].map(([district, cells]) => ({ district, ...sumOfCounts(cells) }));
  const statedCodes = new Set(stated.map((t) => t.district));
  const kept = before.filter((t) => t.district !== ALL && !statedCodes.has(t.district));
  const after = [...stated, ...kept].sort((a, b) => (a.district < b.district ? -1 : 1));

  const find = (totals: readonly DistrictTotal[], district: string): Counts | null => {
    const total = totals.find((t) => t.district === district);
    return total ? countsOf(total) : null;
  };
  return {
    as_of,
    previous_as_of: previousDate,
    town: { before: sum(before), previous: sum(previous), after: sumOfCounts(after) },
    districts: (grain.byDistrict ? after : []).map((t) => ({
      district: t.district,
      before: find(before, t.district),
      previous: find(previous, t.district),
      after: countsOf(t),
    })),
    other_dates: dates.slice(0, -1).map((d) => d.as_of),
  };
}

function countsOf({ population, applications, issued, held }: Counts): Counts {
  return { population, applications, issued, held };
}

const sum = (parts: readonly Counts[]): Counts | null => (parts.length > 0 ? sumOfCounts(parts) : null);
