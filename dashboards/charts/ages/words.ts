import { ageBandLabel, parseAgeBand } from "../../data/contract/age-band.js";
import { ALL, type Measure } from "../../data/contract/figure.js";
import { COUNT_NAMES, sourceLine } from "../words.js";
import type { AgesModel } from "./model.js";

/** An age band where room is short: 85～89, 90～. */
export function shortAge(band: string): string {
  const range = parseAgeBand(band);
  if (!range) return "全年齢";
  return range.to === null ? `${range.from}～` : `${range.from}～${range.to}`;
}

export const ageName = ageBandLabel;

const SEX_NAMES = { male: "男性", female: "女性" } as const;

/** Whom the page is about, where not everybody: 女性の. */
export const ofWhom = ({ sex }: Pick<AgesModel, "sex">): string => (sex === ALL ? "" : `${SEX_NAMES[sex]}の`);

/** Who is not counted: 持っていない人. */
export const missing = (measure: Measure): string =>
  measure === "held" ? "持っていない人" : `${COUNT_NAMES[measure]}に数えられていない人`;

export function agesSource(model: AgesModel): string {
  const people = model.sex === ALL ? "" : `、${SEX_NAMES[model.sex]}`;
  return `${sourceLine(model.municipality.name, model.asOf, model.synthetic)}${people}`;
}

/** A share as whole percent: 41%. */
export const wholePercent = (share: number): string => `${Math.round(100 * share)}%`;
