import { plainCsv } from "../../data/contract/csv.js";
import type { Figure } from "../../data/contract/figure.js";

const HEADER = [
  "全国地方公共団体コード",
  "基準日",
  "地区コード",
  "年齢階級",
  "性別",
  "人口",
  "人口算出基準日",
  "申請件数",
  "交付枚数",
  "保有枚数",
];
const SEXES = { male: "男", female: "女", all: "総数" } as const;

/** A month's file as a town hall sends it. */
export const csvOf = (figures: readonly Figure[]): string =>
  plainCsv(
    HEADER,
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
