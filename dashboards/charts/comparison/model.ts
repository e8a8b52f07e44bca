import { commonBands, type AgeCounts } from "../../data/indicators/comparison/age-profile.js";
import { nearestDate } from "../../data/indicators/comparison/nearest-date.js";
import { isOfSize } from "../../data/indicators/comparison/peers.js";
import type { NamedTown, PlaceRate, ReferenceDate } from "../../data/indicators/comparison/place-rate.js";
import { lowerMedian, rankOf, type Rank } from "../../data/indicators/comparison/rank.js";
import { RANK_GROUPS, type RankGroup, type RankPoint } from "../../data/indicators/comparison/rank-series.js";
import { isPrefectureOf, type ComparedMeasure } from "../../data/indicators/comparison/reference-place.js";
import { NATION, prefectureDigits } from "../../data/indicators/published-total.js";

/** What 比較 is made of, from wherever it was read. */
export interface ComparisonParts {
  /** The town that is looked at. */
  town: NamedTown;
  /** Dates that have rates by the measure, oldest first. */
  dates: readonly ReferenceDate[];
  asOf: string;
  measure: ComparedMeasure;
  /** The latest date of the town's own figures, where they are at hand: why this date is shown. */
  ownLatest: string | null;
  series: readonly RankPoint[];
  /** Of the date shown, in code order. */
  towns: readonly PlaceRate[];
  areas: readonly PlaceRate[];
  nationAges: readonly AgeCounts[];
  /** The town's own ages on the date nearest to the one shown; null where it has none or is another town. */
  ownAges: { as_of: string; synthetic: boolean; ages: readonly AgeCounts[] } | null;
  /** Codes of the towns that run their systems with it. */
  neighbours: readonly string[];
}

/** One group of towns on the date shown. */
export interface ComparedGroup {
  group: RankGroup;
  rank: Rank;
  /** The rates of its members, the town's own among them. */
  towns: readonly PlaceRate[];
  median: number;
}

/** Everything that the figures of 比較 say. */
export interface ComparisonModel {
  town: NamedTown;
  asOf: string;
  measure: ComparedMeasure;
  dates: readonly ReferenceDate[];
  ownLatest: string | null;
  /** The town on the date shown; null where nothing is published about it then. */
  own: PlaceRate | null;
  nation: PlaceRate | null;
  prefecture: PlaceRate | null;
  groups: readonly ComparedGroup[];
  series: readonly RankPoint[];
  neighbours: readonly PlaceRate[];
  /** Towns nearest in population, within ±20%, nearest first. */
  nearest: readonly PlaceRate[];
  ages: {
    /** The date of the town's own ages; null where the nation stands alone. */
    own: { as_of: string; synthetic: boolean } | null;
    bands: readonly { age_band: string; nation: AgeCounts; town: AgeCounts | null }[];
  };
}

/** As many towns of its size are shown by name. */
const NEAREST_SHOWN = 6;

export function comparisonModel(parts: ComparisonParts): ComparisonModel {
  const { town, asOf, measure, dates, ownLatest, towns, areas, series } = parts;
  const own = towns.find((t) => t.code === town.code) ?? null;
  const point = series.find((p) => p.as_of === asOf) ?? null;
  const members: Record<RankGroup, readonly PlaceRate[]> = {
    nation: towns,
    prefecture: towns.filter((t) => prefectureDigits(t.code) === prefectureDigits(town.code)),
    size: own
      ? towns.filter(
          (t) => t.population_as_of === own.population_as_of && isOfSize(t.population, own.population),
        )
      : [],
  };
  const groups = RANK_GROUPS.flatMap((group): ComparedGroup[] => {
    const rank = point && rankOf(point[group]);
    const median = lowerMedian(members[group].map((t) => t.permille));
    return rank && median !== null ? [{ group, rank, towns: members[group], median }] : [];
  });
  const apart = (t: PlaceRate) => Math.abs(t.population - (own?.population ?? 0));
  return {
    town,
    asOf,
    measure,
    dates,
    ownLatest,
    own,
    nation: areas.find((a) => a.code === NATION) ?? null,
    prefecture: areas.find((a) => isPrefectureOf(a.code, town.code)) ?? null,
    groups,
    series,
    neighbours: parts.neighbours.flatMap((code) => towns.find((t) => t.code === code) ?? []),
    nearest: members.size
      .filter((t) => t.code !== town.code)
      .toSorted((a, b) => apart(a) - apart(b) || (a.code < b.code ? -1 : 1))
      .slice(0, NEAREST_SHOWN),
    ages: agesOf(parts),
  };
}

function agesOf({ nationAges, ownAges }: ComparisonParts): ComparisonModel["ages"] {
  const known = nationAges.filter((a) => a.count !== null);
  const common = ownAges ? commonBands(known, ownAges.ages) : [];
  if (!ownAges || common.length < 2) {
    return { own: null, bands: known.map((nation) => ({ age_band: nation.age_band, nation, town: null })) };
  }
  return {
    own: { as_of: ownAges.as_of, synthetic: ownAges.synthetic },
    bands: common.map(({ age_band, first, second }) => ({ age_band, nation: first, town: second })),
  };
}

/**
 * The date shown: the one asked for where there are rates of it, else the published date nearest to the town's own
 * latest figures, else the latest; null where no date has rates by the measure.
 */
export function comparisonDate(
  dates: readonly ReferenceDate[],
  measure: ComparedMeasure,
  { asked, ownLatest }: { asked: string | null; ownLatest: string | null },
): string | null {
  const withRates = dates.filter((d) => d[measure] > 0).map((d) => d.as_of);
  const latest = withRates.at(-1);
  if (latest === undefined) return null;
  return withRates.find((d) => d === asked) ?? nearestDate(withRates, ownLatest ?? latest);
}
