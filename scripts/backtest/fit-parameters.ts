import {
  cumulativePace,
  steps,
  type PaceTerms,
  type PathParameters,
} from "../../data/indicators/forecast/pace-path.js";
import { MONTHLY_DAYS } from "../../data/indicators/forecast/pace.js";
import type { TypicalPace } from "../../data/indicators/forecast/typical-pace.js";
import { quantile } from "./typical-series.js";
import type { Case, PastPair } from "./past-pairs.js";

/** How a town is taken: beside the typical town, or by its own figures alone. */
export type Way = "alone" | "beside";

/** What may be chosen beside the typical town; its momentum is estimated from the typical town itself. */
const GRID_BESIDE = [1, 0.9, 0.8, 0.7, 0.6].flatMap((persistence) =>
  [90, 180, 365].flatMap((deviationDays) =>
    [365, 730, Infinity].map((standingDays) => ({ persistence, deviationDays, standingDays })),
  ),
);

/** What may be chosen alone: it goes back to its half-year in the time that is set for the country. */
const GRID_ALONE: readonly PathParameters[] = [0, 0.1, 0.2, 0.3, 0.4].flatMap((momentum) =>
  [1, 0.9, 0.8].map((persistence) => ({
    momentum,
    persistence,
    deviationDays: 180,
    standingDays: Infinity,
  })),
);

/** The losses of each pair under each choice; what is known at an origin is a sum over some of them. */
export interface Losses {
  pair: PastPair;
  alone: number[];
  beside: number[];
}

export function lossesOf(pairs: readonly PastPair[]): Losses[] {
  return pairs.map((pair) => ({
    pair,
    alone: GRID_ALONE.map((choice) => shareMissed(pair, choice)),
    beside: GRID_BESIDE.map((choice) => townsApart(pair, { momentum: 0, ...choice })),
  }));
}

const expectedGain = (c: Case, pace: number): number => c.left * (1 - Math.exp(-pace));

/** The mean absolute error in shares of residents, over the mean share gained: months of surge weigh no more. */
function shareMissed(pair: PastPair, parameters: PathParameters): number {
  const stretches = steps(pair.originDay, pair.targetDay - pair.originDay, parameters);
  let [missed, gained] = [0, 0];
  for (const c of pair.cases) {
    missed += Math.abs(c.gained - expectedGain(c, cumulativePace(stretches, c.alone))) / c.population;
    gained += c.gained / c.population;
  }
  return missed / Math.max(1e-9, gained);
}

/**
 * How far the towns end from where they are expected once what befell all of them together is taken out: the
 * spread around the median error, in logarithms, each town weighted by the points its error costs. So the country's
 * turns, of which there are few, say nothing about how a town's difference from it fades.
 */
function townsApart(pair: PastPair, parameters: PathParameters): number {
  const stretches = steps(pair.originDay, pair.targetDay - pair.originDay, parameters);
  const errors = pair.cases.map((c) => scaledError(c, cumulativePace(stretches, c.beside)));
  const middle = quantile(errors, 0.5);
  let [sum, weight] = [0, 0];
  for (const [i, c] of pair.cases.entries()) {
    const w = (c.left / c.population) * Math.exp(logLevel(c.beside));
    sum += w * Math.abs(errors[i]! - middle);
    weight += w;
  }
  return sum / weight;
}

/** The pace of the last interval: what all the terms make before any fades. */
const logLevel = (t: PaceTerms): number => t.base + t.common + t.standing + t.deviation;

/**
 * What came over what was expected, in the logarithm of the cumulative hazard; one person on each side keeps the
 * villages in which nobody came.
 */
export function scaledError(c: Case, pace: number): number {
  const came = -Math.log(Math.max(0.5, c.left - c.gained) / c.left);
  return Math.log((came * c.left + 1) / (pace * c.left + 1));
}

/** The parameters from the pairs whose targets were known on a day. */
export function fitParameters(
  losses: readonly Losses[],
  typical: readonly TypicalPace[],
  day: number,
): Record<Way, PathParameters> {
  const known = losses.filter(({ pair }) => pair.targetDay <= day);
  return {
    alone: GRID_ALONE[smallest(known.map((l) => l.alone))]!,
    beside: {
      momentum: momentumAt(typical, day),
      ...GRID_BESIDE[smallest(known.map((l) => l.beside))]!,
    },
  };
}

function smallest(losses: readonly (readonly number[])[]): number {
  const sums = losses[0]!.map((_, i) => losses.reduce((sum, l) => sum + l[i]!, 0));
  return sums.indexOf(Math.min(...sums));
}

/** Prior knowledge that changes do not go on, worth a quiet year: 0.25 of summed squared changes. */
const PRIOR_CHANGES = 0.25;

/** How much of a month's change of the typical town's pace went on into the next: a regression on what was known. */
function momentumAt(typical: readonly TypicalPace[], day: number): number {
  let [above, below] = [0, PRIOR_CHANGES];
  for (let i = 3; i < typical.length && typical[i]!.day <= day; i++) {
    const four = typical.slice(i - 3, i + 1);
    if (four[3]!.day - four[0]!.day > 3 * MONTHLY_DAYS) continue;
    const [, a, b, c] = four.map((t) => Math.log(t.pace ?? Number.NaN)) as [number, number, number, number];
    above += (c - b) * (b - a);
    below += (b - a) ** 2;
  }
  return Math.max(0, Math.min(0.9, above / below));
}
