import type { DistrictStanding } from "../data/indicators/district-standing.js";
import type { ChartElement, ChartOptions } from "./chart.js";
import { svgElement } from "./svg-element.js";

/**
 * Draws districts without a number hatched instead of filled.
 * @param id of the pattern, unique in the page: a pattern inside a hidden chart paints nothing elsewhere.
 */
export function hatchUnknown(
  chart: ChartElement,
  standings: readonly DistrictStanding[],
  id: string,
  { document, palette }: ChartOptions,
): void {
  const unknown = new Set(standings.filter((s) => s.count === null).map((s) => s.code));
  if (unknown.size === 0) return;
  addHatch(chart, id, { document, palette });
  for (const mark of chart.querySelectorAll('g[data-mark="rect"] > rect')) {
    if (unknown.has(mark.getAttribute("data-district") ?? "")) {
      mark.setAttribute("fill", `url(#${id})`);
      mark.setAttribute("stroke", palette.muted);
    }
  }
}

/** Puts the hatch into the drawing under an id, for marks that fill themselves with `url(#id)`. */
export function addHatch(
  chart: ChartElement,
  id: string,
  { document, palette }: Pick<ChartOptions, "document" | "palette">,
): void {
  const pattern = svgElement(document, "pattern", {
    id,
    width: "6",
    height: "6",
    patternUnits: "userSpaceOnUse",
    patternTransform: "rotate(45)",
  });
  pattern.append(
    svgElement(document, "rect", { width: "6", height: "6", fill: palette.surface }),
    svgElement(document, "rect", { width: "1.5", height: "6", fill: palette.muted }),
  );
  chart.prepend(pattern);
}
