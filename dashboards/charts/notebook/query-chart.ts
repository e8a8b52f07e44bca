import { drawChart, type ChartElement, type ChartOptions, type ChartWords } from "../chart.js";
import { bars } from "./bars.js";
import { cells } from "./cells.js";
import { dots } from "./dots.js";
import type { ChartParts } from "./chart-parts.js";
import { addLegend, legendHeight } from "./legend.js";
import { areas, lines } from "./lines.js";

const KINDS = { bar: bars, line: lines, area: areas, dot: dots, cell: cells } as const;

/** A chart of a result: its columns as the choice says, its labels as the user wrote them. */
export function queryChart(
  { data, choice, width }: Pick<ChartParts, "data" | "choice" | "width">,
  words: ChartWords,
  chartOptions: ChartOptions,
): ChartElement {
  const { palette, tips = false } = chartOptions;
  const { options, legend } = KINDS[choice.mark]({ data, choice, palette, width, tips });
  const above = legend.length > 0 ? legendHeight(legend, width) : 0;
  const chart = drawChart(chartOptions, words, {
    ...options,
    width,
    marginTop: options.marginTop + above,
    height: options.height + above,
  });
  addLegend(chart, legend, { ...chartOptions, width });
  return chart;
}
