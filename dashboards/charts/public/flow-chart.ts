import * as Plot from "@observablehq/plot";
import { MEASURES, type Measure } from "../../data/contract/figure.js";
import { percentHalfUp } from "../../data/indicators/rate.js";
import { number } from "../words.js";
import { drawChart, type ChartElement, type ChartWords } from "../chart.js";
import type { Facts } from "./facts.js";
import { PUBLIC_WIDTHS, type PublicChartOptions } from "./public-chart.js";
import type { FlowFinding, PublicWords } from "./public-words.js";

interface Step {
  measure: Measure;
  count: number;
  percent: string;
  /** At the date compared with; null where there is none. */
  before: number | null;
  beforePercent: string | null;
}

/** Applied → issued → held, as far as supplied. */
export function flowSteps({ now, before }: Facts): Step[] {
  return MEASURES.flatMap((measure) => {
    const current = now[measure];
    if (!current) return [];
    const then = before?.[measure] ?? null;
    return [
      {
        measure,
        count: current.count,
        percent: percentHalfUp(current.count, now.population)!,
        before: then?.count ?? null,
        beforePercent: then?.percent ?? null,
      },
    ];
  });
}

/** What the first two steps leave between them; null with fewer than two steps. */
export function flowFinding(facts: Facts): FlowFinding | null {
  const [first, second] = flowSteps(facts);
  if (!first || !second) return null;
  const { now, before } = facts;
  const compared = before && first.before !== null && second.before !== null;
  return {
    applications: now.applications?.count ?? null,
    issued: now.issued?.count ?? null,
    held: now.held?.count ?? null,
    gap: Math.max(0, first.count - second.count),
    about: facts.model.margin > 0,
    before: compared ? { as_of: before.as_of, gap: Math.max(0, first.before! - second.before!) } : null,
  };
}

/** px from one bar's words to the next one's. */
const STEP = 84;
const BAR = { from: 24, to: 48 };

/** Bars from 0 in the frame of all residents, and between them what has not come through. */
export function flowChart(
  facts: Facts,
  words: PublicWords,
  said: ChartWords,
  options: PublicChartOptions,
): ChartElement {
  const { palette, size, print } = options;
  const narrow = size === "narrow";
  const steps = flowSteps(facts);
  const gaps = steps.slice(1).map((step, i) => ({ from: step, to: steps[i]!, row: i }));
  const { population } = facts.now;
  const top = Math.max(population, ...steps.flatMap((s) => [s.count, s.before ?? 0]));
  const y = (row: number, px: number): number => row * STEP + px;
  const fill = (s: Step): string => (s.measure === facts.focus ? palette.town : palette.context);
  const rough = (n: string): string => (facts.model.margin > 0 ? words.about(n) : n);
  const text = (s: Step): string =>
    `${words.stage[s.measure]}  ${rough(words.count(s.measure, s.count))} (${rough(`${s.percent}%`)})`;
  const marks: Plot.Markish[] = [];
  for (const [row, step] of steps.entries()) {
    marks.push(
      Plot.rect([population], {
        x1: 0,
        x2: population,
        y1: y(row, BAR.from),
        y2: y(row, BAR.to),
        fill: palette.surface,
        stroke: palette.muted,
      }),
      Plot.rect([step], { x1: 0, x2: "count", y1: y(row, BAR.from), y2: y(row, BAR.to), fill: fill(step) }),
      Plot.text([step], {
        x: 0,
        y: y(row, 12),
        textAnchor: "start",
        text,
        fontWeight: 700,
        fill: palette.ink,
      }),
    );
    if (step.before === null) continue;
    marks.push(
      Plot.ruleX([step.before], {
        y1: y(row, BAR.from - 3),
        y2: y(row, BAR.to + 3),
        stroke: palette.surface,
        strokeWidth: 4,
      }),
      Plot.ruleX([step.before], {
        y1: y(row, BAR.from - 3),
        y2: y(row, BAR.to + 3),
        stroke: palette.ink,
        strokeWidth: 2,
      }),
      Plot.text([step], {
        frameAnchor: "right",
        y: y(row, 12),
        textAnchor: "end",
        text: (s: Step) =>
          `${words.month(facts.before!.as_of)} ${narrow ? "" : `${words.count(s.measure, s.before!)} `}${s.beforePercent}%`,
        fill: palette.muted,
      }),
    );
  }
  for (const { from, to, row } of gaps) {
    if (to.count <= from.count) continue;
    const gapText = gapWords(to.measure, from.measure, words);
    marks.push(
      Plot.rect([to], {
        x1: from.count,
        x2: to.count,
        y1: y(row, BAR.to + 6),
        y2: y(row, BAR.to + 14),
        fill: print ? palette.ink : palette.behind,
      }),
      Plot.text([to], {
        x: from.count,
        y: y(row, BAR.to + 11),
        dx: -6,
        textAnchor: "end",
        text: () => gapText(rough(number(to.count - from.count))),
        fill: palette.ink,
      }),
    );
  }
  marks.push(
    Plot.text([population], {
      x: 0,
      y: y(steps.length - 1, BAR.to + 14),
      textAnchor: "start",
      text: [`${words.columns.population} ${words.people(population)}`],
      fill: palette.muted,
    }),
  );
  return drawChart(options, said, {
    width: PUBLIC_WIDTHS[size],
    height: steps.length * STEP - 8,
    marginTop: 0,
    marginBottom: 0,
    marginLeft: 2,
    marginRight: 4,
    x: { domain: [0, top], axis: null },
    y: { domain: [0, steps.length * STEP], range: [0, steps.length * STEP], axis: null },
    marks,
  });
}

/** What the people and cards between two steps are called. */
function gapWords(more: Measure, less: Measure, words: PublicWords): (n: string) => string {
  if (more === "issued") return words.noLongerHeld;
  return less === "issued" ? words.notYetIssued : words.apart;
}
