import { agePartitionFault } from "../../data/contract/age-band.js";
import { ALL, SEXES, type Sex } from "../../data/contract/figure.js";
import { NATION } from "../../data/indicators/published-total.js";
import { readAgeBand } from "../intake/read-cell.js";
import type { Table } from "../intake/table.js";
import { issue } from "../intake/words.js";
import type { Layout } from "./layout.js";
import { checkRate, readCountOf, readDates } from "./read-counts.js";
import type { ReadOptions, ReadReference, RowsRead } from "./reading.js";
import { referenceIssue } from "./words.js";

const isTotal = (f: ReadReference): boolean => f.age_band === ALL && f.sex === ALL;

/**
 * The rows of the nation by age, men, women and both side by side, under a row for all ages. What stands
 * there is kept as published, both sexes together too: the ministry's totals hold residents of unknown age.
 * Only the figure for everybody is left out: it is the nation's, and the table by kind says it.
 */
export function readAges(table: Table, layout: Layout, { today }: ReadOptions): RowsRead {
  const read: RowsRead = { figures: [], issues: [], unmatched: [], repaired: 0, named: 0 };
  const { issues } = read;
  const cellsOf = new Map(table.rows.map(({ row, cells }) => [row, cells]));
  for (const { row, cells } of table.rows) {
    const band = readAgeBand(layout.text(cells, "age"));
    if ("error" in band) issues.push(issue(band.error, row, layout.header("age")));
    const dates = readDates(layout, row, cells, today, issues);
    for (const sex of SEXES) {
      const population = readCountOf(layout, `population_${sex}`, row, cells, issues);
      const issued = readCountOf(layout, `issued_${sex}`, row, cells, issues);
      const held = readCountOf(layout, `held_${sex}`, row, cells, issues);
      if (population === null)
        issues.push(issue("missing_population", row, layout.header(`population_${sex}`)));
      const measure = layout.has("issued_all") ? "issued" : "held";
      if (issued === null && held === null)
        issues.push(issue("missing_counts", row, layout.header(`${measure}_${sex}`)));
      if (population === null || population === undefined || issued === undefined || held === undefined)
        continue;
      if (dates === null || "error" in band) continue;
      const counts = { population, issued, held };
      read.figures.push({
        series: "age_sex",
        code: NATION,
        ...dates,
        age_band: band.value,
        sex,
        ...counts,
        row,
      });
    }
  }
  if (issues.length > 0) return read;
  for (const figures of Map.groupBy(read.figures, (f) => f.as_of).values()) {
    const bands = [...new Set(figures.map((f) => f.age_band))].filter((band) => band !== ALL);
    const fault = agePartitionFault(bands);
    if (fault)
      issues.push(issue(fault.kind === "gap" ? "age_gap" : "age_overlap", null, layout.header("age")));
    const total = figures.find(isTotal);
    if (!total) issues.push(referenceIssue("missing_total", null, layout.header("age")));
    else checkTotals(figures, layout, read);
    for (const { row, sex, issued, population } of figures) {
      const cells = cellsOf.get(row)!;
      checkRate(layout, `rate_${sex}`, row, cells, { count: issued, of: population }, issues);
      const whole = figures.find((f) => f.age_band === ALL && f.sex === sex)?.issued ?? 0;
      checkRate(layout, `share_${sex}`, row, cells, { count: issued, of: whole }, issues);
    }
  }
  read.figures = read.figures.filter((f) => !isTotal(f));
  return read;
}

/** The row for all ages against the bands, and both sexes together against men and women. */
function checkTotals(figures: readonly ReadReference[], layout: Layout, { issues }: RowsRead): void {
  const differs = (total: ReadReference, parts: readonly ReadReference[], sex: Sex) => {
    for (const count of ["population", "issued", "held"] as const) {
      if (total[count] === null) continue;
      const sum = parts.reduce((n, part) => n + (part[count] ?? 0), 0);
      if (sum === total[count]) continue;
      issues.push(referenceIssue("total_differs", total.row, layout.header(`${count}_${sex}`)));
    }
  };
  for (const total of figures) {
    if (total.age_band === ALL) {
      const bands = figures.filter((f) => f.age_band !== ALL && f.sex === total.sex);
      differs(total, bands, total.sex);
    }
    if (total.sex === ALL) {
      const sexes = figures.filter((f) => f.age_band === total.age_band && f.sex !== ALL);
      differs(total, sexes, ALL);
    }
  }
}
