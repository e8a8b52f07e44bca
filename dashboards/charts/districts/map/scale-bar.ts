import type { ChartElement, ChartOptions } from "../../chart.js";
import { svgElement } from "../../svg-element.js";
import type { MapOutlines } from "./outlines.js";

/** Height of the strip below a map that its scale stands in, px. */
export const SCALE_STRIP = 30;
/** The bar is at most this share of the drawing's width. */
const SHARE = 0.22;
const LENGTHS_KM = [100, 50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1] as const;

/** Draws how long a kilometre is into the strip below a map; nothing where no round length is short enough. */
export function addScaleBar(
  chart: ChartElement,
  { width, height, left, pxPerKm }: MapOutlines,
  { document, palette }: ChartOptions,
): void {
  const km = LENGTHS_KM.find((length) => length * pxPerKm <= width * SHARE);
  if (km === undefined) return;
  const y = height + SCALE_STRIP - 12;
  const [from, to] = [left, left + km * pxPerKm].map((x) => Math.round(x * 10) / 10) as [number, number];
  const group = svgElement(document, "g", { "data-mark": "scale", fill: palette.muted });
  const text = svgElement(document, "text", {
    x: to + 6,
    y,
    dy: "0.32em",
    // A drawing of Plot centres its texts unless told otherwise.
    "text-anchor": "start",
  });
  text.textContent = km < 1 ? `${km * 1000}m` : `${km}km`;
  group.append(
    svgElement(document, "path", {
      d: `M${from} ${y - 4}v8m0-4H${to}m0-4v8`,
      fill: "none",
      stroke: palette.muted,
    }),
    text,
  );
  chart.append(group);
}
