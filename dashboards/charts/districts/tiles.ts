import * as Plot from "@observablehq/plot";
import type { DistrictStanding } from "../../data/indicators/district-standing.js";
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
import { percent } from "../words.js";

/** Whether every district with figures has its own place in the schematic map. */
export function hasTiles(standings: readonly DistrictStanding[]): boolean {
  const places = new Set(standings.map((s) => `${s.tile_x},${s.tile_y}`));
  return (
    standings.length > 0 &&
    places.size === standings.length &&
    standings.every((s) => s.tile_x !== null && s.tile_y !== null)
  );
}

/**
 * The schematic map: one tile a district, darker where the rate is higher; each carries its name and rate.
 */
export function districtTiles(
  standings: readonly DistrictStanding[],
  words: ChartWords,
  options: ChartOptions,
): ChartElement {
  const { palette, size } = options;
  const classes = rateClasses(standings);
  const columns = Math.max(...standings.map((s) => s.tile_x!)) + 1;
  const rows = Math.max(...standings.map((s) => s.tile_y!)) + 1;
  const width = WIDTHS.half[size];
  const tile = Math.min(width / columns, size === "wide" ? 104 : 84);
  const height = Math.max(44, Math.min(tile, size === "wide" ? 72 : 60));
  const fill = (s: DistrictStanding) =>
    s.rate === null ? palette.surface : palette.scale[classes.classOf(s.rate)]!;
  const ink = (s: DistrictStanding) =>
    s.rate === null ? palette.ink : palette.onScale[classes.classOf(s.rate)]!;
  const fit = Math.max(2, Math.floor((tile - 8) / 12.5));
  const side = (width - tile * columns) / 2;
  const chart = drawChart(options, words, {
    width,
    height: rows * height + 2,
    marginTop: 1,
    marginBottom: 1,
    marginLeft: side,
    marginRight: side,
    x: { domain: [0, columns], axis: null },
    y: { domain: [rows, 0], axis: null },
    marks: [
      Plot.rect(standings, {
        x1: "tile_x",
        x2: (s: DistrictStanding) => s.tile_x! + 1,
        y1: "tile_y",
        y2: (s: DistrictStanding) => s.tile_y! + 1,
        fill,
        inset: 1.5,
        rx: 4,
      }),
      Plot.text(standings, {
        x: (s: DistrictStanding) => s.tile_x! + 0.5,
        y: (s: DistrictStanding) => s.tile_y! + 0.5,
        text: (s: DistrictStanding) =>
          `${s.name.length > fit ? `${s.name.slice(0, fit - 1)}…` : s.name}\n${percent(s.percent)}`,
        fill: ink,
        lineHeight: 1.3,
      }),
    ],
  });
  for (const group of ["rect", "text"])
    nameMarks(
      chart,
      group,
      standings.map((s) => s.code),
    );
  hatchUnknown(chart, standings, `hatch-tiles-${size}`, options);
  return chart;
}
