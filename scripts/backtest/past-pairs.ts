import type { Observation } from "../../data/indicators/forecast/observation.js";
import { HORIZONS } from "../../data/indicators/forecast/interval-width.js";
import { MONTHLY_DAYS, pacesOf } from "../../data/indicators/forecast/pace.js";
import { termsAlone, termsBeside, type PaceTerms } from "../../data/indicators/forecast/pace-path.js";
import { targetIndex } from "../../data/indicators/forecast/target-date.js";
import { typicalPacesAt, type TypicalPace } from "../../data/indicators/forecast/typical-pace.js";
import type { TownTables } from "./read-towns.js";

/** The first dates lie a quarter apart: what is learned from may lie further from its round number of days. */
const LEARNING_TOLERANCE_DAYS = 20;

/** Dates before the first origin that anything is learned from. */
const FIRST_ORIGIN = 4;

/** One town at an origin, and what came. */
export interface Case {
  population: number;
  /** Residents not yet reached at the origin. */
  left: number;
  /** People reached between origin and target. */
  gained: number;
  alone: PaceTerms;
  beside: PaceTerms;
}

/** All towns at one origin and one target. */
export interface PastPair {
  /** Indices of dates. */
  origin: number;
  target: number;
  /** Which of HORIZONS. */
  horizon: number;
  originDay: number;
  targetDay: number;
  /** Whether the origin's last interval is about a month, as it is for whoever forecasts today. */
  monthly: boolean;
  cases: Case[];
}

/** Every pair of dates from which something can be learned once its target is known. */
export function pastPairs({ dates, towns }: TownTables, typical: readonly TypicalPace[]): PastPair[] {
  const pairs: PastPair[] = [];
  for (let origin = FIRST_ORIGIN; origin < dates.length; origin++) {
    const targets = HORIZONS.map((days) => targetIndex(dates, origin, days, LEARNING_TOLERANCE_DAYS));
    if (targets.every((t) => t < 0)) continue;
    const common = typicalPacesAt(typical, dates[origin]!.day)!;
    const starts = towns.map(({ observations }) => {
      const known = observations.slice(0, origin + 1).filter((o): o is Observation => o !== null);
      if (known.length < 2 || known.at(-1)!.day !== dates[origin]!.day) return null;
      const { population, count } = known.at(-1)!;
      const terms = {
        alone: termsAlone(pacesOf(known)),
        beside: termsBeside(pacesOf(known, Math.exp(common.year)), common),
      };
      return { population, count, left: Math.max(1, population - count), ...terms };
    });
    for (const [horizon, target] of targets.entries()) {
      if (target < 0) continue;
      const cases = starts.flatMap((start, i) => {
        const came = towns[i]!.observations[target];
        return start && came ? [{ ...start, gained: came.count - start.count }] : [];
      });
      const [originDay, targetDay] = [dates[origin]!.day, dates[target]!.day];
      const monthly = originDay - dates[origin - 1]!.day <= MONTHLY_DAYS;
      pairs.push({ origin, target, horizon, originDay, targetDay, monthly, cases });
    }
  }
  return pairs;
}
