import type { Kind } from "../../../contract/outreach.js";
import type { Matrix } from "./cholesky.js";
import { PRIOR, usualReached } from "./priors.js";

/** What a town's sessions have taught; everything in logarithms of the chance, as deviations from the priors. */
export interface Learnt {
  /** Where each name that a session was held under stands in mean and covariance. */
  index: ReadonlyMap<string, number>;
  mean: Float64Array;
  covariance: Matrix;
  /** Standard deviations between kinds, districts and venues. */
  spread: Spread;
  /** Variance of a session's count over its mean. */
  dispersion: number;
  /** A neighbour's chance beside a resident's of the district. */
  spillOver: number;
  /** First applications among all who are served, by kind; a kind that is missing has the prior's. */
  firstAmongServed: ReadonlyMap<string, number>;
  /** Held sessions with a count, by kind, district and venue (see `countKey`). */
  counts: ReadonlyMap<string, number>;
  /** How many there are. */
  sessions: number;
}

export interface Spread {
  kinds: number;
  districts: number;
  venues: number;
}

/** One session that might be held, or was. */
export interface Target {
  kind: Kind;
  district: string;
  /** Null for kinds held anywhere. */
  venue: string | null;
  /** Who could apply in the district, of the kind's ages. */
  people: number;
  /** Sessions held at the venue before. */
  before: number;
}

/** A name in the model with the factor it comes in by. */
export interface Term {
  name: string;
  value: number;
}

/** The sum of what a session's chance is made of. */
export function termsOf({ kind, district, venue, people, before }: Target): Term[] {
  const terms = [
    { name: "town", value: 1 },
    { name: "power", value: Math.log(Math.max(1, people) / PRIOR.usualPeople) },
    { name: `kind ${kind.code}`, value: 1 },
    { name: `district ${district}`, value: 1 },
  ];
  if (venue === null) return terms;
  return [...terms, { name: "tiring", value: -before }, { name: `venue ${venue}`, value: 1 }];
}

/** The variance of a name's deviation before anything was learnt. */
export function priorVariance(name: string, spread: Spread): number {
  if (name === "town") return PRIOR.townSd ** 2;
  if (name === "power") return PRIOR.power.sd ** 2;
  if (name === "tiring") return PRIOR.tiring.sd ** 2;
  if (name.startsWith("kind ")) return spread.kinds ** 2;
  return (name.startsWith("district ") ? spread.districts : spread.venues) ** 2;
}

/** The logarithm of what the priors alone expect of a session from its district, before people run out. */
export function priorLog({ kind, venue, people, before }: Target): number {
  const tired = venue === null ? 0 : PRIOR.tiring.mean * before;
  return (
    Math.log(usualReached(kind)) +
    PRIOR.power.mean * Math.log(Math.max(1, people) / PRIOR.usualPeople) -
    tired
  );
}

/** The logarithm of what a session brings from its district, before people run out: the posterior mean. */
export function logReached(learnt: Learnt, target: Target): number {
  return termsOf(target).reduce((sum, { name, value }) => {
    const at = learnt.index.get(name);
    return at === undefined ? sum : sum + value * learnt.mean[at]!;
  }, priorLog(target));
}

/** The variance of a sum of deviations: before anything was learnt, and now. A name may come once only. */
export function logVariance(learnt: Learnt, terms: readonly Term[]): { prior: number; now: number } {
  let [prior, now] = [0, 0];
  const known: { at: number; value: number }[] = [];
  for (const { name, value } of terms) {
    const alone = value ** 2 * priorVariance(name, learnt.spread);
    prior += alone;
    const at = learnt.index.get(name);
    if (at === undefined) now += alone;
    else known.push({ at, value });
  }
  for (const { at, value } of known) {
    for (const other of known) now += value * other.value * learnt.covariance[at]![other.at]!;
  }
  return { prior, now: Math.max(0, now) };
}

/** How much each session before takes of a venue's chance, as a logarithm; never below 0: no venue grows by use. */
export function tiring(learnt: Learnt): number {
  const at = learnt.index.get("tiring");
  return Math.max(0, PRIOR.tiring.mean + (at === undefined ? 0 : learnt.mean[at]!));
}

/** The key of `counts`. */
export const countKey = (kind: string, district: string, venue: string | null): string =>
  `${kind}|${venue ?? ""}|${district}`;
