import * as Plot from "@observablehq/plot";
import { drawChart, WIDTHS, type ChartElement, type ChartOptions, type ChartWords } from "./chart.js";
import type { EffectRow } from "./upload-effect-rows.js";
import { percent } from "./words.js";

/** More lines than this are a wall; the table has them all. */
export const EFFECT_LENGTH = 20;

/** What is written beside a district's dots: 84.2 → 84.5%(+0.3), or one percent where nothing is compared. */
const beside = ({ fromPercent, toPercent, points }: EffectRow): string =>
  points === null
    ? percent(toPercent ?? fromPercent)
    : `${fromPercent} → ${toPercent}% (${points}${points.startsWith("-") ? "▼" : ""})`;

/**
 * Dumbbells of districts' rates: a ring is what the ledger says, a dot what the file says.
 * @param rows with a rate on at least one side; a fall is drawn in the warm colour and marked ▼.
 */
export function uploadEffectChart(
  rows: readonly EffectRow[],
  words: ChartWords,
  options: ChartOptions,
): ChartElement {
  const { palette, size } = options;
  const rates = rows.flatMap((r) => [r.from, r.to]).filter((v): v is number => v !== null);
  const [low, high] = [Math.min(...rates), Math.max(...rates)];
  // At least a point wide, so that a hair's breadth does not look like a leap.
  const room = Math.max(0.01 - (high - low), (high - low) * 0.12) / 2;
  const colour = (r: EffectRow) => (r.points?.startsWith("-") ? palette.behind : palette.town);
  const longest = Math.max(2, ...rows.map((r) => r.name.length));
  const isCompared = rows.some((r) => r.points !== null);
  const labels = Math.min(size === "wide" ? 170 : isCompared ? 96 : 150, 14 + longest * 13);
  const fit = Math.floor((labels - 10) / 12.5);
  const both = rows.filter((r) => r.from !== null && r.to !== null);
  return drawChart(options, words, {
    width: WIDTHS.half[size],
    height: rows.length * 27 + 38,
    marginTop: 30,
    marginBottom: 8,
    marginLeft: labels,
    marginRight: isCompared ? (size === "wide" ? 160 : 142) : 64,
    x: { domain: [low - room, high + room] },
    y: { axis: null, domain: rows.map((r) => r.code) },
    marks: [
      Plot.gridX({ stroke: palette.grid, strokeOpacity: 1, ticks: 3 }),
      Plot.axisX({
        anchor: "top",
        ticks: 3,
        tickSize: 0,
        label: null,
        fill: palette.muted,
        tickFormat: (v: number) => `${Math.round(v * 1000) / 10}%`,
      }),
      Plot.link(both, { x1: "from", x2: "to", y1: "code", y2: "code", stroke: colour, strokeWidth: 3 }),
      Plot.dot(
        rows.filter((r) => r.from !== null),
        { x: "from", y: "code", r: 4.5, fill: palette.surface, stroke: palette.context, strokeWidth: 2 },
      ),
      Plot.dot(
        rows.filter((r) => r.to !== null),
        { x: "to", y: "code", r: 5, fill: colour },
      ),
      Plot.text(rows, {
        y: "code",
        frameAnchor: "left",
        dx: -8,
        textAnchor: "end",
        text: (r: EffectRow) => (r.name.length > fit ? `${r.name.slice(0, fit - 1)}…` : r.name),
      }),
      Plot.text(rows, { y: "code", frameAnchor: "right", dx: 10, textAnchor: "start", text: beside }),
    ],
  });
}
