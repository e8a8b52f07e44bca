import type { ReferenceFigure } from "../../contract/reference-series.js";
import { NATION, prefectureDigits } from "../published-total.js";

/** A published total of a place on one date: a municipality, a prefecture, a kind of municipality, the nation. */
export type ReferencePlace = Pick<
  ReferenceFigure,
  "code" | "as_of" | "population" | "population_as_of" | "issued" | "held"
> & { name: string };

/** The nation's figures of one band and sex. */
export type ReferenceAge = Pick<
  ReferenceFigure,
  "as_of" | "age_band" | "sex" | "population" | "population_as_of" | "issued" | "held"
>;

/** What is published and can be compared; applications are not published by municipality. */
export type ComparedMeasure = "issued" | "held";
export const COMPARED_MEASURES: readonly ComparedMeasure[] = ["issued", "held"];

/** Whether a code is a municipality's: six digits, and not those of a prefecture or the nation. */
export const isMunicipality = (code: string): boolean => /^\d{6}$/.test(code) && code.slice(2, 5) !== "000";

/** Whether a code is that of the prefecture in which a municipality lies. */
export const isPrefectureOf = (code: string, municipality: string): boolean =>
  code !== NATION && code.slice(2, 5) === "000" && prefectureDigits(code) === prefectureDigits(municipality);

/**
 * 100·count ÷ population in tenths of a percent (per mille), rounded half up as percentHalfUp: rates are compared as
 * they are published. Whole numbers throughout: 2000·count is far below 2^53, and so is the error of the division.
 * @returns null where the count is not known or nobody lives.
 */
export const permilleHalfUp = (count: number | null, population: number): number | null =>
  count === null || population === 0 ? null : Math.floor((count * 2000 + population) / (2 * population));

/** `464` → `46.4`. */
export const percentOfPermille = (permille: number): string =>
  `${Math.floor(permille / 10)}.${permille % 10}`;
