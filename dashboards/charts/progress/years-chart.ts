import * as Plot from "@observablehq/plot";
import type { Measure } from "../../data/contract/figure.js";
import { fiscalYearJa, type FiscalYear } from "../../data/indicators/fiscal-years.js";
import { percentHalfUp } from "../../data/indicators/rate.js";
import { drawChart, WIDTHS, type ChartElement, type ChartOptions, type ChartWords } from "../chart.js";
import { number, percent } from "../words.js";

const MONTHS = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3];

/** +1,234; -56; ±0. */
export const signed = (n: number): string => (n > 0 ? `+${number(n)}` : n < 0 ? `-${number(-n)}` : "±0");

interface Bar {
  year: number;
  month: number;
  added: number;
}

/** One panel a fiscal year, a bar a month: what was added to the count. Side by side, on a phone one below the other. */
export function yearsChart(
  { years, measure }: { years: readonly FiscalYear[]; measure: Measure },
  words: ChartWords,
  options: ChartOptions,
): ChartElement {
  const { palette, size } = options;
  const narrow = size === "narrow";
  const bars: Bar[] = years.flatMap(({ year, months }) =>
    months.flatMap(({ month, added }) => (added === null ? [] : [{ year, month, added }])),
  );
  const newest = years.at(-1)!.year;
  const values = bars.map((b) => b.added);
  const [low, high] = [Math.min(0, ...values), Math.max(1, ...values)];
  const largest = bars.reduce((a, b) => (Math.abs(b.added) > Math.abs(a.added) ? b : a), bars[0]!);
  const marked = bars.filter((b) => b === largest || b === bars.at(-1));
  const panel = narrow ? "fy" : "fx";
  const name = ({ year, added, end }: FiscalYear): string =>
    `${fiscalYearJa(year)} ${added === null ? "" : `${signed(added)}、`}${percent(percentHalfUp(end[measure], end.population))}に`;
  return drawChart(options, words, {
    width: WIDTHS.full[size],
    height: narrow ? years.length * 150 + 10 : 250,
    marginTop: narrow ? 0 : 34,
    marginBottom: narrow ? 0 : 26,
    marginLeft: 6,
    marginRight: 6,
    x: { domain: MONTHS, axis: null, padding: 0.25 },
    y: {
      domain: [low, high],
      axis: null,
      insetTop: narrow ? 48 : 18,
      insetBottom: narrow ? 22 : low < 0 ? 14 : 0,
    },
    [panel]: { axis: null, domain: years.map((y) => y.year), padding: narrow ? 0 : 0.08 },
    marks: [
      Plot.barY(bars, {
        [panel]: "year",
        x: "month",
        y: "added",
        fill: (b: Bar) => (b.added < 0 ? palette.behind : b.year === newest ? palette.town : palette.context),
      }),
      Plot.ruleY([0], { stroke: palette.muted }),
      Plot.text(years, {
        [panel]: "year",
        frameAnchor: "top-left",
        dy: narrow ? 4 : -27,
        text: name,
        fontWeight: 700,
        fill: (y: FiscalYear) => (y.year === newest ? palette.town : palette.ink),
      }),
      ...[1, -1].map((side) =>
        Plot.text(
          marked.filter((b) => b.added < 0 === side < 0),
          {
            [panel]: "year",
            x: "month",
            y: "added",
            dy: side * -8,
            text: (b: Bar) => signed(b.added),
          },
        ),
      ),
      Plot.text(
        years.flatMap(({ year }) => [4, 7, 10, 1].map((month) => ({ year, month }))),
        {
          [panel]: "year",
          x: "month",
          frameAnchor: "bottom",
          dy: narrow ? -6 : 16,
          text: (t: { month: number }) => `${t.month}月`,
          fill: palette.muted,
        },
      ),
    ],
  });
}
