import { plainCsv } from "../../data/contract/csv.js";
import type { Figure } from "../../data/contract/figure.js";
import { MONTH_COLUMNS } from "../sample/month-columns.js";

const SEXES = { male: "男", female: "女", all: "総数" } as const;

/** A month's file as a town hall sends it. */
export const csvOf = (figures: readonly Figure[]): string =>
  plainCsv(
    MONTH_COLUMNS,
    figures.map((f) => [
      f.municipality,
      f.as_of,
      f.district,
      f.age_band === "all" ? "総数" : f.age_band,
      SEXES[f.sex],
      f.population,
      f.population_as_of,
      f.applications,
      f.issued,
      f.held,
    ]),
  );
