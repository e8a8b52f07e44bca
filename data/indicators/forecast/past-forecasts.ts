import type { Fitted } from "./forecast.js";
import { forecastFrom } from "./forecast.js";
import { HORIZONS } from "./interval-width.js";
import type { Observation } from "./observation.js";
import { byConstantHazard, bySlope } from "./simple-forecasts.js";
import { targetIndex } from "./target-date.js";

/** What would have been said on an earlier date, and what came. Counts are whole people or cards. */
export interface PastForecast {
  origin: string;
  target: string;
  /** Days ahead, the round number; the target's own date is within seven days of it. */
  horizon: number;
  /** Residents known at the origin, which all shares are of. */
  population: number;
  low: number;
  point: number;
  high: number;
  came: number;
  inside: boolean;
  /** Absolute errors in points of the origin's residents. */
  errors: { model: number; slope: number; constant: number };
}

/**
 * A town's own past forecasts at every date with something to compare them with, each from the dates up to its
 * origin alone. The parameters are today's.
 * @param observations oldest first; fewer than three give none.
 */
export function pastForecasts(observations: readonly Observation[], fitted: Fitted): PastForecast[] {
  const forecasts: PastForecast[] = [];
  for (let at = 1; at < observations.length - 1; at++) {
    const targets = HORIZONS.map((horizon) => targetIndex(observations, at, horizon));
    const origin = observations[at]!;
    const longest = Math.max(...targets.map((t) => (t < 0 ? 0 : observations[t]!.day - origin.day)));
    if (longest === 0) continue;
    const known = observations.slice(0, at + 1);
    const { points } = forecastFrom(known, fitted, { days: longest })!;
    for (const [i, target] of targets.entries()) {
      const came = observations[target];
      if (!came) continue;
      const days = came.day - origin.day;
      const { low, point, high } = points[days]!;
      const error = (count: number): number => (100 * Math.abs(count - came.count)) / origin.population;
      forecasts.push({
        origin: origin.as_of,
        target: came.as_of,
        horizon: HORIZONS[i]!,
        population: origin.population,
        low,
        point,
        high,
        came: came.count,
        inside: low <= came.count && came.count <= high,
        errors: {
          model: error(point),
          slope: error(bySlope(known, days)!),
          constant: error(byConstantHazard(known, days)!),
        },
      });
    }
  }
  return forecasts;
}

/** How a town's past forecasts of one horizon ended. */
export interface PastSummary {
  horizon: number;
  forecasts: number;
  inside: number;
  /** Mean absolute errors in points. */
  model: number;
  slope: number;
  constant: number;
}

/** One line for each horizon that has forecasts. */
export function summarisePast(forecasts: readonly PastForecast[]): PastSummary[] {
  return HORIZONS.flatMap((horizon) => {
    const here = forecasts.filter((f) => f.horizon === horizon);
    if (here.length === 0) return [];
    const mean = (of: keyof PastForecast["errors"]): number =>
      here.reduce((sum, f) => sum + f.errors[of], 0) / here.length;
    return [
      {
        horizon,
        forecasts: here.length,
        inside: here.filter((f) => f.inside).length,
        model: mean("model"),
        slope: mean("slope"),
        constant: mean("constant"),
      },
    ];
  });
}
