import * as Plot from "@observablehq/plot";
import type { BacktestRow } from "../../data/indicators/forecast/backtest-row.js";
import {
  drawChart,
  labels,
  WIDTHS,
  type ChartElement,
  type ChartOptions,
  type ChartWords,
} from "../chart.js";
import { groupHeadings } from "../group-headings.js";

/** The ways of forecasting that are compared, as the page names them. */
export const WAYS = [
  { key: "model", name: "全国の動きも使う" },
  { key: "alone", name: "町の数字だけ" },
  { key: "constant", name: "一定のペース" },
  { key: "slope", name: "直線で延ばす" },
] as const satisfies readonly { key: keyof BacktestRow; name: string }[];

interface Bar {
  goal: string;
  name: string;
  value: number;
  used: boolean;
}

/** Bars from 0: the mean error of each way at each horizon; the way this page used in the town's colour. */
export function backtestChart(
  { rows, used }: { rows: readonly BacktestRow[]; used: "model" | "alone" },
  words: ChartWords,
  options: ChartOptions,
): ChartElement {
  const { palette, size } = options;
  const bars: Bar[] = rows.flatMap((row) =>
    WAYS.map(({ key, name }) => ({
      goal: `${row.horizon}日先`,
      name,
      value: row[key],
      used: key === used,
    })),
  );
  const goals = rows.map((r) => `${r.horizon}日先`);
  return drawChart(options, words, {
    width: WIDTHS.half[size],
    height: goals.length * 122,
    marginTop: 0,
    marginBottom: 0,
    marginLeft: 126,
    marginRight: 84,
    x: { domain: [0, Math.max(...bars.map((b) => b.value))], axis: null },
    y: { axis: null, padding: 0.24, domain: ["", ...WAYS.map((w) => w.name)] },
    fy: { axis: null, domain: goals, padding: 0 },
    marks: [
      groupHeadings(goals, 126),
      Plot.barX(bars, {
        fy: "goal",
        x: "value",
        y: "name",
        fill: (b: Bar) => (b.used ? palette.town : palette.context),
      }),
      Plot.text(bars, {
        fy: "goal",
        y: "name",
        frameAnchor: "left",
        dx: -8,
        textAnchor: "end",
        text: "name",
        fill: palette.muted,
      }),
      ...labels(bars, (b: Bar) => b.used, {
        fy: "goal",
        x: "value",
        y: "name",
        dx: 6,
        textAnchor: "start",
        text: (b: Bar) => b.value.toFixed(2),
      }),
    ],
  });
}
