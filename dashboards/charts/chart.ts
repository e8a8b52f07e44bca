import * as Plot from "@observablehq/plot";
import type { Palette } from "./palette.js";

/** The document a chart is built in: the browser's, or a stand-in for it in the Worker. */
export type ChartDocument = NonNullable<Plot.PlotOptions["document"]>;
export type ChartElement = ReturnType<typeof Plot.plot>;
/** `narrow` is made for a phone's width; CSS shows the one that fits, so text never shrinks. */
export type ChartSize = "narrow" | "wide";

export interface ChartOptions {
  document: ChartDocument;
  size: ChartSize;
  palette: Palette;
  /** Values under the pointer: only in a live page, a drawing has none. */
  tips?: boolean;
}

/** What a chart says to whoever cannot see it. */
export interface ChartWords {
  title: string;
  description: string;
}

/** The site's typefaces; a chart in a file of its own names them itself. */
export const FONTS = "'Hiragino Sans','Noto Sans JP','BIZ UDPGothic','Yu Gothic UI',Meiryo,sans-serif";

/** Widths in px that the two sizes are drawn at. */
export const WIDTHS = { full: { narrow: 350, wide: 1040 }, half: { narrow: 340, wide: 520 } } as const;

/**
 * Draws a chart in our frame: no colours of Plot's own, no legend, 13 px text (12 px on a phone),
 * numbers in the drawing rounded to two decimals, so that it is small and the same on every machine.
 */
export function drawChart(
  { document, size, palette }: ChartOptions,
  words: ChartWords,
  options: Plot.PlotOptions,
): ChartElement {
  const chart = Plot.plot({
    document,
    className: "chart",
    ...options,
    style: { color: palette.ink, fontFamily: "inherit", fontSize: size === "wide" ? "13px" : "12px" },
  });
  // The style element Plot adds to each drawing stands once in the site's style sheet instead.
  for (const style of chart.querySelectorAll("style")) style.remove();
  // Plot names its groups of marks in English for screen readers; ours have the chart's own words instead.
  for (const group of chart.querySelectorAll("g[aria-label]")) {
    group.setAttribute("data-mark", group.getAttribute("aria-label") ?? "");
    group.removeAttribute("aria-label");
  }
  chart.setAttribute("role", "img");
  chart.setAttribute("aria-label", `${words.title}。${words.description}`);
  roundNumbers(chart);
  return chart;
}

/** Gives each mark of a group the code it stands for, so that pages can link the same thing across charts. */
export function nameMarks(chart: ChartElement, group: string, codes: readonly string[]): void {
  for (const parent of chart.querySelectorAll(`g[data-mark="${group}"]`)) {
    for (const mark of Array.from(parent.children) as {
      __data__?: number;
      setAttribute(k: string, v: string): void;
    }[]) {
      const code = codes[mark.__data__ ?? -1];
      if (code !== undefined) mark.setAttribute("data-district", code);
    }
  }
}

const NUMERIC = ["d", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "width", "height", "transform"];

function roundNumbers(chart: ChartElement): void {
  for (const element of chart.querySelectorAll("*")) {
    for (const name of NUMERIC) {
      const value = element.getAttribute(name);
      if (value?.includes(".")) {
        element.setAttribute(
          name,
          value.replace(/-?\d*\.\d+/g, (n: string) => String(Math.round(Number(n) * 100) / 100)),
        );
      }
    }
  }
}

/** Labels of which some are bold: the weight of text is no channel in Plot, so they are two marks. */
export function labels<T>(
  data: readonly T[],
  bold: (d: T) => boolean,
  options: Plot.TextOptions,
): Plot.Markish[] {
  return [
    Plot.text(
      data.filter((d) => !bold(d)),
      options,
    ),
    Plot.text(data.filter(bold), { ...options, fontWeight: 700 }),
  ];
}

/**
 * Moves values apart so that labels of `gap` do not touch, keeping their order and staying near where they were.
 * @returns the new positions in the order given; values at most `max` where there is room.
 */
export function spread(values: readonly number[], gap: number, max: number): number[] {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]! || a - b);
  const placed = [...values];
  for (const [rank, i] of order.entries()) {
    if (rank > 0) placed[i] = Math.max(placed[i]!, placed[order[rank - 1]!]! + gap);
  }
  for (let rank = order.length - 1; rank >= 0; rank--) {
    const limit = rank === order.length - 1 ? max : placed[order[rank + 1]!]! - gap;
    placed[order[rank]!] = Math.min(placed[order[rank]!]!, limit);
  }
  return placed;
}
