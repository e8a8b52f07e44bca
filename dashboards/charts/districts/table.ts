import { MEASURES } from "../../data/contract/figure.js";
import type { DistrictStanding } from "../../data/indicators/district-standing.js";
import type { DistrictReliability } from "../../data/indicators/reliability/district-reliability.js";
import type { CardTable } from "../card.js";
import { COUNT_NAMES, NONE, percent, rateName, WITHHELD } from "../words.js";
import type { DistrictsView } from "./model.js";
import { verdictText } from "./verdict-words.js";

/** A rate without a count of its own behind it, to one decimal: 84.2%. */
export const roundedPercent = (rate: number): string => `${(100 * rate).toFixed(1)}%`;

/** The columns of the table of districts, as the page's table and its CSV show them. */
export function standingsTable(standings: readonly DistrictStanding[], view: DistrictsView): CardTable {
  const measure = view.measure ?? MEASURES[0]!;
  const byCode = new Map(view.reliability.districts.map((d) => [d.code, d]));
  return {
    columns: [
      "地区",
      "持っていない人",
      rateName(measure),
      "ならした率",
      "判定",
      "人口",
      COUNT_NAMES[measure],
      "区域",
    ],
    rows: standings.map((s) => row(s, byCode.get(s.code), view.withheld && s.count === null)),
  };
}

function row(
  s: DistrictStanding,
  reliability: DistrictReliability | undefined,
  isHidden: boolean,
): (string | number | null)[] {
  const unless = <T>(value: T): T | string => (isHidden ? WITHHELD : value);
  const shrunk = reliability?.shrunk;
  return [
    s.name,
    unless(s.without),
    unless(percent(s.percent)),
    unless(shrunk ? roundedPercent(shrunk.rate) : NONE),
    unless(verdictText(reliability?.judgement ?? null) ?? NONE),
    s.population,
    unless(s.count),
    s.area ?? NONE,
  ];
}
