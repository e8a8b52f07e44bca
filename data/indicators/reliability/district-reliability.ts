import { printVariance } from "../../disclosure/noise.js";
import type { DistrictStanding } from "../district-standing.js";
import type { NoisyPoint } from "./noisy-point.js";
import { isOverdispersed, overdispersion } from "./overdispersion.js";
import { ratePrior, shrink, type RatePrior, type ShrunkRate } from "./shrinkage.js";
import { judge, type Judgement } from "./verdict.js";

/** What a district's number can bear. */
export interface DistrictReliability {
  code: string;
  judgement: Judgement | null;
  shrunk: ShrunkRate | null;
}

/** What the districts' numbers can bear on one date by one measure. */
export interface Reliability {
  /** The town's rate, which the districts are judged against; null where it is not known. */
  townRate: number | null;
  prior: RatePrior | null;
  /** Times the variance that chance alone would give; null where that cannot be said. */
  phi: number | null;
  overdispersed: boolean;
  /** In the order of the standings. */
  districts: readonly DistrictReliability[];
}

/**
 * Judges and shrinks every district's rate; the noise of prints adds to chance. Districts without a number have
 * neither.
 */
export function districtReliability(
  standings: readonly DistrictStanding[],
  townRate: number | null,
): Reliability {
  const points = standings.flatMap(({ count, population, leaves }): NoisyPoint[] =>
    count === null || population === 0 ? [] : [{ count, population, noise: printVariance(leaves) }],
  );
  const prior = ratePrior(points);
  const phi = townRate === null ? null : overdispersion(points, townRate);
  return {
    townRate,
    prior,
    phi,
    overdispersed: phi !== null && isOverdispersed(phi, points.length),
    districts: standings.map(({ code, count, population, leaves }) => ({
      code,
      judgement: judge(count, population, townRate, leaves),
      shrunk:
        prior && count !== null ? shrink({ count, population, noise: printVariance(leaves) }, prior) : null,
    })),
  };
}
