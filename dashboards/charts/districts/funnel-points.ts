import type { DistrictStanding } from "../../data/indicators/district-standing.js";
import type { Verdict } from "../../data/indicators/reliability/verdict.js";
import type { DistrictsView } from "./model.js";

/** A district as a point of the funnel. */
export interface FunnelPoint {
  code: string;
  name: string;
  population: number;
  /** Above 0 and usually below 1. */
  rate: number;
  percent: string;
  /** Leaves whose noise the rate carries. */
  leaves: number;
  verdict: Verdict;
  /** Residents by whom its count lies from what the town's rate would give; below zero where they are missing. */
  distance: number;
}

/** The districts that can be judged, in the order of the standings. */
export function funnelPoints({ standings, reliability }: DistrictsView): FunnelPoint[] {
  return standings.flatMap((s, i) => {
    const judgement = reliability.districts[i]!.judgement;
    if (!judgement || s.rate === null) return [];
    const expected = reliability.townRate! * s.population;
    return [
      {
        code: s.code,
        name: s.name,
        population: s.population,
        rate: s.rate,
        percent: s.percent!,
        leaves: s.leaves,
        verdict: judgement.verdict,
        distance: s.count! - expected,
      },
    ];
  });
}

/** With so few districts each is named; of more, those that stand out. */
const ALL_NAMED = 20;
const NAMED_BEHIND = 8;
const NAMED_AHEAD = 3;

/** Which points carry their name, the most telling first: a label that finds no room gives way to those before it. */
export function namedPoints(points: readonly FunnelPoint[]): FunnelPoint[] {
  const outside = (verdict: Verdict) =>
    points
      .filter((p) => p.verdict === verdict)
      .sort((a, b) => Math.abs(b.distance) - Math.abs(a.distance) || (a.code < b.code ? -1 : 1));
  const few = points.length <= ALL_NAMED;
  const behind = outside("behind").slice(0, few ? undefined : NAMED_BEHIND);
  const ahead = outside("ahead").slice(0, few ? undefined : NAMED_AHEAD);
  const rest = few ? points.filter((p) => !behind.includes(p) && !ahead.includes(p)) : [];
  return [...behind, ...ahead, ...rest];
}

/** Districts that have residents and no number. */
export const unknownDistricts = ({ standings }: DistrictsView): DistrictStanding[] =>
  standings.filter((s) => s.count === null && s.population > 0);
