import * as Plot from "@observablehq/plot";
import type { Palette } from "../palette.js";
import type { Group } from "./groups.js";

/** A thin line over the band of each group's number, with an edge that keeps it apart from a bar below it. */
export function whiskers(
  groups: readonly Group[],
  { x1, x2, palette }: { x1: (g: Group) => number; x2: (g: Group) => number; palette: Palette },
): Plot.Markish[] {
  const ends = { x1, x2, y: "key" };
  return [
    Plot.ruleY(groups, { ...ends, stroke: palette.surface, strokeWidth: 4 }),
    Plot.ruleY(groups, { ...ends, stroke: palette.ink, strokeWidth: 1.5 }),
  ];
}
