import type * as Plot from "@observablehq/plot";
import type { Palette } from "../palette.js";
import type { ChartChoice } from "./chart-choice.js";
import type { ChartData } from "./chart-data.js";
import type { LegendEntry } from "./legend.js";

/** What a kind of mark needs to know to draw itself. */
export interface ChartParts {
  data: ChartData;
  choice: ChartChoice;
  palette: Palette;
  /** Of the whole drawing, in px. */
  width: number;
  tips: boolean;
}

/** What a kind of mark brings along: Plot's options without the frame's colours, and the legend it needs. */
export interface ChartPlan {
  options: Plot.PlotOptions & { marginTop: number; height: number };
  legend: readonly LegendEntry[];
}

export const xLabelOf = (choice: ChartChoice): string => choice.xLabel || choice.x;
export const yLabelOf = (choice: ChartChoice): string => choice.yLabel || choice.y;

/** The title of a chart that was given none. */
export const titleOf = (choice: ChartChoice): string =>
  choice.title || `${choice.y}(${[choice.x, choice.series].filter(Boolean).join("・")}別)`;
