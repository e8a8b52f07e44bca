import type { RankGroup } from "../../data/indicators/comparison/rank-series.js";
import { percentOfPermille, type ComparedMeasure } from "../../data/indicators/comparison/reference-place.js";
import type { NamedTown } from "../../data/indicators/comparison/place-rate.js";
import { RATE_NAMES } from "../../data/indicators/rate.js";

/** Where every figure of 比較 comes from. */
export const MIC = "総務省「マイナンバーカード交付状況」";

/** 46.4% of a rate in tenths of a percent. */
export const permilleJa = (permille: number): string => `${percentOfPermille(permille)}%`;

/** +1.2 of a difference in tenths of a point. */
export function permillePoints(difference: number): string {
  const sign = difference > 0 ? "+" : difference < 0 ? "-" : "±";
  return `${sign}${percentOfPermille(Math.abs(difference))}`;
}

export const comparedRate = (measure: ComparedMeasure): string => RATE_NAMES[measure];

/** What a group is called: 全国, 石川県, 人口の近い市区町村. */
export function groupName(group: RankGroup, town: NamedTown): string {
  if (group === "nation") return "全国";
  return group === "prefecture" ? town.prefecture || "都道府県" : "同規模";
}

/** The group with what it holds: 全国1,741市区町村. */
export const groupOf: Readonly<Record<RankGroup, string>> = {
  nation: "すべての市区町村",
  prefecture: "同じ都道府県の市区町村",
  size: "人口が±20%以内の市区町村",
};
