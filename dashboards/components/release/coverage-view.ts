import { PAGE_PALETTE } from "../../charts/palette.js";
import { coverageChart, type CoverageRow } from "../../charts/release-coverage.js";
import { coverageTitle } from "./coverage.js";
import type { Report } from "./types.js";
import { TABLE_NAMES } from "./words.js";

/** Draws the chart where `coverageSection` left room. */
export function mountCoverage(place: HTMLElement, { tables = [] }: Report): void {
  const room = place.querySelector("[data-coverage]");
  if (!room) return;
  const rows = tables.map(({ kind, series, hidden }): CoverageRow => ({
    name: TABLE_NAMES[kind],
    shown: series - hidden,
    hidden,
  }));
  for (const size of ["narrow", "wide"] as const) {
    room
      .querySelector(`.chart-${size}`)!
      .append(coverageChart(rows, coverageTitle(tables), { document, size, palette: PAGE_PALETTE }));
  }
}
