import * as Plot from "@observablehq/plot";
import { drawChart, WIDTHS, type ChartElement, type ChartOptions, type ChartWords } from "../../chart.js";
import { timeTicks, utc } from "../../time-axis.js";
import { verdictColour } from "../verdict-words.js";
import type { DistrictMoment } from "./model.js";

interface Point {
  date: Date;
  place: number;
  moment: DistrictMoment;
}

/** The district's place among all over time, the first on top; the mark says the verdict of each date. */
export function districtPlaces(
  moments: readonly DistrictMoment[],
  words: ChartWords,
  options: ChartOptions,
): ChartElement {
  const { palette, size } = options;
  const points = moments.flatMap((moment): Point[] =>
    moment.own.place === null ? [] : [{ date: utc(moment.as_of), place: moment.own.place, moment }],
  );
  const last = Math.max(2, ...moments.map((m) => m.own.districts));
  const end = points.at(-1)!;
  const ticks = timeTicks(points[0]!.moment.as_of, end.moment.as_of, true);
  const outside = (p: Point) => p.moment.judgement?.outside === 99.8;
  const verdict = (p: Point) => p.moment.judgement?.verdict ?? "within-noise";
  const small = points.length > 24;
  return drawChart(options, words, {
    width: WIDTHS.half[size],
    height: 250,
    marginTop: 14,
    marginBottom: 28,
    marginLeft: 46,
    marginRight: 64,
    x: {
      axis: null,
      type: "utc",
      ...(points.length === 1 && {
        domain: [end.date.getTime() - 86_400_000, end.date.getTime() + 86_400_000],
      }),
    },
    y: { axis: null, domain: [last, 1] },
    marks: [
      Plot.ruleY([1, last], { stroke: palette.grid }),
      Plot.axisY([1, last], {
        tickSize: 0,
        tickFormat: (v: number) => `${v}番`,
        fill: palette.muted,
        label: null,
      }),
      Plot.line(points, { x: "date", y: "place", stroke: palette.context, strokeWidth: 1.5 }),
      Plot.dot(points, {
        x: "date",
        y: "place",
        r: small ? 3 : 4.5,
        symbol: (p: Point) => (outside(p) ? "triangle" : "circle"),
        rotate: (p: Point) => (verdict(p) === "behind" ? 180 : 0),
        fill: (p: Point) => (outside(p) ? verdictColour(verdict(p), palette) : palette.surface),
        stroke: (p: Point) => verdictColour(verdict(p), palette),
        strokeWidth: 1.25,
      }),
      Plot.text([end], {
        x: "date",
        y: "place",
        dx: 9,
        textAnchor: "start",
        text: (p: Point) => `${p.place}番目`,
        fontWeight: 700,
      }),
      ...(points.length > 1
        ? [
            Plot.axisX({
              ticks: ticks.values,
              tickFormat: ticks.format,
              tickSize: 5,
              fill: palette.muted,
              stroke: palette.grid,
              label: null,
            }),
          ]
        : []),
    ],
  });
}
