import type { District } from "../../../data/contract/district.js";
import { ALL, MEASURES, type Measure } from "../../../data/contract/figure.js";
import { ageGaps, type AgeGap } from "../../../data/indicators/ages/age-gap.js";
import { ageStructure, type AgeStructure } from "../../../data/indicators/ages/age-structure.js";
import { ageTable, type AgeCell, type AgeTable } from "../../../data/indicators/ages/age-table.js";
import type { DistrictDate } from "../../../data/indicators/district-history.js";
import { districtStandings, type DistrictStanding } from "../../../data/indicators/district-standing.js";
import { districtLeaves, noLeaves } from "../../../data/indicators/printed.js";
import { rate } from "../../../data/indicators/rate.js";
import { judge, type Judgement } from "../../../data/indicators/reliability/verdict.js";
import { nearestToHolding, type Total } from "../../../data/indicators/totals.js";
import type { Town } from "../../model.js";

/** What a district's page is made of, from queries or from rows. */
export interface DistrictPageParts {
  municipality: Town;
  synthetic: boolean;
  /** Whether the figures are published ones: the district's counts are prints then, the town's are exact. */
  isPublic: boolean;
  /** Of the whole town, oldest first. */
  totals: readonly Total[];
  districts: readonly District[];
  /** The district's code. */
  code: string;
  /** Oldest first; places by the measure shown. */
  history: readonly DistrictDate[];
  /** Of the date shown: the town's cells and the district's. */
  townCells: readonly AgeCell[];
  ownCells: readonly Omit<AgeCell, "sex">[];
  view: { asOf: string | null; measure: Measure };
}

/** One date of the district beside the town. */
export interface DistrictMoment {
  as_of: string;
  own: DistrictDate;
  town: Total | null;
  ownRate: number | null;
  townRate: number | null;
  judgement: Judgement | null;
}

export interface DistrictPageModel {
  municipality: Town;
  synthetic: boolean;
  isPublic: boolean;
  code: string;
  name: string;
  /** The district's entry in the list; null where the list does not know it. */
  district: District | null;
  /** Its neighbours in the list. */
  previous: District | null;
  next: District | null;
  measure: Measure;
  /** Measures that have a number of this district, or of the town, on some date. */
  measures: readonly Measure[];
  moments: readonly DistrictMoment[];
  /** The date shown; null where the district has no figures. */
  now: DistrictMoment | null;
  standing: DistrictStanding | null;
  /** Since when, without a break, the verdict has been what it is now; null without a verdict. */
  since: string | null;
  ages: AgeTable;
  townAges: AgeTable;
  gaps: readonly AgeGap[];
  structure: AgeStructure | null;
}

/** The measure a district's page begins with: nearest to holding a card that the town has at its latest date. */
export function defaultMeasure(totals: readonly Total[], asOf: string | null): Measure {
  const total = totals.find((t) => t.as_of === asOf) ?? totals.at(-1);
  return (total && nearestToHolding(total)) ?? "issued";
}

export function districtPageModel(parts: DistrictPageParts): DistrictPageModel {
  const { municipality, synthetic, isPublic, totals, districts, code, history, view } = parts;
  const { measure } = view;
  const leavesOf = isPublic ? districtLeaves : noLeaves;
  const towns = new Map(totals.map((t) => [t.as_of, t]));
  const moments = history.map((own): DistrictMoment => {
    const town = towns.get(own.as_of) ?? null;
    const townRate = town && rate(town[measure], town.population);
    return {
      as_of: own.as_of,
      own,
      town,
      ownRate: rate(own[measure], own.population),
      townRate,
      judgement: judge(own[measure], own.population, townRate, leavesOf(code)),
    };
  });
  const now = moments.find((m) => m.as_of === view.asOf) ?? moments.at(-1) ?? null;
  const at = districts.findIndex((d) => d.code === code);
  const ages = ageTable(parts.ownCells.map((cell) => ({ ...cell, sex: ALL })));
  const townAges = ageTable(parts.townCells);
  return {
    municipality,
    synthetic,
    isPublic,
    code,
    name: districts[at]?.name ?? code,
    district: districts[at] ?? null,
    previous: at > 0 ? districts[at - 1]! : null,
    next: at >= 0 ? (districts[at + 1] ?? null) : null,
    measure,
    measures: MEASURES.filter((m) => history.some((h) => h[m] !== null) || totals.some((t) => t[m] !== null)),
    moments,
    now,
    standing: now && districtStandings([{ ...now.own, district: code }], districts, measure, leavesOf)[0]!,
    since: now && sinceWhen(moments, now),
    ages,
    townAges,
    gaps: ages.rows.length > 0 ? ageGaps(ages, measure) : [],
    structure: ageStructure(ages, townAges, measure),
  };
}

/** The first of the dates up to now that all have the verdict of now. */
function sinceWhen(moments: readonly DistrictMoment[], now: DistrictMoment): string | null {
  const verdict = now.judgement?.verdict;
  if (!verdict) return null;
  const until = moments.slice(0, moments.indexOf(now) + 1);
  const other = until.findLastIndex((m) => m.judgement?.verdict !== verdict);
  return until[other + 1]!.as_of;
}
