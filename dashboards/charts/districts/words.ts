import { ageBandLabel } from "../../data/contract/age-band.js";
import { ALL, type Measure } from "../../data/contract/figure.js";
import type { PageModel } from "../model.js";
import { COUNT_NAMES, sourceLine } from "../words.js";
import type { DistrictFilter, DistrictsView } from "./model.js";

/** Who the measure does not count: without a card, or without an application. */
export const without = (measure: Measure): string =>
  measure === "held" ? "持っていない人" : `${COUNT_NAMES[measure]}に数えられていない人`;

const SEX_NAMES = { male: "男性", female: "女性" } as const;

/** Whom a filter leaves: 65歳以上の女性; empty for everybody. */
export function whom({ age, sex }: DistrictFilter): string {
  const years = age === null ? "" : ageBandLabel(age);
  if (sex === ALL) return years;
  return years === "" ? SEX_NAMES[sex] : `${years}の${SEX_NAMES[sex]}`;
}

/** The source of a card of the districts, with the people it is about. */
export function districtsSource({ municipality, synthetic, districts }: PageModel): string {
  const people = whom(districts.filter);
  return `${sourceLine(municipality.name, districts.asOf, synthetic)}${people && `、${people}`}`;
}

/** What the districts are measured against: everybody, or the filter's people. */
export const wholeName = ({ filter }: DistrictsView): string =>
  whom(filter) ? `全体の${whom(filter)}` : "全体";
