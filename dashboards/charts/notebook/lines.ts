import * as Plot from "@observablehq/plot";
import { spread } from "../chart.js";
import { shorten, widthInEm } from "../public/text-width.js";
import { baseAxes, frameOf, tipOf } from "./axes.js";
import type { Point } from "./chart-data.js";
import type { ChartParts, ChartPlan } from "./chart-parts.js";
import { seriesStyle, stackColours } from "./series-colours.js";
import { valueText } from "./value-text.js";

/** One line for each series, named at its end with its last value. */
export function lines(parts: ChartParts): ChartPlan {
  const { data, palette, width } = parts;
  const { points, series } = data;
  const ends = series.flatMap((name) => points.filter((p) => p.series === name && p.y !== null).slice(-1));
  const limit = Math.min(14, (width * 0.34) / 13);
  const label = (p: Point) => shorten(p.series ? `${p.series} ${valueText(p.y)}` : valueText(p.y), limit);
  const frame = frameOf(parts, Math.max(2, ...ends.map((p) => widthInEm(label(p)))) * 13 + 18);
  const { domain } = frame;
  const inner = frame.height - frame.marginTop - frame.marginBottom;
  const pixels = spread(
    ends.map((p) => ((domain[1] - p.y!) / (domain[1] - domain[0])) * inner),
    17,
    inner,
  );
  const placed = ends.map((p, i) => ({
    ...p,
    at: domain[1] - (pixels[i]! / inner) * (domain[1] - domain[0]),
  }));
  const style = (p: Point) => seriesStyle(series.indexOf(p.series), palette);
  return {
    options: {
      ...frame,
      y: { domain, axis: null },
      x: frame.x,
      marks: [
        ...baseAxes(parts, frame),
        ...series.map((name, i) => {
          const { colour, dash } = seriesStyle(i, palette);
          return Plot.line(
            points.filter((p) => p.series === name),
            {
              x: "x",
              y: "y",
              stroke: colour,
              strokeWidth: i === 0 ? 2.5 : 2,
              ...(dash && { strokeDasharray: dash }),
            },
          );
        }),
        Plot.dot(points.length <= 24 ? points : ends, {
          x: "x",
          y: "y",
          r: 3,
          fill: (p: Point) => style(p).colour,
        }),
        Plot.text(placed, {
          x: "x",
          y: "at",
          dx: 8,
          textAnchor: "start",
          text: label,
          fill: (p: Point) => style(p).colour,
          fontWeight: 700,
        }),
        ...tipOf(parts, points),
      ],
    },
    legend: [],
  };
}

/** Areas stacked from zero; their legend names them from the bottom up. */
export function areas(parts: ChartParts): ChartPlan {
  const { data, palette } = parts;
  const { points, series } = data;
  const colours = stackColours(series.length, palette);
  const sums = new Map<number, number>();
  for (const { x, y } of points) sums.set(Number(x), (sums.get(Number(x)) ?? 0) + (y ?? 0));
  const frame = frameOf(parts, 20, [0, Math.max(...sums.values())]);
  return {
    options: {
      ...frame,
      y: { domain: frame.domain, axis: null },
      x: frame.x,
      marks: [
        Plot.areaY(points, {
          x: "x",
          y: "y",
          z: "series",
          order: series,
          fill: (p: Point) => colours[series.indexOf(p.series)]!,
          stroke: palette.surface,
          strokeWidth: 1,
        }),
        ...baseAxes(parts, frame),
        ...tipOf(parts, points),
      ],
    },
    legend:
      series.length > 1
        ? series.map((name, i) => ({ name: i === 0 ? `下から ${name}` : name, fill: colours[i]! }))
        : [],
  };
}
