import * as Plot from "@observablehq/plot";
import { shorten, widthInEm } from "../public/text-width.js";
import type { Point } from "./chart-data.js";
import { yLabelOf, type ChartParts, type ChartPlan } from "./chart-parts.js";
import { stackColours } from "./series-colours.js";
import { valueText } from "./value-text.js";

const BAR = 28;

/** Lying bars, so that Japanese names can be read: from zero, the value behind each, series stacked in their order. */
export function bars({ data, choice, palette, width }: ChartParts): ChartPlan {
  const { points, names, series } = data;
  const longest = Math.min(width * 0.36, Math.max(3, ...names.map(widthInEm)) * 13);
  const colours = stackColours(series.length, palette);
  const colourOf = (p: Point) => colours[series.indexOf(p.series)]!;
  const ends = names.map((name) => total(name, points));
  const room = Math.max(...ends.map((e) => widthInEm(valueText(e.sum)))) * 13 + 10;
  const negative = ends.some((e) => e.below < 0);
  return {
    options: {
      height: names.length * BAR + 40,
      marginTop: 8,
      marginBottom: 32,
      marginLeft: Math.round(longest + 12 + (negative ? room : 0)),
      marginRight: Math.round(room),
      x: { axis: null, zero: true },
      y: { domain: names, axis: null, padding: 0.22 },
      marks: [
        Plot.barX(points, {
          x: "y",
          y: "x",
          z: "series",
          order: series,
          fill: colourOf,
          ...(series.length > 1 ? { stroke: palette.surface, strokeWidth: 0.75 } : {}),
        }),
        Plot.ruleX([0], { stroke: palette.muted }),
        Plot.axisY({
          domain: names,
          tickSize: 0,
          tickPadding: negative ? room : 8,
          tickFormat: (name: string) => shorten(name, longest / 13 + 0.1),
          fill: palette.ink,
          label: null,
        } as Plot.AxisYOptions),
        ...[true, false].map((rises) =>
          Plot.text(
            ends.filter((e) => e.sum >= 0 === rises),
            {
              x: (e: Total) => (rises ? e.above : e.below),
              y: "name",
              dx: rises ? 5 : -5,
              textAnchor: rises ? "start" : "end",
              text: (e: Total) => valueText(e.sum),
              fill: palette.ink,
            },
          ),
        ),
        Plot.text([yLabelOf(choice)], {
          frameAnchor: "bottom-left",
          dy: 22,
          text: (label: string) => (series.length > 1 ? `${label}(棒の右は合計)` : label),
          textAnchor: "start",
          fill: palette.muted,
        }),
      ],
    },
    legend:
      series.length > 1
        ? series.map((name, i) => ({ name: i === 0 ? `左から ${name}` : name, fill: colours[i]! }))
        : [],
  };
}

/** The ends of a stack on both sides of zero. */
interface Total {
  name: string;
  sum: number;
  above: number;
  below: number;
}

function total(name: string, points: readonly Point[]): Total {
  const values = points.filter((p) => p.x === name).map((p) => p.y ?? 0);
  const sum = (of: readonly number[]) => of.reduce((a, b) => a + b, 0);
  return {
    name,
    sum: sum(values),
    above: sum(values.filter((v) => v > 0)),
    below: sum(values.filter((v) => v < 0)),
  };
}
