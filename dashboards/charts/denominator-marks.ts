import * as Plot from "@observablehq/plot";
import { denominatorChanges } from "../data/indicators/crossing.js";
import type { Total } from "../data/indicators/totals.js";
import type { ChartOptions } from "./chart.js";
import { utc } from "./time-axis.js";

/** More switches than this (a monthly population) would be noise. */
const MOST_DRAWN = 8;

/**
 * Marks at the foot of a chart where the rates begin to be divided by another population.
 * @param name what the population from then on is called.
 */
export function denominatorMarks(
  totals: readonly Total[],
  { palette }: Pick<ChartOptions, "palette">,
  name: (populationAsOf: string) => string,
): Plot.Markish[] {
  const changes = denominatorChanges(totals);
  const drawn = changes.length > MOST_DRAWN ? [] : changes;
  const x = (t: Total) => utc(t.as_of);
  return [
    Plot.ruleX(drawn, { x, y1: 0, y2: 4, stroke: palette.muted, strokeWidth: 1.5 }),
    Plot.text(drawn, {
      x,
      y: 4,
      dy: -8,
      text: (t: Total) => name(t.population_as_of!),
      textAnchor: "middle",
      fontSize: 11,
      fill: palette.muted,
    }),
  ];
}
