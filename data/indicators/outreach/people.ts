import { ageBandStart, parseAgeBand, type AgeRange } from "../../contract/age-band.js";
import { ALL, type Counts, type Figure, type Measure } from "../../contract/figure.js";
import { groupFigures, nearestToHolding, sumOfCounts } from "../totals.js";

/** The people of one district and age band on one date. */
export interface PeopleCell {
  district: string;
  /** `all` where ages are not told apart and never were. */
  age_band: string;
  population: number;
  /** まだ持っていない人: residents without a card, never below 0. A fraction where age shares were lent. */
  unreached: number;
  /** まだ申請していない人: of them, those who do not wait for a card already. */
  to_apply: number;
}

/** Where the ages come from: the date itself, shares of an earlier date, or nowhere. */
export type AgeSource = { from: "date" } | { from: "shares"; as_of: string } | { from: "none" };

/** A date's people by district, then youngest first. */
export interface People {
  as_of: string;
  /** What stood for "has a card". */
  measure: Measure;
  ages: AgeSource;
  cells: readonly PeopleCell[];
}

/** Past this age an open band and the residents of unknown ages are taken to end. */
const OLDEST = 99;

/**
 * Who has no card on a date and who of them could apply, by district and age. Without a card are residents minus held
 * cards; where the date does not supply held throughout, minus issued; where neither, minus applications. Where the
 * date has districts only, the town's age shares of the last earlier date with ages are lent to every district.
 * @returns null where the date has no figures of districts, or no measure that all of them supply.
 */
export function peopleOn(figures: readonly Figure[], asOf: string): People | null {
  const ofDate = figures.filter((f) => f.as_of === asOf && f.district !== ALL);
  const measure = nearestToHolding(sumOfCounts(ofDate));
  if (ofDate.length === 0 || measure === null) return null;
  const cells = [...groupFigures(ofDate, (f) => `${f.age_band}|${f.district}`).values()]
    .map((group): PeopleCell => {
      const { district, age_band } = group[0]!;
      return { district, age_band, ...withoutCard(sumOfCounts(group), measure) };
    })
    .sort(
      (a, b) =>
        (a.district < b.district ? -1 : a.district > b.district ? 1 : 0) ||
        (a.age_band === b.age_band ? 0 : ageBandStart(a.age_band) - ageBandStart(b.age_band)),
    );
  if (cells.every((c) => c.age_band !== ALL)) return { as_of: asOf, measure, ages: { from: "date" }, cells };
  const earlier = lastWithAges(figures, asOf);
  if (!earlier) return { as_of: asOf, measure, ages: { from: "none" }, cells };
  return {
    as_of: asOf,
    measure,
    ages: { from: "shares", as_of: earlier.as_of },
    cells: cells.flatMap((cell) => lend(cell, earlier)),
  };
}

function withoutCard(counts: Counts, measure: Measure): Omit<PeopleCell, "district" | "age_band"> {
  const { population, applications, issued } = counts;
  const unreached = Math.max(0, population - counts[measure]!);
  // Cards that nobody has picked up yet; unknown where one of the two is.
  const waiting = applications === null || issued === null ? 0 : Math.max(0, applications - issued);
  return { population, unreached, to_apply: Math.max(0, unreached - waiting) };
}

function lastWithAges(figures: readonly Figure[], before: string): People | null {
  const dates = new Set(
    figures.filter((f) => f.as_of < before && f.district !== ALL && f.age_band !== ALL).map((f) => f.as_of),
  );
  const last = [...dates].sort().at(-1);
  return last === undefined ? null : peopleOn(figures, last);
}

/** The cell by the town's age shares of another date; a cell that has its age stays. */
function lend(cell: PeopleCell, from: People): PeopleCell[] {
  if (cell.age_band !== ALL) return [cell];
  const bands = [...Map.groupBy(from.cells, (c) => c.age_band)];
  const share = (of: "population" | "unreached" | "to_apply") => {
    const whole = from.cells.reduce((sum, c) => sum + c[of], 0);
    return bands.map(([, group]) =>
      whole > 0 ? group.reduce((sum, c) => sum + c[of], 0) / whole : 1 / bands.length,
    );
  };
  const [residents, unreached, applying] = [share("population"), share("unreached"), share("to_apply")];
  return bands.map(([age_band], i) => ({
    district: cell.district,
    age_band,
    population: cell.population * residents[i]!,
    unreached: cell.unreached * unreached[i]!,
    to_apply: cell.to_apply * applying[i]!,
  }));
}

/**
 * The part of a band's people whose ages lie in a range, 0 to 1; a band that the range cuts is taken as evenly
 * filled, an open one as ending with 99.
 */
export function shareInRange(band: string, range: AgeRange): number {
  const { from, to } = parseAgeBand(band) ?? { from: 0, to: null };
  const end = Math.max(to ?? OLDEST, from);
  const common = Math.min(end, range.to ?? Infinity) - Math.max(from, range.from) + 1;
  // Beyond 99 an open band and an open range are one.
  if (to === null && range.to === null && range.from >= end) return range.from <= from ? 1 : 0;
  return Math.max(0, common) / (end - from + 1);
}

/** Who could apply in each district, of the ages of a band (`all`: of every age). */
export function toApply(people: People, ages: string): Map<string, number> {
  const range = parseAgeBand(ages) ?? { from: 0, to: null };
  const sums = new Map<string, number>();
  for (const cell of people.cells) {
    const known = sums.get(cell.district) ?? 0;
    sums.set(cell.district, known + cell.to_apply * shareInRange(cell.age_band, range));
  }
  return sums;
}
