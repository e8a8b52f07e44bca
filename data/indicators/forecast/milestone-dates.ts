import { countToMilestone } from "../milestone.js";
import type { Forecast, ForecastPoint } from "./forecast.js";
import { addDays } from "./office-days.js";

/** When a share of the residents is reached. */
export interface MilestoneDates {
  percent: number;
  /** People missing at the origin; 0 once it is reached. */
  missing: number;
  /** The date by the point forecast; null where it is not within the days looked at. The origin where reached already. */
  date: string | null;
  /** The interval's early and late end; null as above. */
  earliest: string | null;
  latest: string | null;
}

/** The dates on which each share of the origin's residents is reached. @param percents whole numbers. */
export function milestoneDates({ origin, points }: Forecast, percents: readonly number[]): MilestoneDates[] {
  return percents.map((percent) => {
    const missing = countToMilestone(origin.count, origin.population, percent);
    const target = origin.count + missing;
    const when = (end: "low" | "point" | "high"): string | null => {
      if (missing === 0) return origin.as_of;
      const found = points.find((p: ForecastPoint) => p[end] >= target);
      return found ? addDays(origin.as_of, found.days) : null;
    };
    return { percent, missing, date: when("point"), earliest: when("high"), latest: when("low") };
  });
}
