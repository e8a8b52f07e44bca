import * as Plot from "@observablehq/plot";
import type { AgeGap } from "../../data/indicators/ages/age-gap.js";
import { drawChart, WIDTHS, type ChartElement, type ChartOptions, type ChartWords } from "../chart.js";
import { addHatch } from "../hatch.js";
import { number, WITHHELD } from "../words.js";
import { shortAge } from "./words.js";

/** Bars from 0: what each age lacks to the plan's line (dark), and from there to everybody (light). */
export function lineChart(gaps: readonly AgeGap[], words: ChartWords, options: ChartOptions): ChartElement {
  const { palette, size } = options;
  const rows = gaps.toReversed();
  const told = rows.filter((g) => g.without !== null);
  const hidden = rows.filter((g) => g.without === null);
  const most = Math.max(1, ...told.map((g) => g.without!));
  const chart = drawChart(options, words, {
    width: WIDTHS.half[size],
    height: rows.length * (rows.length <= 8 ? 34 : 20) + 8,
    marginTop: 4,
    marginBottom: 4,
    marginLeft: 62,
    marginRight: size === "wide" ? 124 : 106,
    x: { domain: [0, most], axis: null },
    y: { axis: null, domain: rows.map((g) => g.age_band), padding: 0.25 },
    marks: [
      Plot.barX(hidden, {
        x: () => most / 3,
        y: "age_band",
        fill: `url(#hatch-line-${size})`,
        stroke: palette.muted,
      }),
      Plot.barX(told, { x: "without", y: "age_band", fill: palette.surface, stroke: palette.town }),
      Plot.barX(told, { x: "toPlanLine", y: "age_band", fill: palette.behind }),
      Plot.ruleX([0], { stroke: palette.muted }),
      Plot.text(rows, {
        y: "age_band",
        frameAnchor: "left",
        dx: -8,
        textAnchor: "end",
        text: (g: AgeGap) => shortAge(g.age_band),
      }),
      Plot.text(rows, {
        x: (g: AgeGap) => g.without ?? most / 3,
        y: "age_band",
        dx: 8,
        textAnchor: "start",
        text: (g: AgeGap) =>
          g.without === null
            ? WITHHELD
            : g.toPlanLine === 0
              ? `88%達成・${number(g.without)}人`
              : `${number(g.toPlanLine)}人・${number(g.without)}人`,
      }),
    ],
  });
  if (hidden.length > 0) addHatch(chart, `hatch-line-${size}`, options);
  return chart;
}
