import type { ChartElement, ChartOptions } from "../chart.js";
import { shorten, widthInEm } from "../public/text-width.js";

const SVG = "http://www.w3.org/2000/svg";
const LINE = 22;
const SWATCH = 12;

export interface LegendEntry {
  name: string;
  fill: string;
  /** A sign that stands for the series in place of a coloured square. */
  sign?: string;
}

/** The entries in lines: what stands where, and how high all of it is. */
interface Placed {
  entries: { entry: LegendEntry; text: string; x: number; y: number }[];
  height: number;
}

function placeEntries(entries: readonly LegendEntry[], width: number): Placed {
  let [x, y] = [0, 0];
  const placed = entries.map((entry) => {
    const text = shorten(entry.name, 16);
    const size = SWATCH + 6 + widthInEm(text) * 13 + 18;
    if (x > 0 && x + size > width) [x, y] = [0, y + LINE];
    const here = { entry, text, x, y };
    x += size;
    return here;
  });
  return { entries: placed, height: y + LINE };
}

/** How much room above the chart its legend takes, in px. */
export const legendHeight = (entries: readonly LegendEntry[], width: number): number =>
  placeEntries(entries, width).height + 6;

/** Draws the legend into the room above the chart; it is part of the drawing, so that a file has it too. */
export function addLegend(
  chart: ChartElement,
  entries: readonly LegendEntry[],
  { document, palette, width }: Pick<ChartOptions, "document" | "palette"> & { width: number },
): void {
  const element = (name: string, attributes: Record<string, string | number>, text = "") => {
    const node = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
    node.textContent = text;
    return node;
  };
  for (const { entry, text, x, y } of placeEntries(entries, width).entries) {
    const size = { width: SWATCH, height: SWATCH };
    chart.append(
      entry.sign === undefined
        ? element("rect", { x: x + 0.5, y: y + 4.5, ...size, fill: entry.fill, stroke: palette.muted })
        : element("text", { x, y: y + 15, "text-anchor": "start", fill: entry.fill }, entry.sign),
      element("text", { x: x + SWATCH + 6, y: y + 15, "text-anchor": "start", fill: palette.ink }, text),
    );
  }
}
