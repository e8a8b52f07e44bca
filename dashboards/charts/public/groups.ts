import type { Measure } from "../../data/contract/figure.js";
import type { PublicRow } from "../../data/disclosure/published.js";
import { residentsWithout } from "../../data/indicators/milestone.js";
import type { RateForm } from "./rate-form.js";
import { formOf, rateOf, type Rate } from "./rates.js";

/** How one age or district stands. */
export interface Group {
  /** Unique in its chart. */
  key: string;
  /** In full: 堀松・上熊野・加茂(合算). */
  name: string;
  /** As titles, drawings and tables write it: 堀松など3地区 where there is no name together. */
  short: string;
  population: number;
  /** Several districts published as one. */
  merged: boolean;
  /** As it is printed. */
  count: number;
  /** Residents less the printed count, not below 0. */
  without: number;
  /** Half the width of the count's 95% band, in cards; 0 where it is told to the person. */
  margin: number;
  rate: Rate;
}

/** @returns none for a group without a rate: nobody lives there, or the measure was not supplied. */
export function groupOf(
  row: PublicRow,
  measure: Measure,
  {
    key,
    name,
    short = name,
    merged = false,
  }: Pick<Group, "key" | "name"> & Partial<Pick<Group, "short" | "merged">>,
): Group[] {
  const count = row[measure];
  const { population, margin } = row;
  const rate = rateOf(count, population, margin);
  if (!rate || count === null) return [];
  return [
    {
      key,
      name,
      short,
      merged,
      population,
      count,
      margin,
      without: residentsWithout(count, population)!,
      rate,
    },
  ];
}

export const isAbout = ({ margin }: Pick<Group, "margin">): boolean => margin > 0;

/** People without a card as they are told: a remainder of tens is as rough as the tens. */
export const toldWithout = ({ without, margin }: Pick<Group, "without" | "margin">): number =>
  margin === 0 ? without : Math.round(without / 10) * 10;

/** The one form in which the rates of a chart's groups are written. */
export const formOfGroups = (groups: readonly Group[]): RateForm => formOf(groups.map((g) => g.rate));
