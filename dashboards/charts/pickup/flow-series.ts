import * as Plot from "@observablehq/plot";
import { per30Days, type FlowInterval } from "../../data/indicators/flow/pickup-flow.js";
import {
  drawChart,
  labels,
  spread,
  WIDTHS,
  type ChartElement,
  type ChartOptions,
  type ChartWords,
} from "../chart.js";
import { timeTicks, utc } from "../time-axis.js";
import { dateJa } from "../words.js";
import { flowJa, roundTop } from "./words.js";
import { timeAndCountAxes } from "./time-and-count-axes.js";

/** A flow between two dates, told for 30 days. */
interface FlowLine {
  name: "申請" | "交付";
  unit: string;
  from: string;
  to: string;
  value: number;
}

/** Applications and cards issued per 30 days, each interval as wide as it is long: the counter beside what comes in. */
export function flowSeries(
  intervals: readonly FlowInterval[],
  words: ChartWords,
  options: ChartOptions,
): ChartElement {
  const { palette, size } = options;
  const narrow = size === "narrow";
  const lines = intervals.flatMap(({ from, to, days, applied, issued }): FlowLine[] => {
    const line = (name: FlowLine["name"], unit: string, count: number | null): FlowLine[] => {
      const value = per30Days(count, days);
      return value === null ? [] : [{ name, unit, from, to, value }];
    };
    return [...line("申請", "件", applied), ...line("交付", "枚", issued)];
  });
  const frame = { height: narrow ? 220 : 250, marginTop: 26, marginBottom: 28 };
  const inner = frame.height - frame.marginTop - frame.marginBottom;
  const values = lines.map((l) => l.value);
  const [low, top] = [Math.min(0, ...values), roundTop(Math.max(2, ...values))];
  const ends = (["交付", "申請"] as const).flatMap((name) => lines.filter((l) => l.name === name).slice(-1));
  const endY = spread(
    ends.map((e) => ((top - e.value) / (top - low)) * inner),
    narrow ? 32 : 18,
    inner,
  );
  const [first, last] = [intervals[0]!.from, intervals.at(-1)!.to];
  const ticks = timeTicks(first, last, true);
  const isOut = (l: FlowLine) => l.name === "交付";
  const colour = (l: FlowLine) => (isOut(l) ? palette.town : palette.context);
  return drawChart(options, words, {
    width: WIDTHS.half[size],
    ...frame,
    marginLeft: 46,
    marginRight: narrow ? 74 : 124,
    x: { type: "utc", domain: [utc(first), utc(last)], axis: null },
    y: { domain: [low, top], axis: null },
    marks: [
      ...timeAndCountAxes(top, ticks, palette),
      Plot.ruleY([0], { stroke: palette.muted }),
      ...[false, true].map((out) =>
        Plot.link(
          lines.filter((l) => isOut(l) === out),
          {
            x1: (l: FlowLine) => utc(l.from),
            x2: (l: FlowLine) => utc(l.to),
            y1: "value",
            y2: "value",
            stroke: colour,
            strokeWidth: out ? 4 : 2.5,
            strokeDasharray: out ? "none" : "3 2",
          },
        ),
      ),
      ...labels(
        ends.map((e, i) => ({ ...e, label: top - (endY[i]! / inner) * (top - low) })),
        isOut,
        {
          x: (l: FlowLine) => utc(l.to),
          y: "label",
          dx: 8,
          textAnchor: "start",
          lineHeight: 1.15,
          text: (l: FlowLine) => `${l.name}${narrow ? "\n" : " "}${flowJa(l.value)}${l.unit}/30日`,
          fill: colour,
        },
      ),
      ...(options.tips
        ? [
            Plot.tip(
              lines,
              Plot.pointer({
                x: (l: FlowLine) => utc(l.to),
                y: "value",
                title: (l: FlowLine) =>
                  `${l.name} ${flowJa(l.value)}${l.unit}/30日\n${dateJa(l.from)}から${dateJa(l.to)}`,
              }),
            ),
          ]
        : []),
    ],
  });
}
