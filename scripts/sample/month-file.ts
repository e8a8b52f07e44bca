import { plainCsv } from "../../data/contract/csv.js";
import type { MonthOfCells } from "./adoption.js";
import { CELLS } from "./population-cells.js";
import { MONTH_COLUMNS } from "./month-columns.js";
import { SAMPLE_MUNICIPALITY } from "./town-plan.js";

const SEX_WORDS = { male: "男", female: "女" } as const;

/** A month's upload: its file name and its bytes as text, the way a town hall's clerk would send it. */
export interface MonthFile {
  name: string;
  as_of: string;
  text: string;
}

/** The CSV of one as-of date. */
export function writeMonth({ total, population, applications, issued, held }: MonthOfCells): MonthFile {
  const rows = CELLS.map(({ district, age, sex }, i) => [
    SAMPLE_MUNICIPALITY,
    total.as_of,
    district.code,
    age.band,
    SEX_WORDS[sex],
    population[i]!,
    total.population_as_of,
    applications[i]!,
    issued[i]!,
    held?.[i] ?? null,
  ]);
  return {
    name: `${SAMPLE_MUNICIPALITY}_${total.as_of.replaceAll("-", "")}.csv`,
    as_of: total.as_of,
    text: plainCsv(MONTH_COLUMNS, rows),
  };
}
