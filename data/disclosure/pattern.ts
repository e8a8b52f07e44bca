import { MEASURES, type Measure } from "../contract/figure.js";
import type { HiddenReason, HiddenSeries, ProtectedRow, ProtectedValue } from "./published.js";
import { seriesKey, type CountTable, type CellSeries } from "./table.js";

/** The hidden series of a release and why, by series key. */
export type Pattern = ReadonlyMap<string, HiddenReason>;

/** The pattern as a list, in the order of the table. */
export function listPattern(table: CountTable, pattern: Pattern): HiddenSeries[] {
  return table.series.flatMap(({ cell }) =>
    MEASURES.flatMap((measure) => {
      const series = seriesKey(cell.key, measure);
      const reason = pattern.get(series);
      if (!reason) return [];
      const { place, age_band, sex } = cell;
      return [{ series, kind: place.kind, place: place.code, age_band, sex, measure, reason }];
    }),
  );
}

/** The rows as they are published under a pattern. */
export function publishRows(table: CountTable, pattern: Pattern): ProtectedRow[] {
  return table.dates.flatMap((as_of, t) =>
    table.series.flatMap((series) => {
      const row = publishRow(series, t, pattern);
      return row ? [{ as_of, ...row }] : [];
    }),
  );
}

function publishRow(
  { cell, population, measures }: CellSeries,
  t: number,
  pattern: Pattern,
): Omit<ProtectedRow, "as_of"> | null {
  const residents = population[t] ?? null;
  if (residents === null) return null;
  const value = (measure: Measure): ProtectedValue => {
    const count = measures[measure][t] ?? null;
    const reason = pattern.get(seriesKey(cell.key, measure));
    return count !== null && reason ? { hidden: reason } : count;
  };
  const applications = value("applications");
  const issued = value("issued");
  return {
    kind: cell.place.kind,
    place: cell.place.code,
    age_band: cell.age_band,
    sex: cell.sex,
    population: residents,
    applications,
    issued,
    held: value("held"),
    without_application: minus(residents, applications),
    not_yet_issued: minus(applications, issued),
  };
}

/** What is hidden hides its differences; what was not supplied has none. */
function minus(from: ProtectedValue, what: ProtectedValue): ProtectedValue {
  if (from === null || what === null) return null;
  if (typeof from !== "number") return from;
  return typeof what === "number" ? from - what : what;
}
