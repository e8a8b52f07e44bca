import type { Sex } from "../data/contract/figure.js";
import { compareGrain, districtGrain, type Grain } from "../data/indicators/ages/grain.js";
import { textOf } from "./query.js";
import type { Question } from "./question.js";

/** Which ages and sexes do the districts tell apart, on each as-of date? */
export const DISTRICT_GRAIN: Question<Grain[]> = {
  sql: `SELECT DISTINCT strftime(as_of, '%Y-%m-%d') AS as_of, age_band, sex
FROM district_figures`,
  read: (rows) =>
    rows
      .map((row) => ({
        as_of: textOf(row, "as_of"),
        age_band: textOf(row, "age_band"),
        sex: textOf(row, "sex") as Sex,
      }))
      .sort(compareGrain),
  from: ({ figures }) => districtGrain(figures),
};
