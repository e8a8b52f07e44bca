import { ageBandStart } from "../contract/age-band.js";
import { ALL, type Figure, type Sex } from "../contract/figure.js";
import { leafRange } from "./leaves.js";
import { canSumInto } from "./published-ages.js";
import type { Lineage } from "./succession.js";

/** What one cell counts, in this order. */
export const COUNTED = ["population", "applications", "issued", "held"] as const;
const WIDTH = COUNTED.length;
/** A count that was not supplied. */
export const UNKNOWN = -1;

const SEX_PLACES: Readonly<Record<Sex, number>> = { all: 0, male: 1, female: 2 };

/** The counts of some people by cell: ages (0 is all ages together) × sex × COUNTED. */
export type Counts = Int32Array;

/** Where a cell's counts begin. @param age 0 for all ages, else the band's place in the list, from 1 */
export const placeOf = (age: number, sex: Sex): number => (age * 3 + SEX_PLACES[sex]) * WIDTH;

/** The figures of one date, summed. */
export interface DateTally {
  as_of: string;
  /** District codes, in code order. */
  codes: readonly string[];
  /** Whether the ages and sexes can be told apart on this date. */
  hasAges: boolean;
  hasSexes: boolean;
  lines: ReadonlyMap<string, Counts>;
}

/**
 * Sums figures by as-of date, line (see Lineage) and cell of the bands, oldest date first.
 * @param bands a partition of the ages, youngest first; none where ages are not told
 */
export function tallyDates(
  figures: readonly Figure[],
  lineage: Lineage,
  bands: readonly string[],
): DateTally[] {
  const byDate = Map.groupBy(figures, (f) => f.as_of);
  return [...byDate.keys()].sort().map((as_of) => tallyDate(as_of, byDate.get(as_of)!, lineage, bands));
}

function tallyDate(
  as_of: string,
  rows: readonly Figure[],
  lineage: Lineage,
  bands: readonly string[],
): DateTally {
  const own = [...new Set(rows.map((r) => r.age_band))];
  const hasAges = bands.length > 0 && !own.includes(ALL) && canSumInto(own, bands);
  const hasSexes = rows.every((r) => r.sex !== ALL);
  const starts = bands.map(ageBandStart);
  const ageOf = new Map(
    own.map((band) => [band, hasAges ? 1 + starts.findLastIndex((start) => start <= ageBandStart(band)) : 0]),
  );
  const size = (bands.length + 1) * 3 * WIDTH;
  const lines = new Map<string, Counts>();
  const lineOf = new Map<string, Counts>();
  for (const row of rows) {
    let counts = lineOf.get(row.district);
    if (!counts) {
      const line = lineage.lineOf(row.district, as_of);
      counts = lines.get(line) ?? new Int32Array(size);
      lines.set(line, counts);
      lineOf.set(row.district, counts);
    }
    const age = ageOf.get(row.age_band)!;
    addRow(counts, placeOf(0, "all"), row);
    if (hasSexes) addRow(counts, placeOf(0, row.sex), row);
    if (age === 0) continue;
    addRow(counts, placeOf(age, "all"), row);
    if (hasSexes) addRow(counts, placeOf(age, row.sex), row);
  }
  return { as_of, codes: [...lineOf.keys()].sort(), hasAges, hasSexes, lines };
}

function addRow(counts: Counts, at: number, row: Figure): void {
  for (let i = 0; i < WIDTH; i++) {
    const count = row[COUNTED[i]!];
    counts[at + i] = count === null || counts[at + i] === UNKNOWN ? UNKNOWN : counts[at + i]! + count;
  }
}

/** The sum of what some lines count; one unknown part makes the sum unknown. */
export function sumCounts(parts: readonly Counts[]): Counts {
  const sum = new Int32Array(parts[0]?.length ?? 0);
  for (const part of parts) {
    for (let i = 0; i < sum.length; i++) {
      sum[i] = part[i] === UNKNOWN || sum[i] === UNKNOWN ? UNKNOWN : sum[i]! + part[i]!;
    }
  }
  return sum;
}

/** The counts of a published cell: the fine bands that lie within its own. */
export function cellCounts(
  counts: Counts,
  fine: readonly string[],
  band: string,
  sex: Sex,
): Record<(typeof COUNTED)[number], number> {
  const range = leafRange(band, sex);
  const inside = (b: string): boolean => {
    const { firstBand, endBand } = leafRange(b, sex);
    return firstBand >= range.firstBand && endBand <= range.endBand;
  };
  const ages = band === ALL ? [0] : fine.flatMap((b, i) => (inside(b) ? [i + 1] : []));
  const sum = (i: number): number =>
    ages.reduce((total, age) => {
      const count = counts[placeOf(age, sex) + i]!;
      return count === UNKNOWN || total === UNKNOWN ? UNKNOWN : total + count;
    }, 0);
  return { population: sum(0), applications: sum(1), issued: sum(2), held: sum(3) };
}
