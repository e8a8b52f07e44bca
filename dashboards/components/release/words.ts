import { COUNT_NAMES, dateJa } from "../../charts/words.js";
import { ageBandLabel } from "../../data/contract/age-band.js";
import { ALL, type Measure } from "../../data/contract/figure.js";
import type { DisclosurePolicy } from "../../data/disclosure/policy.js";
import type { HiddenReason, HiddenSeries } from "../../data/disclosure/published.js";
import type { ListedDistrict, ListedRelease } from "./types.js";

const MOMENT = new Intl.DateTimeFormat("ja-JP", {
  dateStyle: "medium",
  timeStyle: "short",
  timeZone: "Asia/Tokyo",
});

/** A moment by the clocks of Japan; a dash for none. */
export const moment = (iso: string | null): string => (iso === null ? "—" : MOMENT.format(new Date(iso)));

export const STATUS_NAMES: Readonly<Record<ListedRelease["status"], string>> = {
  draft: "下書き",
  published: "公開",
  withdrawn: "取り下げ",
};

export const TABLE_NAMES: Readonly<Record<HiddenSeries["kind"], string>> = {
  town: "町全体(年齢・性別)",
  area: "区域(年齢)",
  district: "地区",
};

const SEX_NAMES: Readonly<Record<string, string>> = { male: "男", female: "女", all: "男女計" };

/** Why something is hidden, with the town's own limits in it. */
export function reasonName(
  reason: HiddenReason,
  { smallestCount, smallestPopulation }: DisclosurePolicy,
): string {
  const names: Record<HiddenReason, string> = {
    small_population: `住民が${smallestPopulation}人より少ない`,
    uniform_group: "その人たちの全員が同じ(0%か100%)",
    small_count: `件数が${smallestCount}より少ない`,
    small_complement: `まだの人が${smallestCount}人より少ない`,
    small_difference: `ほかの公開値との差が${smallestCount}より小さい`,
    earlier_release: "前の公開版で秘匿した",
    complementary: "ほかの秘匿した値を守るため",
  };
  return names[reason];
}

/** The reasons in the order in which the first that applies is named. */
export const REASONS: readonly HiddenReason[] = [
  "small_population",
  "uniform_group",
  "small_count",
  "small_complement",
  "small_difference",
  "earlier_release",
  "complementary",
];

/** How the places of a release are called: districts by the town's list, merges by the policy. */
export function placeNames(
  districts: readonly ListedDistrict[],
  policy: DisclosurePolicy,
): (kind: HiddenSeries["kind"], code: string) => string {
  const names = new Map([...districts, ...policy.merges].map(({ code, name }) => [code, name]));
  return (kind, code) => (kind === "town" ? "町全体" : kind === "area" ? code : (names.get(code) ?? code));
}

/** 85～89歳・男; a total as 全年齢・男女計. */
export const groupName = (ageBand: string, sex: string): string =>
  `${ageBandLabel(ageBand)}・${SEX_NAMES[sex] ?? sex}`;

export const measureName = (measure: Measure): string => COUNT_NAMES[measure];

/** 37.1%: a share of a whole, one decimal; a dash of nothing. */
export const shareOf = (part: number, whole: number): string =>
  whole === 0 ? "—" : `${(Math.round((part / whole) * 1000) / 10).toFixed(1)}%`;

/** 2026年10月末までの公開版. */
export const throughWords = (release: Pick<ListedRelease, "through">): string =>
  `${dateJa(release.through)}まで`;

/** What a series of a fault names. */
export interface SeriesParts {
  kind: HiddenSeries["kind"];
  /** The town or the area as it is called, or the codes of a district's members. */
  place: string[];
  age_band: string;
  sex: string;
}

/** The parts of `district:01+02|all|all|issued`; a name may hold a bar itself, so it is read from its end. */
export function seriesParts(series: string): SeriesParts {
  const parts = series.split("|");
  const [age_band = ALL, sex = ALL] = parts.slice(-3, -1);
  const cell = parts.slice(0, -3).join("|");
  const at = cell.indexOf(":");
  const kind = cell.slice(0, at) as SeriesParts["kind"];
  const place = cell.slice(at + 1);
  return { kind, place: kind === "district" ? place.split("+") : [place], age_band, sex };
}

/** 8秒, 2分5秒. */
export const elapsed = (seconds: number): string =>
  seconds < 60 ? `${seconds}秒` : `${Math.floor(seconds / 60)}分${seconds % 60}秒`;
