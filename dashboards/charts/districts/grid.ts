import * as Plot from "@observablehq/plot";
import { orderStandings, type DistrictStanding } from "../../data/indicators/district-standing.js";
import {
  drawChart,
  nameMarks,
  WIDTHS,
  type ChartElement,
  type ChartOptions,
  type ChartWords,
} from "../chart.js";
import { hatchUnknown } from "../hatch.js";
import { rateClasses } from "../rate-classes.js";
import { number } from "../words.js";

type Cell = DistrictStanding & { x: number; y: number };
interface Heading {
  y: number;
  text: string;
}

/** Squares in rows under a heading for each area, the highest rate first; one unit is one square. */
function layOut(
  standings: readonly DistrictStanding[],
  columns: number,
): { cells: Cell[]; headings: Heading[]; rows: number } {
  const cells: Cell[] = [];
  const headings: Heading[] = [];
  let y = 0;
  const areas = Map.groupBy(standings, (s) => s.area ?? "全域");
  for (const [area, members] of [...areas].sort(([a], [b]) => (a < b ? -1 : 1))) {
    headings.push({ y, text: `${area} ${number(members.length)}地区` });
    y += HEADING_ROWS;
    for (const [i, s] of orderStandings(members, "rate", true).entries()) {
      cells.push({ ...s, x: i % columns, y: y + Math.floor(i / columns) });
    }
    y += Math.ceil(members.length / columns) + 0.4;
  }
  return { cells, headings, rows: y };
}
const HEADING_ROWS = 1.7;

/** Hundreds of squares take the whole width of the page. */
export const spanOf = (standings: readonly DistrictStanding[]): "half" | "full" =>
  standings.length > 60 ? "full" : "half";

/** Districts that have no place on a map: a small square each, by area, darker where the rate is higher. */
export function districtGrid(
  standings: readonly DistrictStanding[],
  words: ChartWords,
  options: ChartOptions,
): ChartElement {
  const { palette, size } = options;
  const width = WIDTHS[spanOf(standings)][size];
  const columns = size === "narrow" ? 26 : spanOf(standings) === "full" ? 80 : 40;
  const { cells, headings, rows } = layOut(standings, columns);
  const classes = rateClasses(standings);
  const unit = width / columns;
  const chart = drawChart(options, words, {
    width,
    height: Math.ceil(rows * unit),
    margin: 0,
    x: { domain: [0, columns], axis: null },
    y: { domain: [rows, 0], axis: null },
    marks: [
      Plot.text(headings, {
        x: 0,
        y: (h: Heading) => h.y + HEADING_ROWS / 2,
        text: "text",
        textAnchor: "start",
        dx: 1,
        dy: 1,
        fill: palette.muted,
      }),
      Plot.rect(cells, {
        x1: "x",
        x2: (c: Cell) => c.x + 1,
        y1: "y",
        y2: (c: Cell) => c.y + 1,
        inset: 0.75,
        fill: (c: Cell) => (c.rate === null ? palette.surface : palette.scale[classes.classOf(c.rate)]!),
        stroke: (c: Cell) => (c.rate === null ? palette.muted : "none"),
      }),
    ],
  });
  nameMarks(
    chart,
    "rect",
    cells.map((c) => c.code),
  );
  hatchUnknown(chart, standings, `hatch-grid-${size}`, options);
  return chart;
}
