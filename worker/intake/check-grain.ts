import { agePartitionFault } from "../../data/contract/age-band.js";
import { ALL, MEASURES, figureKey, type Figure } from "../../data/contract/figure.js";
import type { ColumnPlan } from "./columns.js";
import type { FileIssue } from "./issue.js";
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
  checkTotals: number;
}

/**
 * Sorts a file's figures by date, takes check totals out (verified, not stored), and holds every date
 * to one grain: bands that partition the ages, both sexes or neither, the same cells for each district.
 */
export function checkGrain(
  figures: readonly ReadFigure[],
  plan: ColumnPlan,
): { dates: DateRows[]; issues: FileIssue[] } {
  const issues = duplicateKeys(figures, plan);
  const dates: DateRows[] = [];
  for (const [as_of, rows] of [...Map.groupBy(figures, (f) => f.as_of)].sort(([a], [b]) =>
    a < b ? -1 : 1,
  )) {
    const finer = DIMENSIONS.filter((d) => rows.some((f) => f[d] !== ALL));
    const isTotal = (f: Figure) => finer.some((d) => f[d] === ALL);
    const details = rows.filter((f) => !isTotal(f));
    const totals = rows.filter(isTotal);
    const grain = grainOf(details);
    issues.push(...grainFaults(details, grain, plan));
    // Totals of incomplete parts would only repeat the complaint.
    if (issues.length === 0) issues.push(...totalFaults(totals, details, plan));
    dates.push({ as_of, grain, figures: details, checkTotals: totals.length });
  }
  return { dates, issues };
}

export function grainOf(figures: readonly Figure[]): Grain {
  return {
    byDistrict: figures.some((f) => f.district !== ALL),
    ageBands: [...new Set(figures.map((f) => f.age_band))].sort(),
    sexes: [...new Set(figures.map((f) => f.sex))].sort(),
  };
}

export const sameCells = (a: Grain, b: Grain): boolean =>
  a.ageBands.join() === b.ageBands.join() && a.sexes.join() === b.sexes.join();

function duplicateKeys(figures: readonly ReadFigure[], plan: ColumnPlan): FileIssue[] {
  const seen = new Set<string>();
  const issues: FileIssue[] = [];
  for (const figure of figures) {
    const key = figureKey(figure);
    if (seen.has(key)) issues.push(issue("duplicate_key", figure.row, columnOf(plan, "district")));
    seen.add(key);
  }
  return issues;
}

function grainFaults(details: readonly ReadFigure[], grain: Grain, plan: ColumnPlan): FileIssue[] {
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
  return [...Map.groupBy(details, (f) => f.district).values()]
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
