import { isExact } from "../../data/disclosure/published.js";
import { PLAN_LINE_PERCENT } from "../../data/indicators/milestone.js";
import type { ChartElement, ChartWords } from "../chart.js";
import { ratesOverTime } from "../rates-over-time.js";
import type { Facts } from "./facts.js";
import { PUBLIC_WIDTHS, type PublicChartOptions } from "./public-chart.js";
import type { PublicWords } from "./public-words.js";

/** The rates from the first date to the last, as residents read them. At least two dates. */
export function progressChart(
  { model, focus }: Facts,
  words: PublicWords,
  said: ChartWords,
  options: PublicChartOptions,
): ChartElement {
  const { totals, release } = model;
  const isRough = (asOf: string): boolean => !isExact(totals.find((t) => t.as_of === asOf)!);
  return ratesOverTime(
    { totals, focus, exact: totals.every(isExact) },
    {
      rate: (measure) => words.rate[measure],
      value: ({ as_of, percent }) => (isRough(as_of) ? words.about(`${percent}%`) : `${percent}%`),
      planLine: words.planLine(release.municipality.code),
      populationOf: words.populationOf,
      date: words.month,
      reached: (measure) => words.reached(measure, PLAN_LINE_PERCENT),
      year: words.year,
    },
    said,
    {
      ...options,
      frame: { width: PUBLIC_WIDTHS[options.size], height: options.size === "narrow" ? 340 : 380 },
    },
  );
}
