import * as Plot from "@observablehq/plot";
import { MEASURES, type Measure } from "../../data/contract/figure.js";
import { isExact } from "../../data/disclosure/published.js";
import { PLAN_LINE_PERCENT } from "../../data/indicators/milestone.js";
import type { Total } from "../../data/indicators/totals.js";
import { drawChart, labels, spread, type ChartElement, type ChartWords } from "../chart.js";
import { rateScale } from "../rate-scale.js";
import { denominatorMarks } from "../denominator-marks.js";
import { reachedPoints, seriesPoints, type ReachedPoint, type SeriesPoint } from "../series-points.js";
import { timeTicks, utc } from "../time-axis.js";
import type { Facts } from "./facts.js";
import { PUBLIC_WIDTHS, type PublicChartOptions } from "./public-chart.js";
import type { PublicWords } from "./public-words.js";

/** Lines told apart without colour: the focus is thick and whole, the others are dashed each in its own way. */
const DASHES: Readonly<Record<Measure, string>> = { applications: "7 3", issued: "2 2.5", held: "none" };

/** The rates from the first date to the last, with the plan's line and the milestones. At least two dates. */
export function progressChart(
  { model, focus }: Facts,
  words: PublicWords,
  said: ChartWords,
  options: PublicChartOptions,
): ChartElement {
  const { palette, size } = options;
  const { totals } = model;
  const narrow = size === "narrow";
  const points = seriesPoints(totals);
  const frame = {
    width: PUBLIC_WIDTHS[size],
    height: narrow ? 340 : 380,
    marginTop: 18,
    marginRight: narrow ? 106 : 156,
    marginBottom: 30,
    marginLeft: 44,
  };
  const top = Math.max(100, ...points.map((p) => p.value));
  const height = frame.height - frame.marginTop - frame.marginBottom;
  const ends = MEASURES.flatMap((measure) => points.filter((p) => p.measure === measure).slice(-1));
  const pixels = spread(
    ends.map((p) => (1 - p.value / top) * height),
    narrow ? 31 : 19,
    height,
  );
  const placed = ends.map((p, i) => ({ ...p, label: top * (1 - pixels[i]! / height) }));
  const isFocus = (p: SeriesPoint): boolean => p.measure === focus;
  const rough = (p: SeriesPoint): string =>
    totals.find((t) => t.as_of === p.as_of)!.margin > 0 ? words.about(`${p.percent}%`) : `${p.percent}%`;
  const colour = (p: SeriesPoint): string => (isFocus(p) ? palette.town : palette.context);
  // Of a total in tens nobody can say on which date it reached the line.
  const reached = totals.every(isExact)
    ? reachedPoints(totals, points, Math.min(...placed.map((p) => p.label)) - (narrow ? 8 : 4))
    : [];
  const lines = [...MEASURES].sort((a, b) => Number(a === focus) - Number(b === focus));

  return drawChart(options, said, {
    ...frame,
    x: { type: "utc", domain: [utc(totals[0]!.as_of), utc(totals.at(-1)!.as_of)], axis: null },
    y: { domain: [0, top], axis: null },
    marks: [
      ...background(totals, model.release.municipality.code, words, options),
      Plot.link(reached, {
        x1: "date",
        x2: "date",
        y1: "value",
        y2: "under",
        stroke: palette.muted,
        strokeDasharray: "2 2",
      }),
      ...lines.map((measure) =>
        Plot.line(
          points.filter((p) => p.measure === measure),
          {
            x: "date",
            y: "value",
            stroke: measure === focus ? palette.town : palette.context,
            strokeWidth: measure === focus ? 3.5 : 1.75,
            strokeDasharray:
              measure === focus ? "none" : DASHES[measure === "held" ? "applications" : measure],
          },
        ),
      ),
      Plot.dot(ends, { x: "date", y: "value", r: 3.5, fill: colour }),
      ...labels(placed, isFocus, {
        x: "date",
        y: "label",
        dx: 9,
        text: (p: SeriesPoint) => `${words.rate[p.measure]}${narrow ? "\n" : " "}${rough(p)}`,
        textAnchor: "start",
        lineHeight: 1.15,
        fill: (p: SeriesPoint) => (isFocus(p) ? palette.town : palette.muted),
      }),
      Plot.dot(reached, {
        x: "date",
        y: "value",
        r: 4.5,
        fill: palette.surface,
        stroke: colour,
        strokeWidth: 2,
      }),
      ...reached.map((point) => reachedLabel(point, totals, words, options)),
    ],
  });
}

/** Where a line reached 88%: said to the right of its dot, to the left in the drawing's last third. */
function reachedLabel(
  point: ReachedPoint,
  totals: readonly Total[],
  words: PublicWords,
  { palette }: PublicChartOptions,
): Plot.Markish {
  const [first, last] = [utc(totals[0]!.as_of), utc(totals.at(-1)!.as_of)].map(Number) as [number, number];
  const late = (Number(point.date) - first) / (last - first) > 0.6;
  return Plot.text([point], {
    x: "date",
    y: "under",
    dx: late ? 4 : -4,
    dy: 3,
    text: (p: ReachedPoint) => `${words.month(p.as_of)}\n${words.reached(p.measure, PLAN_LINE_PERCENT)}`,
    lineAnchor: "top",
    textAnchor: late ? "end" : "start",
    fill: palette.ink,
    stroke: palette.surface,
    strokeWidth: 3,
  });
}

/** What the rates are read against: percents, the plan's line, years, changes of the denominator. */
function background(
  totals: readonly Total[],
  municipality: string,
  words: PublicWords,
  { palette, size }: PublicChartOptions,
): Plot.Markish[] {
  const narrow = size === "narrow";
  const ticks = timeTicks(totals[0]!.as_of, totals.at(-1)!.as_of, narrow).values;
  const years = ticks.every((d) => d.getUTCMonth() === 0 && d.getUTCDate() === 1);
  return [
    ...rateScale({ palette }, words.planLine(municipality), { dy: -6, fontSize: 11 }),
    ...denominatorMarks(totals, { palette }, (date) => words.populationOf(date, narrow)),
    Plot.axisX({
      ticks,
      tickFormat: (d: Date) =>
        years ? words.year(d.getUTCFullYear(), narrow) : words.month(d.toISOString().slice(0, 10)),
      tickSize: 5,
      fill: palette.muted,
      stroke: palette.grid,
      label: null,
    }),
  ];
}
