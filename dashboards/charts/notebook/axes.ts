import * as Plot from "@observablehq/plot";
import { shorten, widthInEm } from "../public/text-width.js";
import { timeTicks } from "../time-axis.js";
import type { Point } from "./chart-data.js";
import { xLabelOf, yLabelOf, type ChartParts } from "./chart-parts.js";
import { valueText } from "./value-text.js";

/** The frame of a chart with values upwards. */
export interface Frame {
  height: number;
  marginTop: number;
  marginRight: number;
  marginBottom: number;
  marginLeft: number;
  /** Of the values. */
  domain: [number, number];
  x: Plot.ScaleOptions;
}

/**
 * @param right px that labels at the ends of lines need.
 * @param extent of the values where it is not that of the points.
 */
export function frameOf(
  { data, width, choice }: ChartParts,
  right: number,
  extent?: [number, number],
): Frame {
  const values = data.points.flatMap((p) => (p.y === null ? [] : [p.y]));
  const [low, high] = extent ?? [Math.min(...values), Math.max(...values)];
  const domain = valueDomain(low, high);
  const ticks = [domain[0], domain[1]].map((v) => widthInEm(valueText(v)) * 13);
  return {
    height: width < 560 ? 320 : 380,
    marginTop: 34,
    marginRight: Math.round(right),
    marginBottom: choice.x === "" ? 30 : 50,
    marginLeft: Math.round(Math.max(28, ...ticks) + 14),
    domain,
    x: xScale({ data }),
  };
}

/**
 * From zero, unless the values lie close together far from it (rates near 100%): then the axis begins below the
 * smallest, and the chart says so.
 */
export function valueDomain(low: number, high: number): [number, number] {
  if (low < 0) return [low, Math.max(0, high)];
  if (low > high * 0.6 && high > low) return [low - (high - low) * 0.15, high];
  return [0, high === 0 ? 1 : high];
}

function xScale({ data }: Pick<ChartParts, "data">): Plot.ScaleOptions {
  if (data.scale === "names") return { type: "point", domain: data.names, axis: null, padding: 0.3 };
  const values = data.points.map((p) => Number(p.x));
  const [from, to] = [Math.min(...values), Math.max(...values)];
  const domain = from === to ? [from - 1, to + 1] : [from, to];
  if (data.scale === "numbers") return { type: "linear", domain, axis: null };
  return { type: "utc", domain: domain.map((v) => new Date(v)), axis: null };
}

/** Grid, axes and their labels. */
export function baseAxes({ data, choice, palette, width }: ChartParts, frame: Frame): Plot.Markish[] {
  const broken = frame.domain[0] > 0 ? "(縦軸は0から始まりません)" : "";
  const quiet = { fill: palette.muted, textAnchor: "start" } as const;
  return [
    Plot.gridY({ stroke: palette.grid, strokeOpacity: 0.7, ticks: 5 }),
    Plot.axisY({ ticks: 5, tickSize: 0, tickFormat: valueText, fill: palette.muted, label: null }),
    ...(frame.domain[0] <= 0 ? [Plot.ruleY([0], { stroke: palette.muted })] : []),
    xAxis({ data, palette, width }, frame),
    Plot.text([`${yLabelOf(choice)}${broken}`], {
      ...quiet,
      frameAnchor: "top-left",
      dx: -frame.marginLeft + 2,
      dy: -22,
    }),
    Plot.text([xLabelOf(choice)], { ...quiet, frameAnchor: "bottom-left", dy: 40 }),
  ];
}

function xAxis({ data, palette, width }: Pick<ChartParts, "data" | "palette" | "width">, frame: Frame) {
  const shared = { tickSize: 5, fill: palette.muted, stroke: palette.grid, label: null };
  if (data.scale === "dates") {
    const days = data.points.map((p) => (p.x as Date).toISOString().slice(0, 10));
    const ticks = timeTicks(days[0]!, days.at(-1)!, width < 560);
    return Plot.axisX({ ...shared, ticks: ticks.values, tickFormat: ticks.format });
  }
  if (data.scale === "numbers")
    return Plot.axisX({ ...shared, ticks: width < 560 ? 4 : 8, tickFormat: valueText });
  // As many names as have room, the first always among them.
  const room = (width - frame.marginLeft - frame.marginRight) / data.names.length;
  const every = Math.ceil((Math.min(6, Math.max(...data.names.map(widthInEm))) * 13 + 8) / room);
  return Plot.axisX({
    ...shared,
    ticks: data.names.filter((_, i) => i % every === 0),
    tickFormat: (name: string) => shorten(name, 6),
  });
}

/** The values under the pointer, where the chart is live. */
export function tipOf({ data, tips }: ChartParts, points: readonly Point[]): Plot.Markish[] {
  if (!tips) return [];
  const where = (p: Point) =>
    p.x instanceof Date
      ? p.x.toISOString().slice(0, 10)
      : data.scale === "numbers"
        ? valueText(Number(p.x))
        : String(p.x);
  return [
    Plot.tip(
      points.filter((p) => p.y !== null),
      Plot.pointer({
        x: "x",
        y: "y",
        title: (p: Point) => [p.series, `${where(p)} ${valueText(p.y)}`].filter(Boolean).join("\n"),
      }),
    ),
  ];
}
