import * as Plot from "@observablehq/plot";
import { MEASURES, type Measure } from "../../data/contract/figure.js";
import type { Headline } from "../../data/indicators/headline.js";
import { PLAN_LINE_PERCENT } from "../../data/indicators/milestone.js";
import {
  drawChart,
  labels,
  WIDTHS,
  type ChartElement,
  type ChartOptions,
  type ChartWords,
} from "../chart.js";
import { groupHeadings } from "../group-headings.js";
import { rateName, remaining } from "../words.js";

interface Row {
  goal: string;
  measure: Measure;
  name: string;
  people: number;
}

/** What each measure lacks to each goal beyond the plan's line, in the order in which the card shows it. */
export function remainingRows(headline: Headline): Row[] {
  const goals = (headline.applications ?? headline.issued ?? headline.held)?.milestones ?? [];
  return goals
    .filter(({ percent }) => percent > PLAN_LINE_PERCENT)
    .flatMap(({ percent }) =>
      MEASURES.flatMap((measure) => {
        const people = headline[measure]?.milestones.find((m) => m.percent === percent)?.remaining;
        const goal = percent === 100 ? "100%(全住民)まで" : `${percent}%まで`;
        return people === undefined ? [] : [{ goal, measure, name: rateName(measure), people }];
      }),
    );
}

/** Bars from 0: how many people are missing to 90, 95 and 100% by each measure. */
export function milestonesRemaining(
  { headline, focus }: { headline: Headline; focus: Measure },
  words: ChartWords,
  options: ChartOptions,
): ChartElement {
  const { palette, size } = options;
  const rows = remainingRows(headline);
  const goals = [...new Set(rows.map((r) => r.goal))];
  const measures = rows.length / Math.max(1, goals.length);
  return drawChart(options, words, {
    width: WIDTHS.half[size],
    height: goals.length * (34 + measures * 27) + 4,
    marginTop: 0,
    marginBottom: 0,
    marginLeft: 82,
    marginRight: 96,
    x: { domain: [0, Math.max(1, ...rows.map((r) => r.people))], axis: null },
    y: {
      axis: null,
      padding: 0.22,
      domain: ["", ...MEASURES.map(rateName).filter((n) => rows.some((r) => r.name === n))],
    },
    fy: { axis: null, domain: goals, padding: 0 },
    marks: [
      groupHeadings(goals, 82),
      Plot.barX(rows, {
        fy: "goal",
        x: "people",
        y: "name",
        fill: (r: Row) => (r.measure === focus ? palette.town : palette.context),
      }),
      Plot.text(rows, {
        fy: "goal",
        y: "name",
        frameAnchor: "left",
        dx: -8,
        textAnchor: "end",
        text: "name",
        fill: palette.muted,
      }),
      ...labels(rows, (r: Row) => r.measure === focus, {
        fy: "goal",
        x: "people",
        y: "name",
        dx: 6,
        textAnchor: "start",
        text: (r: Row) => remaining(r.people),
      }),
    ],
  });
}
