import {
  HORIZONS,
  SIZE_CLASSES,
  sizeClassOf,
  type Widths,
} from "../../data/indicators/forecast/interval-width.js";
import { cumulativePace, steps, type PathParameters } from "../../data/indicators/forecast/pace-path.js";
import { scaledError, type Way } from "./fit-parameters.js";
import type { PastPair } from "./past-pairs.js";
import { quantile } from "./typical-series.js";

/** The share of forecasts that the interval is to hold. */
export const AIM = 0.8;

/**
 * How fast the level of the quantile follows what was held: adaptive conformal inference (Gibbs & Candès,
 * "Adaptive Conformal Inference Under Distribution Shift", 2021), one step for each origin whose target came.
 */
const FOLLOWING = 0.2;
const LEVELS = { lowest: 0.5, highest: 0.97 } as const;
const FEWEST_PAIRS = 2;

interface Errors {
  targetDay: number;
  /** Absolute scaled errors by size class. */
  bySize: number[][];
  /** The share that the widths of their own day held; null where there were none yet, or tables came quarterly. */
  held: number | null;
  counted: boolean;
}

/** The widths of one way of forecasting as the origins go by; each is asked for once, in order of time. */
export class Calibration {
  private readonly known: Errors[][] = HORIZONS.map(() => []);
  private readonly levels: number[] = HORIZONS.map(() => AIM);

  constructor(private readonly way: Way) {}

  /** The widths from errors of forecasts whose targets were known on a day; null before there are enough. */
  widthsAt(day: number): Widths | null {
    const byHorizon = HORIZONS.map((_, h) => this.widthsOf(h, day));
    if (byHorizon.some((w) => w === null)) return null;
    return SIZE_CLASSES.map((_, size) => byHorizon.map((w) => w![size]!));
  }

  private widthsOf(horizon: number, day: number): number[] | null {
    const known = this.known[horizon]!.filter((e) => e.targetDay <= day);
    for (const errors of known) {
      if (errors.counted || errors.held === null) continue;
      errors.counted = true;
      const moved = this.levels[horizon]! + FOLLOWING * (AIM - errors.held);
      this.levels[horizon] = Math.max(LEVELS.lowest, Math.min(LEVELS.highest, moved));
    }
    if (known.length < FEWEST_PAIRS) return null;
    return SIZE_CLASSES.map((_, size) =>
      quantile(
        known.flatMap((e) => e.bySize[size]!),
        this.levels[horizon]!,
      ),
    );
  }

  /** Notes how the forecasts of an origin ended, with the parameters that were known then. */
  add(pairs: readonly PastPair[], parameters: PathParameters): void {
    for (const pair of pairs) {
      const widths = this.widthsOf(pair.horizon, pair.originDay);
      const stretches = steps(pair.originDay, pair.targetDay - pair.originDay, parameters);
      const bySize: number[][] = SIZE_CLASSES.map(() => []);
      let held = 0;
      for (const c of pair.cases) {
        const error = Math.abs(scaledError(c, cumulativePace(stretches, c[this.way])));
        const size = sizeClassOf(c.population);
        bySize[size]!.push(error);
        if (widths && error <= widths[size]!) held++;
      }
      this.known[pair.horizon]!.push({
        targetDay: pair.targetDay,
        bySize,
        held: widths && pair.monthly ? held / pair.cases.length : null,
        counted: false,
      });
    }
  }
}
