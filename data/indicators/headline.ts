import type { Counts, Measure } from "../contract/figure.js";
import { MEASURES } from "../contract/figure.js";
import { rateChange, type RateChange } from "./change.js";
import { MILESTONES_PERCENT, countToMilestone, residentsWithout } from "./milestone.js";
import { percentHalfUp, pointsBetween, rate } from "./rate.js";
import type { Total } from "./totals.js";

/** One measure at the latest date, with what it is compared to. */
export interface HeadlineMeasure {
  count: number;
  /** Between 0 and usually 1. */
  rate: number | null;
  /** One decimal, rounded half up; null where nobody lives. */
  percent: string | null;
  /** Residents the count does not cover. */
  without: number;
  /** Since the as-of date before; null on the first date or where it was not supplied then. */
  previous: {
    as_of: string;
    count: number;
    percent: string | null;
    points: string | null;
    change: RateChange | null;
  } | null;
  /** What is missing to each milestone, in people; 0 once reached. */
  milestones: { percent: number; remaining: number }[];
}

/** The numbers a town's front page begins with. */
export interface Headline {
  municipality: string;
  as_of: string;
  population: number;
  population_as_of: string | null;
  /** The date before, by which `previous` of each measure is meant; null on the first date. */
  previous_as_of: string | null;
  applications: HeadlineMeasure | null;
  issued: HeadlineMeasure | null;
  held: HeadlineMeasure | null;
  /** Applied and not yet issued (申請済・未交付); null unless both are supplied. */
  applied_not_issued: number | null;
}

/**
 * The headline of a municipality at an as-of date.
 * @param totals its totals, oldest first.
 * @param asOf default: the latest date.
 * @returns null where there are no totals or none of that date.
 */
export function headline(municipality: string, totals: readonly Total[], asOf?: string): Headline | null {
  const at = asOf === undefined ? totals.length - 1 : totals.findIndex((t) => t.as_of === asOf);
  const current = totals[at];
  if (!current) return null;
  const previous = at > 0 ? totals[at - 1]! : null;
  const of = (measure: Measure) => headlineMeasure(measure, current, previous);
  const [applications, issued, held] = MEASURES.map(of) as [
    HeadlineMeasure | null,
    HeadlineMeasure | null,
    HeadlineMeasure | null,
  ];
  return {
    municipality,
    as_of: current.as_of,
    population: current.population,
    population_as_of: current.population_as_of,
    previous_as_of: previous?.as_of ?? null,
    applications,
    issued,
    held,
    applied_not_issued: appliedNotIssued(current),
  };
}

function appliedNotIssued({ applications, issued }: Counts): number | null {
  return applications === null || issued === null ? null : Math.max(0, applications - issued);
}

function headlineMeasure(measure: Measure, current: Total, previous: Total | null): HeadlineMeasure | null {
  const count = current[measure];
  if (count === null) return null;
  const { population } = current;
  const percent = percentHalfUp(count, population);
  return {
    count,
    rate: rate(count, population),
    percent,
    without: residentsWithout(count, population)!,
    previous: previous && comparison(measure, { count, population, percent }, previous),
    milestones: MILESTONES_PERCENT.map((milestone) => ({
      percent: milestone,
      remaining: countToMilestone(count, population, milestone),
    })),
  };
}

function comparison(
  measure: Measure,
  current: { count: number; population: number; percent: string | null },
  previous: Total,
): HeadlineMeasure["previous"] {
  const count = previous[measure];
  if (count === null) return null;
  const percent = percentHalfUp(count, previous.population);
  const comparable = percent !== null && current.percent !== null;
  return {
    as_of: previous.as_of,
    count,
    percent,
    points: comparable ? pointsBetween(percent, current.percent!) : null,
    change: comparable ? rateChange({ count, population: previous.population }, current) : null,
  };
}
