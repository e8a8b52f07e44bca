import { DomainError } from "../../contract/domain-error.js";
import type { Observation } from "./observation.js";
import { widthAt, type Widths } from "./interval-width.js";
import { officeDaysBetween } from "./office-days.js";
import { pacesOf } from "./pace.js";
import { paceIn, steps, termsAlone, termsBeside, type PathParameters } from "./pace-path.js";
import { NO_PLAN, peopleOnDay, type Plan } from "./plan.js";
import { typicalPacesAt, type TypicalPace } from "./typical-pace.js";

/** Parameters of one way of forecasting, with the widths that its own past errors gave. */
export interface FittedModel extends PathParameters {
  widths: Widths;
}

/** Everything a forecast rests on beside the town's own figures. */
export interface Fitted {
  /** Where only the town's own figures are known. */
  alone: FittedModel;
  /** Where the typical town's pace is known for the origin. */
  beside: FittedModel;
  typical: readonly TypicalPace[];
}

/** Counts a number of days after the origin; whole people. */
export interface ForecastPoint {
  days: number;
  low: number;
  point: number;
  high: number;
}

export interface Forecast {
  origin: Observation;
  /** Whether the typical town's pace was known: then the town is taken beside it. */
  beside: boolean;
  /** One for each day from 0, the origin, on. */
  points: readonly ForecastPoint[];
}

/** How far a forecast looks ahead: three years. */
export const LONGEST_DAYS = 1096;

/** Dates that a forecast needs: one pace lies between two. */
export const FEWEST_DATES = 2;

/** The ends of the interval and the point: how many half widths each lies from the point. */
const SIDES = [-1, 0, 1] as const;

/**
 * The count day by day after the last observation, with the interval in which 8 of 10 such forecasts of the past
 * ended. Whoever is not reached yet is reached at a pace (a hazard) that starts from the last interval's and goes
 * back towards what was usual; the residents are those of the origin throughout.
 * @param observations oldest first, nothing later than the origin.
 * @param plan pace times something, and people on top; default neither.
 * @returns null with fewer than two dates. A count at or above the population stays: nobody is left to reach.
 */
export function forecastFrom(
  observations: readonly Observation[],
  fitted: Fitted,
  { days = LONGEST_DAYS, plan = NO_PLAN }: { days?: number; plan?: Plan } = {},
): Forecast | null {
  if (observations.length < FEWEST_DATES) return null;
  if (!(days >= 0 && Number.isFinite(days))) throw new DomainError("invalid_count", "days are 0 or more");
  const origin = observations.at(-1)!;
  const typical = typicalPacesAt(fitted.typical, origin.day);
  const own = pacesOf(observations, typical ? Math.exp(typical.year) : undefined);
  const model = typical ? fitted.beside : fitted.alone;
  const terms = typical ? termsBeside(own, typical) : termsAlone(own);
  const fall = largestFallADay(observations);

  const left = SIDES.map(() => Math.max(0, origin.population - origin.count));
  const reachedShare = SIDES.map(() => 0);
  const points = [pointOf(origin, 0, left, 0)];
  let cumulative = 0;
  for (const step of steps(origin.day, days, model)) {
    const pace = paceIn(step, terms) * plan.pace;
    for (let day = step.from + 1; day <= step.to; day++) {
      // Day by day, not spread over the stretch: how far ahead is asked for changes no day before.
      cumulative += pace * officeDaysBetween(origin.day + day - 1, origin.day + day);
      const width = widthAt(model.widths, origin.population, day);
      const people = peopleOnDay(plan, day);
      for (const [i, side] of SIDES.entries()) {
        // Of a day on which the interval widens faster than the pace goes on, nothing is taken back.
        const share = Math.max(reachedShare[i]!, cumulative * Math.exp(side * width));
        left[i] = Math.max(0, left[i]! * Math.exp(reachedShare[i]! - share) - people);
        reachedShare[i] = share;
      }
      points.push(pointOf(origin, day, left, fall));
    }
  }
  return { origin, beside: typical !== null, points };
}

function pointOf(origin: Observation, days: number, left: readonly number[], fall: number): ForecastPoint {
  // Above the population nobody is left, and the count stays where it is.
  const top = Math.max(origin.population, origin.count);
  const [low, point, high] = left.map((people) => Math.round(top - people)) as [number, number, number];
  return { days, low: Math.max(0, low - Math.round(fall * days)), point, high };
}

/** The steepest fall of the last year in cards a day; 0 for a count that only grows. Held cards fall as people die or move. */
function largestFallADay(observations: readonly Observation[]): number {
  const last = observations.at(-1)!;
  let largest = 0;
  for (let i = observations.length - 1; i > 0; i--) {
    const [a, b] = [observations[i - 1]!, observations[i]!];
    if (last.day - a.day > 400) break;
    largest = Math.max(largest, (a.count - b.count) / Math.max(1, b.day - a.day));
  }
  return largest;
}
