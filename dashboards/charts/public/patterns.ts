import type { ChartElement } from "../chart.js";
import type { PublicChartId, PublicChartOptions } from "./public-chart.js";

const SVG = "http://www.w3.org/2000/svg";

/** The fill of what is withheld. Its id names chart and size: a pattern in a hidden drawing paints nowhere else. */
export const withheldFill = (id: PublicChartId, { size }: PublicChartOptions): string =>
  `url(#withheld-${id}-${size})`;

/** Adds the diagonal hatch that `withheldFill` refers to; once for a chart. */
export function addWithheldPattern(
  chart: ChartElement,
  id: PublicChartId,
  { document, palette, size }: PublicChartOptions,
): void {
  const element = (name: string, attributes: Record<string, string>) => {
    const node = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    return node;
  };
  const pattern = element("pattern", {
    id: `withheld-${id}-${size}`,
    width: "6",
    height: "6",
    patternUnits: "userSpaceOnUse",
    patternTransform: "rotate(45)",
  });
  pattern.append(
    element("rect", { width: "6", height: "6", fill: palette.surface }),
    element("rect", { width: "1.5", height: "6", fill: palette.muted }),
  );
  const definitions = element("defs", {});
  definitions.append(pattern);
  chart.prepend(definitions);
}
