import * as Plot from "@observablehq/plot";
import type { DistrictStanding } from "../data/indicators/district-standing.js";
import {
  drawChart,
  nameMarks,
  WIDTHS,
  type ChartElement,
  type ChartOptions,
  type ChartWords,
} from "./chart.js";
import { number, percent } from "./words.js";

/** More bars than this are a wall, not a ranking; the table has them all. */
export const RANKING_LENGTH = 20;

/** The districts the ranking shows: those with the most residents without, numbers only. */
export const ranked = (standings: readonly DistrictStanding[]): DistrictStanding[] =>
  standings.filter((s) => s.without !== null && s.population > 0).slice(0, RANKING_LENGTH);

/**
 * Bars from 0: residents without, by district; the rate stands beside each number.
 * @param townRate a district below it is drawn in the warm colour and marked ▼.
 */
export function districtRanking(
  { standings, townRate }: { standings: readonly DistrictStanding[]; townRate: number | null },
  words: ChartWords,
  options: ChartOptions,
): ChartElement {
  const { palette, size } = options;
  const rows = ranked(standings);
  const behind = (s: DistrictStanding) => townRate !== null && s.rate !== null && s.rate < townRate;
  const longest = Math.max(2, ...rows.map((s) => s.name.length));
  const labels = Math.min(size === "wide" ? 190 : 118, 14 + longest * 13);
  const fit = Math.floor((labels - 10) / 12.5);
  const short = (name: string) => (name.length > fit ? `${name.slice(0, fit - 1)}…` : name);
  const chart = drawChart(options, words, {
    width: WIDTHS.half[size],
    height: rows.length * 27 + 8,
    marginTop: 4,
    marginBottom: 4,
    marginLeft: labels,
    marginRight: size === "wide" ? 148 : 116,
    x: { domain: [0, Math.max(1, ...rows.map((s) => s.without!))], axis: null },
    y: { axis: null, padding: 0.25, domain: rows.map((s) => s.code) },
    marks: [
      Plot.barX(rows, {
        x: "without",
        y: "code",
        fill: (s: DistrictStanding) => (behind(s) ? palette.behind : palette.town),
      }),
      Plot.text(rows, {
        y: "code",
        frameAnchor: "left",
        dx: -8,
        textAnchor: "end",
        text: (s: DistrictStanding) => short(s.name),
      }),
      Plot.text(rows, {
        x: "without",
        y: "code",
        dx: 6,
        textAnchor: "start",
        text: (s: DistrictStanding) =>
          `${number(s.without)}人 (${percent(s.percent)}${behind(s) ? "▼" : ""})`,
      }),
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
