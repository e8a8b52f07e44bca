import { officeDaysBetween } from "../../data/indicators/forecast/office-days.js";
import type { TypicalPace } from "../../data/indicators/forecast/typical-pace.js";
import type { TownTables } from "./read-towns.js";

/**
 * The typical town's pace in each interval: the median over municipalities of people gained over the office days
 * of those not yet reached, with the residents of the interval's last date. Each value rests on its own two tables.
 */
export function typicalSeries({ dates, towns }: TownTables): TypicalPace[] {
  return dates.map(({ as_of, day }, i) => {
    if (i === 0) return { as_of, day, pace: null };
    const officeDays = officeDaysBetween(dates[i - 1]!.day, day);
    const paces = towns.flatMap(({ observations }) => {
      const [a, b] = [observations[i - 1], observations[i]];
      if (!a || !b) return [];
      return [(b.count - a.count) / (Math.max(1, b.population - (a.count + b.count) / 2) * officeDays)];
    });
    return { as_of, day, pace: quantile(paces, 0.5) };
  });
}

/** The quantile of numbers, between two of them in proportion; `level` between 0 and 1. */
export function quantile(numbers: readonly number[], level: number): number {
  const sorted = Float64Array.from(numbers).sort();
  const at = level * (sorted.length - 1);
  const below = Math.floor(at);
  const above = Math.min(sorted.length - 1, below + 1);
  return sorted[below]! + (sorted[above]! - sorted[below]!) * (at - below);
}
