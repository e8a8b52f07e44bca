import { MEASURES } from "../../data/contract/figure.js";
import type { DistrictStanding } from "../../data/indicators/district-standing.js";
import type { DistrictReliability } from "../../data/indicators/reliability/district-reliability.js";
import type { CardTable } from "../card.js";
import { percentDecimals } from "../../data/indicators/printed.js";
import { COUNT_NAMES, NONE, percent, rateName } from "../words.js";
import type { DistrictsView } from "./model.js";
import { verdictText } from "./verdict-words.js";

/** A rate without a count of its own behind it, to one decimal or whole: 84.2%, 84%. */
export const roundedPercent = (rate: number, decimals: 0 | 1 = 1): string =>
  `${(100 * rate).toFixed(decimals)}%`;

/** The columns of the table of districts, as the page's table and its CSV show them. */
export function standingsTable(standings: readonly DistrictStanding[], view: DistrictsView): CardTable {
  const measure = view.measure ?? MEASURES[0]!;
  const byCode = new Map(view.reliability.districts.map((d) => [d.code, d]));
  const rough = view.isPublic ? "(約)" : "";
  return {
    columns: [
      "地区",
      `持っていない人${rough}`,
      `${rateName(measure)}${rough}`,
      `ならした率${rough}`,
      "判定",
      "人口",
      `${COUNT_NAMES[measure]}${rough}`,
      "区域",
    ],
    rows: standings.map((s) => row(s, byCode.get(s.code))),
  };
}

/** The same with the districts' codes before them, to take home. */
export function standingsCsv(standings: readonly DistrictStanding[], view: DistrictsView): CardTable {
  const { columns, rows } = standingsTable(standings, view);
  return {
    columns: ["地区コード", ...columns],
    rows: rows.map((cells, i) => [standings[i]!.code, ...cells]),
  };
}

function row(s: DistrictStanding, reliability: DistrictReliability | undefined): (string | number | null)[] {
  const shrunk = reliability?.shrunk;
  return [
    s.name,
    s.without,
    percent(s.percent),
    shrunk ? roundedPercent(shrunk.rate, percentDecimals(s.population, s.leaves)) : NONE,
    verdictText(reliability?.judgement ?? null) ?? NONE,
    s.population,
    s.count,
    s.area ?? NONE,
  ];
}
