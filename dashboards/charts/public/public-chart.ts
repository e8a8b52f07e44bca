import type { CardTable } from "../card.js";
import type { ChartElement, ChartOptions } from "../chart.js";

/** The charts of a release, in the order in which pages show them. */
export const PUBLIC_CHART_IDS = ["progress", "remaining", "ages", "districts", "flow"] as const;
export type PublicChartId = (typeof PUBLIC_CHART_IDS)[number];

export interface PublicChartOptions extends ChartOptions {
  /** For paper: greys where light drawings tell things apart by colour. */
  print?: boolean;
}

/** Widths in px that the two sizes are drawn at: a phone's, and a column of text. */
export const PUBLIC_WIDTHS = { narrow: 350, wide: 720 } as const;

/** One chart of a release in one language: everything that is said around it, and how to draw it. */
export interface PublicChart {
  id: PublicChartId;
  /** The finding, a sentence with its number and what that is compared with. */
  title: string;
  /** One line on how to read it. */
  reading: string;
  source: string;
  /** The numbers behind it; what was not supplied is null. */
  table: CardTable;
  draw: (options: PublicChartOptions) => ChartElement;
}
