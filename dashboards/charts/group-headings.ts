import * as Plot from "@observablehq/plot";

/**
 * The names of groups of bars, each on the empty first row of its facet.
 * @param left the chart's left margin, px: a heading begins at the drawing's edge.
 */
export const groupHeadings = (groups: readonly string[], left: number): Plot.Markish =>
  Plot.text(groups, {
    fy: (g: string) => g,
    y: () => "",
    frameAnchor: "left",
    dx: -left,
    dy: 3,
    textAnchor: "start",
    text: (g: string) => g,
    fontWeight: 700,
  });
