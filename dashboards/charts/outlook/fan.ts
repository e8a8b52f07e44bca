import type { Forecast } from "../../data/indicators/forecast/forecast.js";
import { addDays } from "../../data/indicators/forecast/office-days.js";
import type { Observation } from "../../data/indicators/forecast/observation.js";
import { utc } from "../time-axis.js";

/** A point of the fan; the values in the unit of the chart. */
export interface FanPoint {
  date: Date;
  low: number;
  point: number;
  high: number;
}

/** Days between the points that are drawn: closer ones are not seen. */
const DRAWN_EVERY = 8;

/** The forecast in the unit of a chart, thinned to what a drawing shows; its ends always included. */
export function fanPoints(forecast: Forecast, value: (count: number) => number): FanPoint[] {
  const last = forecast.points.length - 1;
  return forecast.points
    .filter((_, i) => i % DRAWN_EVERY === 0 || i === last)
    .map(({ days, low, point, high }) => {
      const ends = [value(low), value(high)];
      return {
        date: utc(addDays(forecast.origin.as_of, days)),
        low: Math.min(...ends),
        point: value(point),
        high: Math.max(...ends),
      };
    });
}

export interface DatedValue {
  date: Date;
  as_of: string;
  value: number;
}

export const datedValues = (
  observations: readonly Observation[],
  value: (o: Observation) => number,
): DatedValue[] => observations.map((o) => ({ date: utc(o.as_of), as_of: o.as_of, value: value(o) }));

/** How much of the past stands beside the three years ahead: two years. */
const PAST_DAYS = 731;

/** The observations that a chart of the years ahead shows: the last two years, and at least the last three dates. */
export function recent(observations: readonly Observation[]): readonly Observation[] {
  const last = observations.at(-1)?.day ?? 0;
  const from = observations.findIndex((o) => o.day >= last - PAST_DAYS);
  return observations.slice(Math.max(0, Math.min(from, observations.length - 3)));
}
