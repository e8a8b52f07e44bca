import * as Plot from "@observablehq/plot";
import type { Measure } from "../../data/contract/figure.js";
import { residentsWithout } from "../../data/indicators/milestone.js";
import { rate } from "../../data/indicators/rate.js";
import {
  drawChart,
  nameMarks,
  WIDTHS,
  type ChartElement,
  type ChartOptions,
  type ChartWords,
} from "../chart.js";
import { addHatch } from "../hatch.js";
import { shorten } from "../public/text-width.js";
import { inBandsOfLife, type DistrictAges, type HeatMode } from "./model.js";
import { shortAge } from "./words.js";

/** One district's people of one age. */
export interface HeatCell {
  code: string;
  name: string;
  age_band: string;
  population: number;
  /** Null where it was not supplied. */
  count: number | null;
  rate: number | null;
  without: number | null;
}

/** More rows than this are no picture; those with the most residents without are shown. */
export const HEAT_ROWS = 30;

/** The cells, district by district, in the tables' own bands or in bands of life. */
export function heatCells(
  districts: readonly DistrictAges[],
  measure: Measure,
  isCoarse: boolean,
): HeatCell[] {
  return districts.slice(0, HEAT_ROWS).flatMap(({ code, name, table }) =>
    (isCoarse ? inBandsOfLife(table) : table).rows.map(({ age_band, both }) => ({
      code,
      name,
      age_band,
      population: both.population,
      count: both[measure],
      rate: rate(both[measure], both.population),
      without: residentsWithout(both[measure], both.population),
    })),
  );
}

/** How a value of the heat map falls into five classes. */
export interface HeatClasses {
  classOf: (cell: HeatCell) => number | null;
  labels: readonly string[];
}

/** Districts by age: the darker, the higher the rate, or the more people are without; the number stands in the cell. */
export function heatMap(
  { cells, classes, mode }: { cells: readonly HeatCell[]; classes: HeatClasses; mode: HeatMode },
  words: ChartWords,
  options: ChartOptions,
): ChartElement {
  const { palette, size } = options;
  const ages = [...new Set(cells.map((c) => c.age_band))];
  const codes = [...new Set(cells.map((c) => c.code))];
  const names = new Map(cells.map((c) => [c.code, c.name]));
  const width = WIDTHS.full[size];
  const longest = Math.max(2, ...[...names.values()].map((n) => n.length));
  const left = Math.min(size === "wide" ? 150 : 82, 14 + longest * 13);
  const cellWidth = (width - left) / Math.max(1, ages.length);
  const hasText = cellWidth >= 24;
  const row = 25;
  const ink = (c: HeatCell): string => {
    const at = classes.classOf(c);
    return at === null ? palette.ink : palette.onScale[at]!;
  };
  const id = `hatch-heat-${size}`;
  const chart = drawChart(options, words, {
    width,
    height: codes.length * row + 26,
    marginTop: 24,
    marginBottom: 2,
    marginLeft: left,
    marginRight: 0,
    x: { axis: null, domain: ages, padding: 0 },
    y: { axis: null, domain: codes, padding: 0 },
    marks: [
      Plot.cell(cells, {
        x: "age_band",
        y: "code",
        inset: 0.75,
        fill: (c: HeatCell) => {
          if (c.count === null) return `url(#${id})`;
          const at = classes.classOf(c);
          return at === null ? palette.surface : palette.scale[at]!;
        },
        stroke: (c: HeatCell) => (classes.classOf(c) === null ? palette.grid : "none"),
        ...(options.tips && { title: tipOf }),
      }),
      ...(hasText
        ? [
            Plot.text(cells, {
              x: "age_band",
              y: "code",
              text: (c: HeatCell) =>
                mode === "people"
                  ? c.without === null
                    ? ""
                    : String(c.without)
                  : c.rate === null
                    ? ""
                    : String(Math.round(100 * c.rate)),
              fill: ink,
            }),
          ]
        : []),
      Plot.text(ages, {
        x: (a: string) => a,
        frameAnchor: "top",
        dy: -14,
        text: (a: string) => (cellWidth < 34 ? (a.split(/[-+]/)[0] ?? a) : shortAge(a)),
        fill: palette.muted,
        fontSize: 11,
      }),
      Plot.text(codes, {
        y: (c: string) => c,
        frameAnchor: "left",
        dx: -8,
        textAnchor: "end",
        text: (c: string) => shorten(names.get(c)!, (left - 10) / 12.5),
      }),
    ],
  });
  nameMarks(
    chart,
    "cell",
    cells.map((c) => c.code),
  );
  if (cells.some((c) => c.count === null)) addHatch(chart, id, options);
  return chart;
}

const tipOf = (c: HeatCell): string =>
  `${c.name} ${shortAge(c.age_band)}歳: 住民${c.population}人${c.without === null ? "" : `、${c.without}人が持っていない`}`;
