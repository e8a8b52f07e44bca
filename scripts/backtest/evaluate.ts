import { forecastFrom } from "../../data/indicators/forecast/forecast.js";
import { HORIZONS, sizeClassOf } from "../../data/indicators/forecast/interval-width.js";
import type { Observation } from "../../data/indicators/forecast/observation.js";
import { byConstantHazard, bySlope } from "../../data/indicators/forecast/simple-forecasts.js";
import { targetIndex } from "../../data/indicators/forecast/target-date.js";
import type { TownTables } from "./read-towns.js";
import type { KnownAt } from "./roll.js";

/** One forecast beside what came; errors in points of the origin's residents. */
export interface Outcome {
  horizon: number;
  /** The origin's date. */
  as_of: string;
  size: number;
  model: number;
  alone: number;
  slope: number;
  constant: number;
  inside: boolean;
  insideAlone: boolean;
}

export const FIRST_ORIGIN = "2020-09-01";

/** Every forecast of every municipality, with what was known at its origin alone. */
export function evaluate({ dates, towns }: TownTables, known: readonly KnownAt[]): Outcome[] {
  const outcomes: Outcome[] = [];
  for (const { origin, fitted } of known) {
    const { as_of, day } = dates[origin]!;
    if (as_of < FIRST_ORIGIN) continue;
    const targets = HORIZONS.map((days) => targetIndex(dates, origin, days));
    const longest = Math.max(...targets.map((t) => (t < 0 ? 0 : dates[t]!.day - day)));
    if (longest === 0) continue;
    const alone = { ...fitted, typical: [] };
    for (const town of towns) {
      const past = town.observations.slice(0, origin + 1).filter((o): o is Observation => o !== null);
      if (past.at(-1)?.as_of !== as_of) continue;
      const ours = forecastFrom(past, fitted, { days: longest })!;
      const byItself = forecastFrom(past, alone, { days: longest })!;
      for (const [i, target] of targets.entries()) {
        const came = town.observations[target];
        if (!came) continue;
        const days = came.day - day;
        const { population } = ours.origin;
        const points = (count: number) => (100 * Math.abs(count - came.count)) / population;
        const [a, b] = [ours.points[days]!, byItself.points[days]!];
        outcomes.push({
          horizon: HORIZONS[i]!,
          as_of,
          size: sizeClassOf(population),
          model: points(a.point),
          alone: points(b.point),
          slope: points(bySlope(past, days)!),
          constant: points(byConstantHazard(past, days)!),
          inside: a.low <= came.count && came.count <= a.high,
          insideAlone: b.low <= came.count && came.count <= b.high,
        });
      }
    }
  }
  return outcomes;
}
