import type { District } from "../../data/contract/district.js";
import { ageBandStart } from "../../data/contract/age-band.js";
import { ALL, MEASURES, type Counts, type Measure, type Sex } from "../../data/contract/figure.js";
import { bandsWithin } from "../../data/indicators/ages/age-choice.js";
import type { DistrictAgeCell } from "../../data/indicators/ages/age-cells.js";
import {
  ageGaps,
  tellingOlderPart,
  type AgeGap,
  type OlderPart,
} from "../../data/indicators/ages/age-gap.js";
import {
  ageTable,
  coarser,
  ofSex,
  type AgeCell,
  type AgeTable,
} from "../../data/indicators/ages/age-table.js";
import { LEAVES, leafCount, leafRange } from "../../data/disclosure/leaves.js";
import { printMargin } from "../../data/disclosure/noise.js";
import { residentsWithout } from "../../data/indicators/milestone.js";
import { districtLeaves } from "../../data/indicators/printed.js";
import { nearestToHolding, sumOfCounts } from "../../data/indicators/totals.js";
import { DEFAULT_AGES } from "../../data/contract/town-settings.js";
import type { Town } from "../model.js";

/** What the heat map's colours and numbers are: the rate, or residents without. */
export type HeatMode = "share" | "people";
export const HEAT_MODES: readonly HeatMode[] = ["share", "people"];

/** What the page of ages is made of, from queries or from rows. */
export interface AgesParts {
  municipality: Town;
  synthetic: boolean;
  /** Null where the town has no date. */
  asOf: string | null;
  /** Of that date. */
  town: readonly AgeCell[];
  /** Of the sex that the view names. */
  districtCells: readonly DistrictAgeCell[];
  districts: readonly District[];
  /** Whether these are published: every count by age is a print then. */
  isPublic: boolean;
  view?: { measure?: Measure | null; sex?: Sex; mode?: HeatMode };
}

/** One district's row of the heat map. */
export interface DistrictAges {
  code: string;
  name: string;
  table: AgeTable;
  /** Residents without, of all ages of the sex shown; null where one is not known. */
  without: number | null;
}

export interface AgesModel {
  municipality: Town;
  synthetic: boolean;
  asOf: string | null;
  isPublic: boolean;
  /** Districts whose noise every count by age carries; 0 where they are told to the person. */
  noisyDistricts: number;
  /** Null where no measure is supplied. */
  measure: Measure | null;
  measures: readonly Measure[];
  sex: Sex;
  /** Whether men and women are told apart. */
  hasSexes: boolean;
  mode: HeatMode;
  /** Everybody, with both sexes. */
  table: AgeTable;
  /** The people of the sex shown: each row's `both` is theirs. */
  shown: AgeTable;
  gaps: readonly AgeGap[];
  older: OlderPart | null;
  /** Most residents without first. */
  districts: readonly DistrictAges[];
}

export function agesModel(parts: AgesParts): AgesModel {
  const { view = {} } = parts;
  const table = ageTable(parts.town);
  const hasSexes = table.rows.some((r) => r.male !== null && r.female !== null);
  const sex = hasSexes ? (view.sex ?? ALL) : ALL;
  const shown = ofSex(table, sex);
  const counts = [table.total, ...table.rows.map((r) => r.both)];
  const measures = MEASURES.filter((m) => counts.some((c) => c[m] !== null));
  const measure =
    measures.find((m) => m === view.measure) ?? nearestToHolding(table.total) ?? measures.at(-1) ?? null;
  const noisyDistricts = parts.isPublic ? districtsAdded(parts.districts) : 0;
  const gaps = measure ? ageGaps(shown, measure, (band) => leavesOf({ noisyDistricts }, band, sex)) : [];
  return {
    municipality: parts.municipality,
    synthetic: parts.synthetic,
    asOf: parts.asOf,
    isPublic: parts.isPublic,
    noisyDistricts,
    measure,
    measures,
    sex,
    hasSexes,
    mode: view.mode ?? "share",
    table,
    shown,
    gaps,
    older: olderPart(gaps),
    districts: measure ? districtAges(parts, measure) : [],
  };
}

/** A print of the town's adds up the leaves of all its districts; a town without any is one of its own. */
const districtsAdded = (districts: readonly District[]): number =>
  districts.reduce((sum, d) => sum + districtLeaves(d.code), 0) / LEAVES || 1;

/** Leaves whose noise the town's counts of an age and sex carry; 0 where they are told to the person. */
export const leavesOf = (
  { noisyDistricts }: Pick<AgesModel, "noisyDistricts">,
  band: string,
  sex: Sex,
): number => (noisyDistricts === 0 ? 0 : noisyDistricts * leafCount(leafRange(band, sex)));

/** The telling older part; none where its share of the gap may be no more than the noise. */
function olderPart(gaps: readonly AgeGap[]): OlderPart | null {
  const part = tellingOlderPart(gaps, ageBandStart);
  if (!part) return null;
  const leaves = gaps.reduce((n, g) => (ageBandStart(g.age_band) < part.from ? n : n + g.leaves), 0);
  const all = gaps.reduce((sum, g) => sum + g.without!, 0);
  return part.shareOfGap - part.shareOfPopulation > printMargin(leaves) / all ? part : null;
}

function districtAges({ districtCells, districts }: AgesParts, measure: Measure): readonly DistrictAges[] {
  const names = new Map(districts.map((d) => [d.code, d.name]));
  const rows = [...Map.groupBy(districtCells, (c) => c.district)].map(([code, cells]) => {
    const table = ageTable(cells.map(({ district: _, ...cell }) => ({ ...cell, sex: ALL })));
    const without = table.rows.reduce<number | null>((sum, { both }) => {
      const here = residentsWithout(both[measure], both.population);
      return sum === null || here === null ? null : sum + here;
    }, 0);
    return { code, name: names.get(code) ?? code, table, without };
  });
  return rows.sort((a, b) => (b.without ?? -1) - (a.without ?? -1) || (a.code < b.code ? -1 : 1));
}

/** The table in bands of life (the publications' default), or as it is where its bands do not make them up. */
export function inBandsOfLife(table: AgeTable): AgeTable {
  const bands = table.rows.map((r) => r.age_band);
  const wanted = DEFAULT_AGES.map((key) => ({ key, bands: bandsWithin(key, bands) }));
  return wanted.every((w): w is { key: string; bands: string[] } => w.bands !== null)
    ? coarser(table, wanted)
    : table;
}

/** The people of a span of ages, `60-69`; null where the table's bands do not make it up. */
export function peopleWithin(table: AgeTable, span: string): Counts | null {
  const bands = bandsWithin(
    span,
    table.rows.map((r) => r.age_band),
  );
  return bands && sumOfCounts(table.rows.filter((r) => bands.includes(r.age_band)).map((r) => r.both));
}
