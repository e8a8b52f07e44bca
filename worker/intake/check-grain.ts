import { agePartitionFault } from "../../data/contract/age-band.js";
import type { FileIssue } from "../../data/contract/api/issue.js";
import { ALL, MEASURES, type Figure } from "../../data/contract/figure.js";
import type { ColumnPlan } from "./columns.js";
import { groupFigures, repetitionFinder, type GroupedFigures } from "./group-figures.js";
import { columnOf, type ReadFigure } from "./read-rows.js";
import { issue } from "./words.js";

/** How a date's rows are cut: the district is `all` only where there are no others. */
export interface Grain {
  byDistrict: boolean;
  ageBands: readonly string[];
  sexes: readonly string[];
}

const DIMENSIONS = ["district", "age_band", "sex"] as const;

/** Rows of one date without its check totals, and how they are cut. */
export interface DateRows {
  as_of: string;
  grain: Grain;
  figures: ReadFigure[];
  /** The same rows by district, in order of first appearance. */
  districts: Map<string, ReadFigure[]>;
  checkTotals: number;
}

/**
 * Sorts a file's figures by date, takes check totals out (verified, not stored), and holds every date
 * to one grain: bands that partition the ages, both sexes or neither, the same cells for each district.
 */
export function checkGrain(
  figures: readonly ReadFigure[],
  plan: ColumnPlan,
  groups: GroupedFigures = groupFigures(figures),
): { dates: DateRows[]; issues: FileIssue[] } {
  const issues = duplicateKeys(groups, plan);
  const dates: DateRows[] = [];
  for (const [as_of, group] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const rows = [...group.values()].flat();
    const finer = DIMENSIONS.filter((d) => rows.some((f) => f[d] !== ALL));
    const isTotal = (f: Figure) => finer.some((d) => f[d] === ALL);
    const totals = rows.filter(isTotal);
    const isDetail = (f: Figure) => !isTotal(f);
    const details = totals.length > 0 ? rows.filter(isDetail) : rows;
    const districts =
      totals.length > 0
        ? new Map(
            [...group]
              .map(([code, list]) => [code, list.filter(isDetail)] as const)
              .filter(([, l]) => l.length > 0),
          )
        : group;
    const grain = grainOf(details);
    issues.push(...grainFaults(details, districts, grain, plan));
    // Totals of incomplete parts would only repeat the complaint.
    if (issues.length === 0) issues.push(...totalFaults(totals, details, plan));
    dates.push({ as_of, grain, figures: details, districts, checkTotals: totals.length });
  }
  return { dates, issues };
}

export function grainOf(figures: readonly Figure[]): Grain {
  return {
    byDistrict: figures.some((f) => f.district !== ALL),
    ageBands: distinct(figures, "age_band"),
    sexes: distinct(figures, "sex"),
  };
}

const distinct = (figures: readonly Figure[], dimension: "age_band" | "sex"): string[] => {
  const found = new Set<string>();
  for (const figure of figures) found.add(figure[dimension]);
  return [...found].sort();
};

export const sameCells = (a: Grain, b: Grain): boolean =>
  a.ageBands.join() === b.ageBands.join() && a.sexes.join() === b.sexes.join();

function duplicateKeys(groups: GroupedFigures, plan: ColumnPlan): FileIssue[] {
  const repeatedRows = repetitionFinder();
  return [...groups.values()]
    .flatMap((districts) => [...districts.values()].flatMap((group) => repeatedRows(group)))
    .sort((a, b) => a.row - b.row)
    .map(({ row }) => issue("duplicate_key", row, columnOf(plan, "district")));
}

function grainFaults(
  details: readonly ReadFigure[],
  districts: ReadonlyMap<string, readonly ReadFigure[]>,
  grain: Grain,
  plan: ColumnPlan,
): FileIssue[] {
  const first = details[0]?.row ?? null;
  if (grain.ageBands.some((band) => band !== ALL)) {
    const fault = agePartitionFault(grain.ageBands);
    if (fault)
      return [issue(fault.kind === "gap" ? "age_gap" : "age_overlap", first, columnOf(plan, "age_band"))];
  }
  if (grain.sexes.length === 1 && grain.sexes[0] !== ALL) {
    return [issue("sex_incomplete", first, columnOf(plan, "sex"))];
  }
  const cells = grain.ageBands.length * grain.sexes.length;
  return [...districts.values()]
    .filter((rows) => rows.length < cells)
    .map((rows) => issue("incomplete_district", rows[0]!.row, columnOf(plan, "district")));
}

/** Whether a part belongs to a total: equal wherever the total is not `all`. */
const isPartOf = (part: Figure, total: Figure): boolean =>
  DIMENSIONS.every((d) => total[d] === ALL || total[d] === part[d]);

function totalFaults(
  totals: readonly ReadFigure[],
  details: readonly ReadFigure[],
  plan: ColumnPlan,
): FileIssue[] {
  const issues: FileIssue[] = [];
  for (const total of totals) {
    const parts = details.filter((part) => isPartOf(part, total));
    for (const field of ["population", ...MEASURES] as const) {
      if (total[field] === null || parts.some((part) => part[field] === null)) continue;
      const sum = parts.reduce((n, part) => n + part[field]!, 0);
      if (sum !== total[field]) issues.push(issue("check_total_mismatch", total.row, columnOf(plan, field)));
    }
  }
  return issues;
}
