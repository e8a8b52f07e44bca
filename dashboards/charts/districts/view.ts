import type { District } from "../../data/contract/district.js";
import type { DistrictMap } from "../../data/contract/district-shape.js";
import { ALL, MEASURES, type Measure } from "../../data/contract/figure.js";
import { ageChoices } from "../../data/indicators/ages/age-choice.js";
import type { Grain } from "../../data/indicators/ages/grain.js";
import { districtStandings, type StandingOrder } from "../../data/indicators/district-standing.js";
import { districtLeaves, noLeaves } from "../../data/indicators/printed.js";
import { rate } from "../../data/indicators/rate.js";
import { districtReliability } from "../../data/indicators/reliability/district-reliability.js";
import { nearestToHolding, sumOfCounts, type Total } from "../../data/indicators/totals.js";
import { EVERYBODY, type DistrictFilter, type DistrictsView } from "./model.js";

/** Sums that the view of the districts is made of. */
export interface DistrictsParts {
  /** Of the whole town on the date shown; null where it has none. */
  total: Total | null;
  /** Of the same date, of the people that the filter names. */
  districtTotals: readonly (Total & { district: string })[];
  districts: readonly District[];
  /** The ages and sexes that the date's districts tell apart; none are known to. */
  grain?: readonly Grain[];
  /** The town's own map, if it has given one. */
  map?: DistrictMap | null;
  /** Whether counts of districts are prints; false where not said. */
  isPublic?: boolean;
  view?: {
    measure?: Measure | null;
    order?: StandingOrder;
    descending?: boolean;
    filter?: DistrictFilter;
  };
}

export function districtsView({
  total: whole,
  districtTotals: sums,
  districts,
  grain = [],
  map = null,
  isPublic = false,
  view = {},
}: DistrictsParts): DistrictsView {
  const filter = view.filter ?? EVERYBODY;
  const isFiltered = filter.age !== null || filter.sex !== ALL;
  const total = whole && isFiltered ? { ...whole, ...sumOfCounts(sums) } : whole;
  const measures = MEASURES.filter((m) => sums.some((s) => s[m] !== null));
  const wanted = measures.find((m) => m === view.measure);
  // A single district without a number makes the town's sum null: then any measure that some district has will do.
  const measure = wanted ?? (total && nearestToHolding(total)) ?? measures.at(-1) ?? null;
  const standings = measure
    ? districtStandings(sums, districts, measure, isPublic ? districtLeaves : noLeaves)
    : [];
  const isKnown = measure !== null && total !== null && total[measure] !== null;
  return {
    asOf: total?.as_of ?? null,
    measure,
    measures,
    order: view.order ?? "without",
    descending: view.descending ?? true,
    filter,
    ages: ageChoices(grain.map((g) => g.age_band)),
    sexes: grain.some((g) => g.sex !== ALL),
    standings,
    reliability: districtReliability(standings, isKnown ? rate(total[measure], total.population) : null),
    map,
    total,
    isPublic,
  };
}
