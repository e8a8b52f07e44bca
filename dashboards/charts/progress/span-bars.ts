import * as Plot from "@observablehq/plot";
import type { SpanChange, SpanKind } from "../../data/indicators/span-change.js";
import {
  drawChart,
  labels,
  WIDTHS,
  type ChartElement,
  type ChartOptions,
  type ChartWords,
} from "../chart.js";
import { dateJa, points } from "../words.js";

export type ComparedSpan = SpanChange & { kind: SpanKind };

/** 前回(2026年9月末)から, 計画の時点(2023年3月末)から. */
export function spanName({ kind, from }: Pick<ComparedSpan, "kind" | "from">): string {
  const words = { previous: "前回", year: "1年前", plan: "計画の時点", since_first: "最初の数字" }[kind];
  return `${words}(${dateJa(from.as_of)})から`;
}

interface Bar {
  span: string;
  part: string;
  value: number;
  isSum: boolean;
}

const PARTS = [
  { part: "カードの増減", of: (s: ComparedSpan) => s.change.cardEffect },
  { part: "人口の変化", of: (s: ComparedSpan) => s.change.populationEffect },
  { part: "合わせて", of: (s: ComparedSpan) => s.change.total },
];

/** Bars from 0 for each span: what cards did, what the denominator did, and both together, in points. */
export function spanBars(
  spans: readonly ComparedSpan[],
  words: ChartWords,
  options: ChartOptions,
): ChartElement {
  const { palette, size } = options;
  const names = spans.map(spanName);
  const bars: Bar[] = spans.flatMap((s, i) =>
    PARTS.map(({ part, of }, p) => ({ span: names[i]!, part, value: of(s), isSum: p === 2 })),
  );
  const values = bars.map((b) => b.value);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const left = 96;
  return drawChart(options, words, {
    width: WIDTHS.half[size],
    height: spans.length * 115 + 4,
    marginTop: 0,
    marginBottom: 0,
    marginLeft: left,
    marginRight: 104,
    // A span of its own for a change of nothing at all, so that the zero line still has a place.
    x: { domain: low === high ? [-1, 1] : [low, high], axis: null },
    y: { axis: null, padding: 0.22, domain: ["", ...PARTS.map(({ part }) => part)] },
    fy: { axis: null, domain: names, padding: 0 },
    marks: [
      Plot.text(names, {
        fy: (n: string) => n,
        y: () => "",
        frameAnchor: "left",
        dx: -left,
        dy: 3,
        textAnchor: "start",
        text: (n: string) => n,
        fontWeight: 700,
      }),
      Plot.barX(bars, {
        fy: "span",
        x: "value",
        y: "part",
        fill: (b: Bar) => (b.value < 0 ? palette.behind : b.isSum ? palette.ink : palette.town),
      }),
      Plot.link(bars, {
        fy: "span",
        x1: 0,
        x2: 0,
        y1: () => PARTS[0]!.part,
        y2: () => PARTS[2]!.part,
        stroke: palette.muted,
      }),
      ...labels(bars, (b: Bar) => b.isSum, {
        fy: "span",
        y: "part",
        frameAnchor: "left",
        dx: -10,
        textAnchor: "end",
        text: "part",
      }),
      ...labels(bars, (b: Bar) => b.isSum, {
        fy: "span",
        x: (b: Bar) => Math.max(0, b.value),
        y: "part",
        dx: 7,
        textAnchor: "start",
        text: (b: Bar) => `${points(b.value, 2)}ポイント`,
      }),
    ],
  });
}
