import * as Plot from "@observablehq/plot";
import { isShort, type AgeGap } from "../../data/indicators/ages/age-gap.js";
import { drawChart, WIDTHS, type ChartElement, type ChartOptions, type ChartWords } from "../chart.js";
import { addHatch } from "../hatch.js";
import { toTens } from "../../data/indicators/printed.js";
import { roomForLabels } from "../public/text-width.js";
import { counted, NO_NUMBER } from "../words.js";
import { shortAge } from "./words.js";

/** Bars from 0: what each age lacks to the plan's line (dark), and from there to everybody (light). */
export function lineChart(gaps: readonly AgeGap[], words: ChartWords, options: ChartOptions): ChartElement {
  const { palette, size } = options;
  const rows = gaps.toReversed();
  const told = rows.filter((g) => g.without !== null);
  const unknown = rows.filter((g) => g.without === null);
  const most = Math.max(1, ...told.map((g) => g.without!));
  const chart = drawChart(options, words, {
    width: WIDTHS.half[size],
    height: rows.length * (rows.length <= 8 ? 34 : 20) + 8,
    marginTop: 4,
    marginBottom: 4,
    marginLeft: 62,
    marginRight: roomForLabels(rows.map(lacks), size === "wide" ? 124 : 106),
    x: { domain: [0, most], axis: null },
    y: { axis: null, domain: rows.map((g) => g.age_band), padding: 0.25 },
    marks: [
      Plot.barX(unknown, {
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
        text: lacks,
      }),
    ],
  });
  if (unknown.length > 0) addHatch(chart, `hatch-line-${size}`, options);
  return chart;
}

/** What stands at the end of a bar: to the plan's line, and to everybody. */
function lacks(g: AgeGap): string {
  if (g.without === null) return NO_NUMBER;
  const everybody = `${counted(g.without, g.leaves)}人`;
  if (g.toPlanLine === 0) return `88%達成・${everybody}`;
  if (!isShort(g)) return `88%前後・${everybody}`;
  return `${counted(g.leaves > 0 ? toTens(g.toPlanLine!) : g.toPlanLine, g.leaves)}人・${everybody}`;
}
