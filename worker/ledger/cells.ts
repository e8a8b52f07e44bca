import { MEASURES, type Figure } from "../../data/contract/figure.js";

/** What a district's statement of a date says of one cell, in the order in which it is kept. */
type StoredCell = [
  age_band: string,
  sex: Figure["sex"],
  population: number,
  population_as_of: string | null,
  applications: number | null,
  issued: number | null,
  held: number | null,
];

export type Cell = Omit<Figure, "municipality" | "as_of" | "district">;

/** One text for the same cells in the same order, so that two statements can be compared as texts. */
export function writeCells(cells: readonly Cell[]): string {
  return JSON.stringify(
    cells.map((c): StoredCell => [
      c.age_band,
      c.sex,
      c.population,
      c.population_as_of,
      c.applications,
      c.issued,
      c.held,
    ]),
  );
}

export function readCells(text: string): Cell[] {
  return (JSON.parse(text) as StoredCell[]).map(
    ([age_band, sex, population, population_as_of, applications, issued, held]) => ({
      age_band,
      sex,
      population,
      population_as_of,
      applications,
      issued,
      held,
    }),
  );
}

export const cellKey = ({ age_band, sex }: Cell): string => `${age_band}|${sex}`;

export function sameCell(a: Cell, b: Cell): boolean {
  return (
    a.population === b.population &&
    a.population_as_of === b.population_as_of &&
    MEASURES.every((m) => a[m] === b[m])
  );
}
