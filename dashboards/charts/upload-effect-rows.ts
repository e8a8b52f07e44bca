import { ALL, MEASURES, type Counts, type Measure } from "../data/contract/figure.js";
import { percentHalfUp, pointsBetween, rate } from "../data/indicators/rate.js";
import { nearestToHolding } from "../data/indicators/totals.js";

/** One place's counts on a file's date, and what the ledger says to compare them with; null where it says nothing. */
export interface Comparison {
  before: Counts | null;
  previous: Counts | null;
  after: Counts | null;
}

/** What a checked file would change, as the API's dry run answers it. */
export interface UploadEffect {
  as_of: string;
  previous_as_of: string | null;
  town: Comparison & { after: Counts };
  districts: readonly (Comparison & { district: string; name: string | null })[];
}

/**
 * What the file is compared with: the ledger on the same date (a correction), the ledger on the last earlier
 * date (a new month), or nothing (the first file).
 */
export type EffectBase = "before" | "previous" | "none";

export const effectBase = ({ town }: UploadEffect): EffectBase =>
  town.before ? "before" : town.previous ? "previous" : "none";

/** The counts to compare with; null where there are none. */
export const baseCounts = (of: Comparison, base: EffectBase): Counts | null =>
  base === "none" ? null : of[base];

/** A district's rate and counts before and after. Rates 0 to 1, percents with one decimal; null where unknown. */
export interface EffectRow {
  code: string;
  name: string;
  base: Counts | null;
  after: Counts | null;
  from: number | null;
  to: number | null;
  fromPercent: string | null;
  toPercent: string | null;
  /** Signed points between the two percents; null unless both are there. */
  points: string | null;
  /** Whether any of its counts differ from those compared with. */
  differs: boolean;
}

/** Every district of the file or the ledger by one measure, those that move most first; code order among equals. */
export function effectRows(effect: UploadEffect, measure: Measure): EffectRow[] {
  const base = effectBase(effect);
  return effect.districts
    .filter((d) => d.district !== ALL)
    .map((d) => effectRow(d, baseCounts(d, base), measure))
    .sort((a, b) => weight(b) - weight(a) || (a.code < b.code ? -1 : 1));
}

/** How far a district moves; where nothing is compared, how many live there. */
const weight = ({ from, to, base, after }: EffectRow): number =>
  base === null && after !== null
    ? after.population / 1e9
    : from === null || to === null
      ? 0
      : Math.abs(to - from);

function effectRow(
  { district, name, after }: UploadEffect["districts"][number],
  base: Counts | null,
  measure: Measure,
): EffectRow {
  const percentOf = (c: Counts | null) => c && percentHalfUp(c[measure], c.population);
  const [fromPercent, toPercent] = [percentOf(base), percentOf(after)];
  return {
    code: district,
    name: name ?? district,
    base,
    after,
    from: base && rate(base[measure], base.population),
    to: after && rate(after[measure], after.population),
    fromPercent,
    toPercent,
    points: fromPercent && toPercent ? pointsBetween(fromPercent, toPercent) : null,
    differs: (["population", ...MEASURES] as const).some((f) => base?.[f] !== after?.[f]),
  };
}

/**
 * The measure to show by district: of a correction the one nearest to "has a card" that it moves, else the one
 * nearest to it at all; null where the file has none.
 */
export function effectMeasure(effect: UploadEffect): Measure | null {
  const nearest = nearestToHolding(effect.town.after);
  if (effectBase(effect) !== "before") return nearest;
  const supplied = [...MEASURES].reverse().filter((m) => effect.town.after[m] !== null);
  return supplied.find((m) => effectRows(effect, m).some((row) => row.from !== row.to)) ?? nearest;
}
