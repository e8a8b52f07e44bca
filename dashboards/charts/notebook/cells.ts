import * as Plot from "@observablehq/plot";
import { shorten, widthInEm } from "../public/text-width.js";
import type { Point } from "./chart-data.js";
import { yLabelOf, type ChartParts, type ChartPlan } from "./chart-parts.js";
import { valueText } from "./value-text.js";

const ROW = 30;
const CLASSES = 5;

/** A field of cells in five classes of one hue, the number in each where it has room; a dash where there is none. */
export function cells({ data, choice, palette, width, tips }: ChartParts): ChartPlan {
  const { points, names, series } = data;
  const values = points.flatMap((p) => (p.y === null ? [] : [p.y]));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const step = (high - low) / CLASSES || 1;
  const classOf = (value: number) => Math.min(CLASSES - 1, Math.floor((value - low) / step));
  const left = Math.min(width * 0.3, Math.max(0, ...series.map(widthInEm)) * 13) + 12;
  const across = (width - left - 8) / names.length;
  const widest = Math.max(...points.map((p) => widthInEm(valueText(p.y)))) * 12 + 4;
  const every = Math.ceil((Math.min(6, Math.max(...names.map(widthInEm))) * 12 + 4) / across);
  const filled = points.filter((p) => p.y !== null);
  return {
    options: {
      height: series.length * ROW + 30,
      marginTop: 26,
      marginBottom: 4,
      marginLeft: Math.round(left),
      marginRight: 8,
      x: { domain: names, axis: null, padding: 0.05 },
      y: { domain: series, axis: null, padding: 0.06 },
      marks: [
        Plot.axisX({
          anchor: "top",
          ticks: names.filter((_, i) => i % every === 0),
          tickSize: 0,
          tickFormat: (name: string) => shorten(name, Math.max(3, (across * every) / 12.5)),
          fill: palette.muted,
          label: null,
        }),
        Plot.axisY({
          tickSize: 0,
          tickFormat: (name: string) => shorten(name, (left - 12) / 13 + 0.1),
          fill: palette.ink,
          label: null,
        }),
        Plot.cell(filled, { x: "x", y: "series", fill: (p: Point) => palette.scale[classOf(p.y!)]! }),
        ...(widest <= across
          ? [
              Plot.text(filled, {
                x: "x",
                y: "series",
                text: (p: Point) => valueText(p.y),
                fill: (p: Point) => palette.onScale[classOf(p.y!)]!,
                fontSize: 12,
              }),
            ]
          : []),
        Plot.text(
          points.filter((p) => p.y === null),
          { x: "x", y: "series", text: () => "—", fill: palette.muted },
        ),
        ...(tips
          ? [
              Plot.tip(
                filled,
                Plot.pointer({
                  x: "x",
                  y: "series",
                  title: (p: Point) => `${p.series} ${String(p.x)}\n${valueText(p.y)}`,
                }),
              ),
            ]
          : []),
      ],
    },
    legend: [...new Set(filled.map((p) => classOf(p.y!)))]
      .sort((a, b) => a - b)
      .map((k, i) => ({
        name: `${i === 0 ? `${yLabelOf(choice)} ` : ""}${valueText(low + k * step)}～${valueText(low + (k + 1) * step)}`,
        fill: palette.scale[k]!,
      })),
  };
}
