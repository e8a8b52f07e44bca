import * as Plot from "@observablehq/plot";
import { dueIn, type DueMonth } from "../../data/indicators/renewal/renewal-calendar.js";
import { drawChart, WIDTHS, type ChartElement, type ChartOptions, type ChartWords } from "../chart.js";
import { utc } from "../time-axis.js";
import { number } from "../words.js";
import { about, flowJa, monthJa, roundTop } from "./words.js";

interface Bar {
  from: Date;
  to: Date;
  low: number;
  high: number;
  kind: "certificates" | "cards";
}

const nextMonth = (date: Date): Date => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1));

/** Bars by month: cards below, certificates on them, the bound above as a line, the counter's present load across. */
export function renewalChart(
  {
    calendar,
    peak,
    share,
    pace,
  }: { calendar: readonly DueMonth[]; peak: DueMonth; share: number | null; pace: number | null },
  words: ChartWords,
  options: ChartOptions,
): ChartElement {
  const { palette, size } = options;
  const narrow = size === "narrow";
  const held = share ?? 1;
  const bars = calendar.flatMap(({ from, cards, certificates }): Bar[] => {
    const span = { from: utc(from), to: nextMonth(utc(from)) };
    const [low, high] = [cards * held, (cards + certificates) * held];
    return [
      { ...span, low: 0, high: low, kind: "cards" },
      { ...span, low, high, kind: "certificates" },
    ];
  });
  const top = roundTop(Math.max(2, dueIn(peak), pace ?? 0));
  const ends = [utc(calendar[0]!.from), nextMonth(utc(calendar.at(-1)!.from))] as const;
  const ticks = calendar.filter(({ month }) => ["01", ...(narrow ? [] : ["07"])].includes(month.slice(5)));
  const peakAt = utc(peak.from);
  // About as many of the last months as the words are wide.
  const under = calendar.slice(-Math.ceil(calendar.length * (narrow ? 0.62 : 0.2)));
  const paceLabel = Math.max(pace ?? 0, ...under.map(dueIn)) + top * 0.03;
  const late = (peakAt.getTime() - ends[0].getTime()) / (ends[1].getTime() - ends[0].getTime()) > 0.6;
  return drawChart(options, words, {
    width: WIDTHS.full[size],
    height: narrow ? 270 : 300,
    marginTop: 34,
    marginBottom: 30,
    marginLeft: 46,
    marginRight: narrow ? 14 : 24,
    x: { type: "utc", domain: ends, axis: null },
    y: { domain: [0, top], axis: null },
    marks: [
      Plot.ruleY([top / 2, top], { stroke: palette.grid }),
      Plot.axisY({
        ticks: [0, top / 2, top],
        tickSize: 0,
        tickFormat: (v: number) => number(Math.round(v)),
        fill: palette.muted,
        label: null,
      }),
      Plot.axisX({
        ticks: ticks.map((t) => utc(t.from)),
        tickFormat: (d: Date) => `${d.getUTCFullYear()}年${d.getUTCMonth() + 1}月`,
        fill: palette.muted,
        stroke: palette.grid,
        label: null,
      }),
      ...(["cards", "certificates"] as const).map((kind) =>
        Plot.rect(
          bars.filter((b) => b.kind === kind && b.high > b.low),
          {
            x1: "from",
            x2: "to",
            y1: "low",
            y2: "high",
            insetLeft: 0.75,
            insetRight: 0.75,
            fill: kind === "cards" ? palette.context : palette.town,
          },
        ),
      ),
      ...(share === null
        ? []
        : [
            Plot.link(calendar, {
              x1: (d: DueMonth) => utc(d.from),
              x2: (d: DueMonth) => nextMonth(utc(d.from)),
              y1: dueIn,
              y2: dueIn,
              stroke: palette.muted,
              strokeWidth: 1.25,
            }),
          ]),
      Plot.ruleY([0], { stroke: palette.muted }),
      ...(pace === null
        ? []
        : [
            Plot.ruleY([pace], { stroke: palette.behind, strokeWidth: 2, strokeDasharray: "5 3" }),
            // Above the bars that stand under its words, tied to the line beside the last of them.
            Plot.link([pace], {
              x1: ends[1],
              x2: ends[1],
              y1: (v: number) => v,
              y2: paceLabel,
              stroke: palette.behind,
              strokeWidth: 1.5,
            }),
            Plot.text([pace], {
              x: ends[1],
              y: paceLabel,
              dx: -4,
              dy: -9,
              textAnchor: "end",
              text: (v: number) => `いまの窓口の交付 月${flowJa(v)}枚`,
              fill: palette.ink,
              fontWeight: 700,
            }),
          ]),
      Plot.text([peak], {
        x: () => peakAt,
        y: dueIn,
        dy: -12,
        dx: late ? 8 : 0,
        textAnchor: late ? "end" : "start",
        text: (d: DueMonth) =>
          `${monthJa(d.month)} ${about(dueIn(d) * held)}件${share === null ? "(上限)" : `(上限${number(Math.round(dueIn(d)))}件)`}`,
        fontWeight: 700,
        fill: palette.ink,
      }),
      ...(options.tips
        ? [
            Plot.tip(
              calendar,
              Plot.pointerX({
                x: (d: DueMonth) => utc(d.from),
                y: (d: DueMonth) => dueIn(d) * held,
                title: (d: DueMonth) =>
                  `${monthJa(d.month)}\n電子証明書だけ ${number(Math.round(d.certificates * held))}件\nカード ${number(Math.round(d.cards * held))}件`,
              }),
            ),
          ]
        : []),
    ],
  });
}
