import * as Plot from "@observablehq/plot";
import { orderStandings, type DistrictStanding } from "../../data/indicators/district-standing.js";
import {
  drawChart,
  nameMarks,
  WIDTHS,
  type ChartElement,
  type ChartOptions,
  type ChartWords,
} from "../chart.js";
import { rateMargin, type PrintedValue } from "../../data/indicators/printed.js";
import { roomForLabels, shorten } from "../public/text-width.js";
import { counted, percent } from "../words.js";

/** More bars than this are a wall, not a ranking; the table has them all. */
export const RANKING_LENGTH = 20;

/** Residents without, and the rate, as values that may carry noise; both are known. */
export const withoutValue = ({ without, leaves }: DistrictStanding): PrintedValue => ({
  value: without ?? 0,
  leaves,
});
export const rateValue = ({ rate, population, leaves }: DistrictStanding): PrintedValue => ({
  value: rate!,
  leaves,
  population,
});

/** The districts that have a number, in the order of the ranking; it shows the first of them. */
export const ranked = (
  standings: readonly DistrictStanding[],
  by: "without" | "rate",
  descending: boolean,
): DistrictStanding[] =>
  orderStandings(
    standings.filter((s) => s.without !== null && s.population > 0),
    by,
    descending,
  );

export interface RankingData {
  rows: readonly DistrictStanding[];
  /** What the bars are as long as. */
  by: "without" | "rate";
  /** A district below it, with all of its band, is drawn in the warm colour and marked ▼. */
  townRate: number | null;
}

/** Bars from 0: residents without, or the rate, by district; the other stands beside each number. */
export function districtRanking(
  { rows, by, townRate }: RankingData,
  words: ChartWords,
  options: ChartOptions,
): ChartElement {
  const { palette, size } = options;
  const behind = (s: DistrictStanding) =>
    townRate !== null && s.rate !== null && s.rate + rateMargin(s.population, s.leaves) < townRate;
  const longest = Math.max(2, ...rows.map((s) => s.name.length));
  const labels = Math.min(size === "wide" ? 190 : 118, 14 + longest * 13);
  const fit = (labels - 10) / 13.2;
  const value = (s: DistrictStanding): number => (by === "rate" ? s.rate! : s.without!);
  const text = (s: DistrictStanding): string => {
    const mark = behind(s) ? "▼" : "";
    return by === "rate"
      ? `${percent(s.percent)}${mark} (${counted(s.without, s.leaves)}人)`
      : `${counted(s.without, s.leaves)}人 (${percent(s.percent)}${mark})`;
  };
  const most = Math.max(by === "rate" ? 0.01 : 1, ...rows.map(value));
  const chart = drawChart(options, words, {
    width: WIDTHS.half[size],
    height: rows.length * 27 + 8,
    marginTop: 4,
    marginBottom: 4,
    marginLeft: labels,
    marginRight: roomForLabels(rows.map(text), size === "wide" ? 148 : 116),
    x: { domain: [0, most], axis: null },
    y: { axis: null, padding: 0.25, domain: rows.map((s) => s.code) },
    marks: [
      Plot.barX(rows, {
        x: value,
        y: "code",
        fill: (s: DistrictStanding) => (behind(s) ? palette.behind : palette.town),
      }),
      Plot.text(rows, {
        y: "code",
        frameAnchor: "left",
        dx: -8,
        textAnchor: "end",
        text: (s: DistrictStanding) => shorten(s.name, fit),
      }),
      Plot.text(rows, { x: value, y: "code", dx: 6, textAnchor: "start", text }),
      Plot.ruleX([0], { stroke: palette.muted }),
    ],
  });
  for (const group of ["bar", "text"])
    nameMarks(
      chart,
      group,
      rows.map((s) => s.code),
    );
  return chart;
}
