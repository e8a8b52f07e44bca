import * as Plot from "@observablehq/plot";
import { MILESTONES_PERCENT, countToMilestone, residentsWithout } from "../../data/indicators/milestone.js";
import { drawChart, labels, spread, type ChartElement, type ChartWords } from "../chart.js";
import type { Facts } from "./facts.js";
import { isAbout, toldWithout } from "./groups.js";
import { PUBLIC_WIDTHS, type PublicChartOptions } from "./public-chart.js";
import type { PublicWords } from "./public-words.js";
import { widthInEm } from "./text-width.js";

/** A year and the month it began with. */
const MOST_COLUMNS = 13;

interface Column {
  as_of: string;
  /** In tens where `about`. */
  without: number;
  about: boolean;
}

interface Goal {
  percent: number;
  /** Residents without at which the goal is reached, by the newest population. */
  level: number;
  /** How many are missing to it. */
  people: number;
  about: boolean;
}

/** Residents without, date by date; the newest at most. */
export function remainingColumns({ model, focus }: Facts): Column[] {
  return model.totals
    .flatMap((t) => {
      const without = residentsWithout(t[focus], t.population);
      if (without === null) return [];
      return [{ as_of: t.as_of, without: toldWithout({ ...t, without }), about: isAbout(t) }];
    })
    .slice(-MOST_COLUMNS);
}

/** The milestones below everybody, highest level first. */
export function remainingGoals({ now, focus, model }: Facts): Goal[] {
  const { count } = now[focus]!;
  return MILESTONES_PERCENT.filter((percent) => percent < 100).map((percent) => ({
    percent,
    level: now.population - countToMilestone(0, now.population, percent),
    people: toldWithout({ ...model, without: countToMilestone(count, now.population, percent) }),
    about: isAbout(model),
  }));
}

/** Columns from 0: residents without; dotted lines say how far down each milestone is. */
export function remainingChart(
  facts: Facts,
  words: PublicWords,
  said: ChartWords,
  options: PublicChartOptions,
): ChartElement {
  const { palette, size, print } = options;
  const narrow = size === "narrow";
  const columns = remainingColumns(facts);
  const goals = remainingGoals(facts);
  const last = columns.at(-1)!;
  const em = narrow ? 12 : 13;
  const people = (c: Column): string =>
    c.about ? words.about(words.people(c.without)) : words.people(c.without);
  const goal = (g: Goal): string =>
    `${words.goal(g.percent)}${narrow ? "\n" : " "}${words.remaining(g.people, g.about)}`;
  const longest = Math.max(...goals.flatMap((g) => goal(g).split("\n")).map(widthInEm));
  const frame = {
    width: PUBLIC_WIDTHS[size],
    height: narrow ? 270 : 300,
    marginTop: 24,
    marginRight: Math.max(narrow ? 92 : 140, longest * em + 12),
    marginBottom: 28,
    // The first number stands over the middle of a column that is narrower than it.
    marginLeft: Math.max(14, (widthInEm(people(columns[0]!)) * em) / 2 - 8),
  };
  const top = Math.max(1, ...columns.map((c) => c.without), ...goals.map((g) => g.level)) * 1.02;
  const height = frame.height - frame.marginTop - frame.marginBottom;
  const pixels = spread(
    goals.map((g) => (1 - g.level / top) * height),
    narrow ? 30 : 18,
    height,
  );
  const placed = goals.map((g, i) => ({ ...g, label: top * (1 - pixels[i]! / height) }));
  const compared = columns.findIndex((c) => c.as_of === facts.before?.as_of);
  // The one compared with has its number where no neighbour's is in the way.
  const spoken = columns.filter(
    (_, i) => i === 0 || i === columns.length - 1 || (i === compared && i > 1 && i < columns.length - 2),
  );
  // The words reach outwards from the columns when there are few, inwards when they fill the drawing.
  const few = columns.length < 6;
  const inset = few ? 22 : narrow ? 8 : 16;
  const month = (column: Column, side: "first" | "last" | "only"): Plot.Markish =>
    Plot.text([column], {
      x: "as_of",
      frameAnchor: "bottom",
      dy: 17,
      dx: side === "only" ? 0 : (side === "first") === few ? inset : -inset,
      text: (c: Column) => words.month(c.as_of),
      textAnchor: side === "only" ? "middle" : (side === "first") === few ? "end" : "start",
      fill: palette.muted,
    });
  return drawChart(options, said, {
    ...frame,
    x: {
      type: "band",
      domain: columns.map((c) => c.as_of),
      axis: null,
      paddingInner: 0.25,
      // A few columns stand in the middle instead of filling the drawing.
      paddingOuter: Math.max(0.1, (4 - columns.length) / 2),
    },
    y: { domain: [0, top], axis: null },
    marks: [
      Plot.barY(columns, {
        x: "as_of",
        y: "without",
        fill: (c: Column) => (c === last ? palette.town : print ? palette.grid : palette.scale[1]!),
      }),
      Plot.ruleY(goals, { y: "level", stroke: palette.surface, strokeWidth: 3 }),
      Plot.ruleY(goals, { y: "level", stroke: palette.ink, strokeDasharray: "2 3" }),
      Plot.text(placed, {
        y: "label",
        frameAnchor: "right",
        dx: 8,
        textAnchor: "start",
        lineHeight: 1.15,
        text: goal,
      }),
      Plot.ruleY([0], { stroke: palette.muted }),
      ...labels(spoken, (c: Column) => c === last, {
        x: "as_of",
        y: "without",
        dy: -9,
        text: people,
        stroke: palette.surface,
        strokeWidth: 4,
        fill: palette.ink,
      }),
      ...(columns.length > 1 ? [month(columns[0]!, "first")] : []),
      month(last, columns.length > 1 ? "last" : "only"),
    ],
  });
}
