import { ALL, MEASURES, type Figure, type Measure, type Sex } from "../contract/figure.js";
import { canSumInto, isWithin } from "./published-ages.js";
import type { Place } from "./place.js";

/** One cell of the published tables, without its date. */
export interface Cell {
  /** The same people, the same key, in every release: place, age band and sex. */
  key: string;
  place: Place;
  age_band: string;
  sex: Sex;
}

/** A cell's true counts on every date of the table; null where the date does not supply them. */
export interface CellSeries {
  cell: Cell;
  population: (number | null)[];
  measures: Record<Measure, (number | null)[]>;
}

export interface CountTable {
  /** As-of dates, oldest first. */
  dates: string[];
  series: CellSeries[];
}

/** The name of a hidden or published series in patterns and reports. */
export const seriesKey = (cellKey: string, measure: Measure): string => `${cellKey}|${measure}`;

/** A district is its members, so that a merge that changes is another cell and not another value. */
export const cellKey = ({ kind, code, members }: Place, age: string, sex: Sex): string =>
  `${kind === "district" ? `district:${members.join("+")}` : `${kind}:${code}`}|${age}|${sex}`;

/**
 * The cells of the three linked tables: town by age and sex, areas by age, districts; with all margins.
 * @param ages published bands, youngest first; empty where no date has ages.
 */
export function cellsOf(places: readonly Place[], ages: readonly string[]): Cell[] {
  return places.flatMap((place) => {
    const bands = place.kind === "district" ? [ALL] : [ALL, ...ages];
    const sexes: Sex[] = place.kind === "town" ? ["all", "male", "female"] : ["all"];
    return bands.flatMap((age_band) =>
      sexes.map((sex): Cell => ({ key: cellKey(place, age_band, sex), place, age_band, sex })),
    );
  });
}

/** The true counts of the cells on every date. Cells that no date supplies are left out. */
export function countTable(figures: readonly Figure[], cells: readonly Cell[]): CountTable {
  const byDate = Map.groupBy(figures, (f) => f.as_of);
  const dates = [...byDate.keys()].sort();
  const empty = (): (number | null)[] => dates.map(() => null);
  const series = cells.map((cell): CellSeries => ({
    cell,
    population: empty(),
    measures: { applications: empty(), issued: empty(), held: empty() },
  }));
  dates.forEach((date, t) => fillDate(series, byDate.get(date)!, t));
  return { dates, series: series.filter((s) => s.population.some((n) => n !== null)) };
}

function fillDate(series: readonly CellSeries[], rows: readonly Figure[], t: number): void {
  const bands = [...new Set(rows.map((r) => r.age_band))];
  const members = new Map<Place, Set<string>>();
  for (const { cell, population, measures } of series) {
    if (cell.age_band !== ALL && (bands.includes(ALL) || !canSumInto(bands, cell.age_band))) continue;
    const { place } = cell;
    if (!members.has(place)) members.set(place, new Set(place.members));
    const inBand = new Set(bands.filter((band) => isWithin(band, cell.age_band)));
    const inside = rows.filter(
      (r) =>
        (place.kind === "town" || members.get(place)!.has(r.district)) &&
        inBand.has(r.age_band) &&
        (cell.sex === ALL || r.sex === cell.sex),
    );
    if (inside.length === 0) continue;
    population[t] = inside.reduce((sum, r) => sum + r.population, 0);
    for (const m of MEASURES) {
      measures[m][t] = inside.some((r) => r[m] === null) ? null : inside.reduce((sum, r) => sum + r[m]!, 0);
    }
  }
}
