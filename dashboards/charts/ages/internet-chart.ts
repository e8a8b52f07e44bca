import * as Plot from "@observablehq/plot";
import { drawChart, WIDTHS, type ChartElement, type ChartOptions, type ChartWords } from "../chart.js";

/** One span of ages: who has a card here, and who uses the internet nationwide. In percent. */
export interface InternetRow {
  name: string;
  card: number;
  /** As it is told: 84.2%, of prints 約84%. */
  cardText: string;
  internet: number;
  /** As the survey has it: 61%, 90%以上. */
  internetText: string;
}

/** Two points a span of ages, on one axis from 0 to everybody: ● the cards here, ◇ the internet nationwide. */
export function internetChart(
  rows: readonly InternetRow[],
  cardName: string,
  words: ChartWords,
  options: ChartOptions,
): ChartElement {
  const { palette, size } = options;
  const top = Math.max(100, ...rows.map((r) => r.card));
  const row = 74;
  return drawChart(options, words, {
    width: WIDTHS.half[size],
    height: rows.length * row + 36,
    marginTop: 4,
    marginBottom: 32,
    marginLeft: 76,
    marginRight: 30,
    x: { domain: [0, top], axis: null },
    y: { axis: null, domain: rows.map((r) => r.name), padding: 0.5 },
    marks: [
      Plot.ruleX([0, 25, 50, 75, 100], { stroke: palette.grid }),
      Plot.axisX([0, 50, 100], {
        tickFormat: (v: number) => `${v}%`,
        tickSize: 0,
        fill: palette.muted,
        label: null,
      }),
      Plot.ruleY(rows, { y: "name", x1: "card", x2: "internet", stroke: palette.muted, strokeWidth: 2 }),
      Plot.dot(rows, {
        x: "internet",
        y: "name",
        r: 6,
        symbol: "diamond",
        fill: palette.surface,
        stroke: palette.context,
        strokeWidth: 2,
      }),
      Plot.dot(rows, { x: "card", y: "name", r: 6, fill: palette.town }),
      Plot.text(rows, { y: "name", frameAnchor: "left", dx: -8, textAnchor: "end", text: "name" }),
      Plot.text(rows, {
        x: "card",
        y: "name",
        dy: -19,
        text: (r: InternetRow) => `${cardName}${r.cardText}`,
        textAnchor: "end",
        dx: 14,
        fontWeight: 700,
      }),
      Plot.text(rows, {
        x: "internet",
        y: "name",
        dy: 20,
        text: (r: InternetRow) => `ネット${r.internetText}`,
        textAnchor: "end",
        dx: 14,
        fill: palette.muted,
      }),
    ],
  });
}
