import type { ReadFigure } from "../../../worker/intake/read-rows.js";

/** A figure as a file's row gives it: a town of one cell a district, unless told otherwise. */
export const figureOf = (part: Partial<ReadFigure>): ReadFigure => ({
  municipality: "173843",
  as_of: "2026-10-31",
  district: "01",
  age_band: "all",
  sex: "all",
  population: 100,
  population_as_of: null,
  applications: null,
  issued: 50,
  held: null,
  row: 2,
  area: null,
  ...part,
});
