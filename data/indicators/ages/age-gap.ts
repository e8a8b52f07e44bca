import type { Measure } from "../../contract/figure.js";
import { printMargin } from "../../disclosure/noise.js";
import { countToMilestone, PLAN_LINE_PERCENT, residentsWithout } from "../milestone.js";
import type { AgeTable } from "./age-table.js";
import { noLeaves, printedPercent, toTens } from "../printed.js";
import { rate } from "../rate.js";

/** What one age adds to the residents without a card. */
export interface AgeGap {
  age_band: string;
  population: number;
  count: number | null;
  /** Leaves whose noise the count carries where it is a print; 0 where it is told to the person. */
  leaves: number;
  rate: number | null;
  /** One decimal, of a print perhaps whole (see printedPercent). */
  percent: string | null;
  /** Residents without, at least 0, of a print in tens; null where the count was not supplied. */
  without: number | null;
  /** Of all residents without whose age is told, between 0 and 1; null without a count, or where nobody is without. */
  shareOfGap: number | null;
  /** Half the width of the 95% band around it; 0 where the count is told to the person. */
  shareMargin: number;
  /** Of all residents, between 0 and 1; null in an empty town. */
  shareOfPopulation: number | null;
  /** How many more cards bring this age to the plan's line (88%); 0 once it is there. */
  toPlanLine: number | null;
}

/**
 * The contribution of each age to the gap, youngest first. An age of which more are counted than live there (a
 * cumulative count) is without nobody; it takes nothing from the gap of others.
 * @param leavesOf of an age whose counts are prints
 */
export function ageGaps(
  { rows, total }: AgeTable,
  measure: Measure,
  leavesOf: (band: string) => number = noLeaves,
): AgeGap[] {
  const known = rows.reduce((sum, r) => sum + (residentsWithout(r.both[measure], r.both.population) ?? 0), 0);
  return rows.map(({ age_band, both }) => {
    const { population } = both;
    const count = both[measure];
    const without = residentsWithout(count, population);
    const leaves = leavesOf(age_band);
    return {
      age_band,
      population,
      count,
      leaves,
      rate: rate(count, population),
      percent: printedPercent(count, population, leaves),
      without: without === null || leaves === 0 ? without : toTens(without),
      shareOfGap: without === null || known === 0 ? null : without / known,
      shareMargin: known === 0 ? 0 : printMargin(leaves) / known,
      shareOfPopulation: total.population === 0 ? null : population / total.population,
      toPlanLine: count === null ? null : countToMilestone(count, population, PLAN_LINE_PERCENT),
    };
  });
}

/** Whether an age lacks cards to the plan's line, of prints more than its noise. */
export const isShort = ({ toPlanLine, leaves }: AgeGap): boolean =>
  toPlanLine !== null && toPlanLine > printMargin(leaves);

/** People of an age and older among all, and among those without. */
export interface OlderPart {
  /** The youngest of them. */
  from: number;
  shareOfGap: number;
  shareOfPopulation: number;
}

/** Half the distance counts as telling: a part that makes up ten points more of the gap than of the town. */
const TELLING = 0.1;

/**
 * The oldest part of the town that says most about the gap: of those whose share of the gap exceeds their share of
 * the residents, the one where it does so most.
 * @returns null where no such part stands out by ten points, or an age has no count.
 */
export function tellingOlderPart(
  gaps: readonly AgeGap[],
  startOf: (band: string) => number,
): OlderPart | null {
  if (gaps.some((g) => g.shareOfGap === null || g.shareOfPopulation === null)) return null;
  const sum = (of: (g: AgeGap) => number): number => gaps.reduce((total, g) => total + of(g), 0);
  const all = { without: sum((g) => g.without!), population: sum((g) => g.population) };
  let best: OlderPart | null = null;
  let [without, people] = [0, 0];
  for (const g of gaps.toReversed()) {
    without += g.without!;
    people += g.population;
    const shareOfGap = without / all.without;
    const shareOfPopulation = people / all.population;
    const excess = shareOfGap - shareOfPopulation;
    if (excess >= TELLING && excess > (best ? best.shareOfGap - best.shareOfPopulation : 0)) {
      best = { from: startOf(g.age_band), shareOfGap, shareOfPopulation };
    }
  }
  return best;
}
