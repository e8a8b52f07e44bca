import * as Plot from "@observablehq/plot";
import { baseAxes, frameOf, tipOf } from "./axes.js";
import type { Point } from "./chart-data.js";
import type { ChartParts, ChartPlan } from "./chart-parts.js";

const FORMS = ["circle", "triangle", "square", "diamond", "star", "cross"] as const;
const SIGNS = ["●", "▲", "■", "◆", "★", "✚"] as const;

/** A dot for each row; series differ in form, and in colour besides. */
export function dots(parts: ChartParts): ChartPlan {
  const { data, palette } = parts;
  const { points, series } = data;
  const frame = frameOf(parts, 20);
  const colours = [palette.town, palette.behind, palette.context];
  const colour = (index: number) => colours[index % colours.length]!;
  return {
    options: {
      ...frame,
      y: { domain: frame.domain, axis: null },
      x: frame.x,
      marks: [
        ...baseAxes(parts, frame),
        ...series.map((name, i) =>
          Plot.dot(
            points.filter((p: Point) => p.series === name),
            {
              x: "x",
              y: "y",
              symbol: FORMS[i]!,
              r: points.length > 500 ? 2.5 : 4,
              fill: colour(i),
              fillOpacity: 0.75,
            },
          ),
        ),
        ...tipOf(parts, points),
      ],
    },
    legend: series.length > 1 ? series.map((name, i) => ({ name, sign: SIGNS[i]!, fill: colour(i) })) : [],
  };
}
