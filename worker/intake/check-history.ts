import type { FileIssue } from "../../data/contract/api/issue.js";
import { daysBetween } from "../../data/contract/as-of-date.js";
import { ALL } from "../../data/contract/figure.js";
import { RATES_LOOKED_AT, isUnusualRate } from "../../data/indicators/unusual-rate.js";
import { sumOfCounts, type Total } from "../../data/indicators/totals.js";
import type { DateRows } from "./check-grain.js";
import type { ColumnPlan } from "./columns.js";
import { columnOf } from "./read-rows.js";
import { issue, type IssueCode } from "./words.js";

/** What is known of one district on one date: its counts over all ages and sexes. */
export type DistrictTotal = Total & { district: string };

/** Counts that only grow: a card once applied for or issued stays counted. */
const CUMULATIVE = ["applications", "issued"] as const;

/** A district's residents rarely change by more than this from one date to the next. */
const POPULATION_CHANGE = 0.1;

/** A hamlet of twenty loses a tenth with one family: fewer people than this are no alarm. */
const FEW_PEOPLE = 10;

/**
 * Compares a file's districts with what is known of them on other dates. All findings are warnings: real
 * figures fall and jump at times, and somebody has to have looked.
 * @param known open totals of the municipality, the file's own dates included (they are about to be replaced).
 * @param listed codes of the district list.
 */
export function checkHistory(
  dates: readonly DateRows[],
  known: readonly DistrictTotal[],
  listed: readonly string[],
  plan: ColumnPlan,
): FileIssue[] {
  const stated = dates.flatMap(statedTotals);
  const statedKeys = new Set(stated.map(keyOf));
  const others = known.filter((t) => !statedKeys.has(keyOf(t)));
  const series = Map.groupBy<string, DistrictTotal>([...others, ...stated], (t) => t.district);
  for (const list of series.values()) list.sort((a, b) => (a.as_of < b.as_of ? -1 : 1));

  const issues = dates.flatMap((date) => dateIssues(date, known, listed, plan));
  const dayOf = dayNumbers();
  for (const total of stated) {
    const list = series.get(total.district)!;
    issues.push(...districtIssues(list, list.indexOf(total), { row: total.row, plan, dayOf }));
  }
  return issues;
}

/** Days since some day, each date counted once: a file may hold thousands of districts. */
function dayNumbers(): (date: string) => number {
  const days = new Map<string, number>();
  return (date) => {
    let day = days.get(date);
    if (day === undefined) days.set(date, (day = daysBetween("2016-01-01", date)));
    return day;
  };
}

const keyOf = ({ as_of, district }: { as_of: string; district: string }): string => `${as_of} ${district}`;

/** What the file says of each district of a date, with the row in which it first says so. */
function statedTotals({ as_of, districts }: DateRows): (DistrictTotal & { row: number })[] {
  return [...districts].map(([district, rows]) => ({
    district,
    as_of,
    population_as_of: null,
    ...sumOfCounts(rows),
    row: rows[0]!.row,
  }));
}

function dateIssues(
  { as_of, grain, figures, districts }: DateRows,
  known: readonly DistrictTotal[],
  listed: readonly string[],
  plan: ColumnPlan,
): FileIssue[] {
  const issues: FileIssue[] = [];
  const knownDates = new Set(known.map((t) => t.as_of));
  const isBetween = [...knownDates].some((d) => d < as_of) && [...knownDates].some((d) => d > as_of);
  if (isBetween && !knownDates.has(as_of)) {
    issues.push(issue("between_known_dates", figures[0]?.row ?? null, columnOf(plan, "as_of")));
  }
  const present = new Set(districts.keys());
  for (const total of known) if (total.as_of === as_of) present.add(total.district);
  if (grain.byDistrict && listed.some((code) => !present.has(code))) {
    issues.push(issue("district_missing", null, columnOf(plan, "district")));
  }
  return issues;
}

function districtIssues(
  series: readonly DistrictTotal[],
  at: number,
  { row, plan, dayOf }: { row: number; plan: ColumnPlan; dayOf: (date: string) => number },
): FileIssue[] {
  const [before, now, after] = [series[at - 1], series[at]!, series[at + 1]];
  if (now.district === ALL) return [];
  const issues: FileIssue[] = [];
  const report = (code: IssueCode, field: (typeof CUMULATIVE)[number] | "population") =>
    issues.push(issue(code, row, columnOf(plan, field)));
  if (before && isJump(before.population, now.population)) report("population_jump", "population");
  for (const measure of CUMULATIVE) {
    const count = now[measure];
    if (count === null) continue;
    if (before && before[measure] !== null && count < before[measure]) report("count_falls", measure);
    else if (isUnusualRate(dailyRates(series.slice(0, at + 1), measure, dayOf)))
      report("unusual_change", measure);
    if (after && after[measure] !== null && count > after[measure]) report("count_over_later", measure);
  }
  return issues;
}

const isJump = (before: number, now: number): boolean =>
  Math.abs(now - before) > Math.max(POPULATION_CHANGE * before, FEW_PEOPLE);

/** Change a day over the latest intervals between supplied counts, the last interval last. */
function dailyRates(
  series: readonly DistrictTotal[],
  measure: (typeof CUMULATIVE)[number],
  dayOf: (date: string) => number,
): number[] {
  const supplied = series.filter((t) => t[measure] !== null).slice(-RATES_LOOKED_AT - 1);
  return supplied.slice(1).map((t, i) => {
    const before = supplied[i]!;
    return (t[measure]! - before[measure]!) / (dayOf(t.as_of) - dayOf(before.as_of));
  });
}
