import type { Language } from "../../data/contract/town-settings.js";
import type { ChartSize } from "../chart.js";
import { PUBLIC_WIDTHS, type PublicChart, type PublicChartId } from "./public-chart.js";
import { breakText } from "./text-width.js";

/** One chart of a release in one language, as charts.json lists it. */
export interface ChartEntry {
  id: PublicChartId;
  language: Language;
  title: string;
  /** px that a frame needs so that nothing of the embedded page is cut, its table closed. */
  frame_height: Record<ChartSize, number>;
}

/** Of the embedded page: what its style sheet gives lines, and everything that is always there. */
const LINE = { title: 26.1, text: 20.8 };
const ALWAYS = 210;

/** @param heights px of the chart's two drawings, which do not depend on their colours */
export const chartEntry = (
  chart: PublicChart,
  language: Language,
  heights: Record<ChartSize, number>,
): ChartEntry => ({
  id: chart.id,
  language,
  title: chart.title,
  frame_height: {
    narrow: frameHeight(chart, "narrow", heights.narrow),
    wide: frameHeight(chart, "wide", heights.wide),
  },
});

function frameHeight(chart: PublicChart, size: ChartSize, drawing: number): number {
  // A frame of 320 px is the narrowest that is counted on.
  const width = size === "narrow" ? 288 : PUBLIC_WIDTHS.wide;
  const title = breakText(chart.title, width / 18).length * LINE.title;
  const text = [chart.reading, chart.source].flatMap((t) => breakText(t, width / 13)).length * LINE.text;
  return Math.ceil((drawing + title + text + ALWAYS) / 10) * 10;
}
