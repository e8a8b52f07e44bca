import * as Plot from "@observablehq/plot";
import { drawChart, WIDTHS, type ChartElement, type ChartOptions } from "./chart.js";
import { addHatch } from "./hatch.js";

/** How many series of one table are told and how many are hidden. */
export interface CoverageRow {
  name: string;
  shown: number;
  hidden: number;
}

/**
 * Bars of the share of series that each table tells; the hidden rest is hatched, as everywhere.
 * @param rows at least one, each with at least one series.
 */
export function coverageChart(
  rows: readonly CoverageRow[],
  title: string,
  options: ChartOptions,
): ChartElement {
  const { palette, size } = options;
  const pattern = `withheld-coverage-${size}`;
  const share = ({ shown, hidden }: CoverageRow): number => shown / (shown + hidden);
  const chart = drawChart(
    options,
    { title, description: "表ごとに、公開する系列と秘匿する系列の割合を示した帯グラフ。" },
    {
      width: WIDTHS.half[size],
      height: rows.length * 64 + 10,
      marginTop: 4,
      marginBottom: 4,
      marginLeft: 2,
      marginRight: 2,
      x: { axis: null, domain: [0, 1] },
      y: { axis: null, domain: rows.map((r) => r.name), padding: 0.5 },
      marks: [
        Plot.barX(rows, { x1: 0, x2: share, y: "name", fill: palette.town }),
        Plot.barX(rows, {
          x1: share,
          x2: 1,
          y: "name",
          fill: `url(#${pattern})`,
          stroke: palette.muted,
          strokeWidth: 1,
        }),
        Plot.text(rows, {
          x: 0,
          y: "name",
          dy: -26,
          textAnchor: "start",
          text: (r: CoverageRow) => r.name,
          fontWeight: 700,
        }),
        Plot.text(rows, {
          x: 1,
          y: "name",
          dy: -26,
          textAnchor: "end",
          text: (r: CoverageRow) => `公開${r.shown}・秘匿${r.hidden}系列`,
        }),
      ],
    },
  );
  addHatch(chart, pattern, options);
  return chart;
}
