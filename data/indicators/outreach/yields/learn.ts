import type { Neighbours } from "../neighbours.js";
import { inverse, times, type Matrix } from "./cholesky.js";
import {
  countKey,
  priorLog,
  priorVariance,
  termsOf,
  type Learnt,
  type Spread,
  type Target,
} from "./chance.js";
import type { PastSession } from "./history.js";
import { momentsAtLeast } from "./negative-binomial.js";
import { poolEffects } from "./pooling.js";
import { PRIOR } from "./priors.js";
import { firstAmongServed, spillOver } from "./shares.js";

/** Enough for counts of a thousand sessions to settle; a fixed number, so that the same sessions teach the same. */
const ROUNDS = 12;
/** No step of a logarithm is longer: counts far from the priors would overshoot. */
const LONGEST_STEP = 1.5;

interface Observation {
  reached: number;
  full: boolean;
  prior: number;
  at: readonly number[];
  values: readonly number[];
  own: number;
  near: number;
}

/** What one round knows of an observation: its mean, the slope and the information of its logarithm. */
interface Fitted {
  mean: number;
  score: number;
  information: number;
  /** Squared deviation over the mean; null for full sessions. */
  pearson: number | null;
}

/**
 * Learns from held sessions by partial pooling: the logarithm of a session's chance is a sum over town, kind, district,
 * venue, people and visits before, each drawn towards its prior as far as its own sessions are few. Counts have a
 * variance of `dispersion` times their mean; of a full session it is known that at least as many would have come.
 * The spread between kinds, districts and venues is learnt as well, numerically integrated; the rest is the mode with
 * its curvature (Breslow & Clayton, "Approximate inference in generalized linear mixed models", JASA 88 (1993)).
 */
export function learn(past: readonly PastSession[], neighbours: Neighbours): Learnt {
  const index = new Map<string, number>();
  const near = spillOver(past, neighbours);
  const observations = past.map((p) => observe(p, index, near, neighbours));
  const names = [...index.keys()];
  let spread: Spread = poolSpread(names, new Float64Array(0), [], PRIOR.spread);
  let dispersion: number = PRIOR.dispersion.mean;
  let mean = new Float64Array(names.length);
  let covariance: Matrix = [];
  for (let round = 0; round < ROUNDS && names.length > 0; round++) {
    const fitted = observations.map((o) => fit(o, mean, dispersion));
    covariance = inverse(curvature(observations, fitted, names, spread));
    mean = stepped(mean, times(covariance, slope(observations, fitted, mean, names, spread)));
    dispersion = pooledDispersion(observations, fitted, covariance);
    spread = poolSpread(names, mean, covariance, spread);
  }
  const counts = new Map<string, number>();
  for (const { session } of past) {
    const key = countKey(session.kind, session.district, session.venue);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const served = firstAmongServed(past);
  return {
    index,
    mean,
    covariance,
    spread,
    dispersion,
    spillOver: near,
    firstAmongServed: served,
    counts,
    sessions: past.length,
  };
}

function observe(
  past: PastSession,
  index: Map<string, number>,
  weight: number,
  neighbours: Neighbours,
): Observation {
  const { session, kind, before, people } = past;
  const { district, venue } = session;
  const own = Math.max(1, people.get(district) ?? 0);
  const target: Target = { kind, district, venue, people: own, before };
  const terms = termsOf(target);
  for (const { name } of terms) if (!index.has(name)) index.set(name, index.size);
  const others = (neighbours.get(district) ?? []).reduce((sum, code) => sum + (people.get(code) ?? 0), 0);
  return {
    reached: past.reached,
    full: session.full,
    prior: priorLog(target),
    at: terms.map((t) => index.get(t.name)!),
    values: terms.map((t) => t.value),
    own,
    near: others * weight,
  };
}

function fit(o: Observation, mean: Float64Array, dispersion: number): Fitted {
  const log = o.at.reduce((sum, at, i) => sum + o.values[i]! * mean[at]!, o.prior);
  const chance = Math.exp(Math.min(log, Math.log(o.own) + 1)) / o.own;
  const left = Math.exp(-chance);
  // The neighbours' chance is so small that it runs out nowhere.
  const expected = o.own * (1 - left) + o.near * chance;
  const elasticity = (chance * (o.own * left + o.near)) / expected;
  const information = (elasticity ** 2 * expected) / dispersion;
  if (!o.full) {
    const away = o.reached - expected;
    return {
      mean: expected,
      score: (elasticity * away) / dispersion,
      information,
      pearson: away ** 2 / expected,
    };
  }
  // The count that would have come is filled in (EM); what is not known of it is no information (Louis 1982).
  const open = momentsAtLeast(o.reached, { mean: expected, dispersion });
  const known = Math.max(0.05, 1 - open.variance / (dispersion * expected));
  const score = (elasticity * (open.mean - expected)) / dispersion;
  return { mean: expected, score, information: information * known, pearson: null };
}

function curvature(
  observations: readonly Observation[],
  fitted: readonly Fitted[],
  names: readonly string[],
  spread: Spread,
): Float64Array[] {
  const matrix = names.map((name, i) => {
    const row = new Float64Array(names.length);
    row[i] = 1 / priorVariance(name, spread);
    return row;
  });
  for (const [n, { at, values }] of observations.entries()) {
    const { information } = fitted[n]!;
    for (const [i, row] of at.entries()) {
      for (const [j, column] of at.entries()) matrix[row]![column]! += information * values[i]! * values[j]!;
    }
  }
  return matrix;
}

function slope(
  observations: readonly Observation[],
  fitted: readonly Fitted[],
  mean: Float64Array,
  names: readonly string[],
  spread: Spread,
): Float64Array {
  const sums = Float64Array.from(mean, (value, i) => -value / priorVariance(names[i]!, spread));
  for (const [n, { at, values }] of observations.entries()) {
    for (const [i, row] of at.entries()) sums[row]! += fitted[n]!.score * values[i]!;
  }
  return sums;
}

function stepped(mean: Float64Array, step: Float64Array): Float64Array<ArrayBuffer> {
  const longest = step.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const factor = longest > LONGEST_STEP ? LONGEST_STEP / longest : 1;
  return Float64Array.from(mean, (value, i) => value + factor * step[i]!);
}

/** The counts' variance over their mean: the prior's, and the sessions' own less what fitting them has taken away. */
function pooledDispersion(
  observations: readonly Observation[],
  fitted: readonly Fitted[],
  covariance: Matrix,
): number {
  const { mean, sessions, least, most } = PRIOR.dispersion;
  let [sum, weight] = [mean * sessions, sessions as number];
  for (const [n, { at, values }] of observations.entries()) {
    const { pearson, information } = fitted[n]!;
    if (pearson === null) continue;
    let leverage = 0;
    for (const [i, row] of at.entries()) {
      for (const [j, column] of at.entries()) leverage += values[i]! * values[j]! * covariance[row]![column]!;
    }
    sum += pearson;
    weight += Math.max(0, 1 - information * leverage);
  }
  return Math.min(most, Math.max(least, sum / weight));
}

function poolSpread(
  names: readonly string[],
  mean: Float64Array,
  covariance: Matrix,
  before: Spread,
): Spread {
  const of = (prefix: string, usual: number, last: number): number => {
    const estimates = names.flatMap((name, i) => {
      if (!name.startsWith(prefix) || covariance.length === 0) return [];
      // What the sessions alone say: the posterior with its prior taken out.
      const precision = 1 / covariance[i]![i]! - 1 / last ** 2;
      if (precision < 1e-3) return [];
      return [
        { estimate: mean[i]! / (covariance[i]![i]! * precision), standardError: 1 / Math.sqrt(precision) },
      ];
    });
    // A gamma distribution around the usual spread, half as wide.
    const density = (tau: number): number => tau ** 3 * Math.exp((-4 * tau) / usual);
    return poolEffects(estimates, { meanAt: 0, meanSd: 0, density, largest: 2 }).rootMeanSquare;
  };
  return {
    kinds: of("kind ", PRIOR.spread.kinds, before.kinds),
    districts: of("district ", PRIOR.spread.districts, before.districts),
    venues: of("venue ", PRIOR.spread.venues, before.venues),
  };
}
