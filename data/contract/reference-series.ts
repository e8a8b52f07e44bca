import { ageBandStart } from "./age-band.js";
import { SEXES, type Sex } from "./figure.js";

/** Which of the ministry's tables a figure stands in: by municipality, by prefecture, the nation and its kinds of municipality, the nation by age and sex. */
export type ReferenceSeries = "municipality" | "prefecture" | "summary" | "age_sex";
export const REFERENCE_SERIES: readonly ReferenceSeries[] = [
  "municipality",
  "prefecture",
  "summary",
  "age_sex",
];

/**
 * One published figure of 総務省「マイナンバーカード交付状況」: what a town is compared with.
 * The key is (code, as_of, age_band, sex); no key stands in two series.
 */
export interface ReferenceFigure {
  series: ReferenceSeries;
  /** A municipality's or a prefecture's code, `000000` for the nation, or a key of MUNICIPALITY_TYPES. */
  code: string;
  as_of: string;
  /** `all` but in the series age_sex. */
  age_band: string;
  sex: Sex;
  population: number;
  population_as_of: string;
  /** 交付枚数, cumulative; null where the table has holders alone. */
  issued: number | null;
  /** 保有枚数, published since mid-2023; null before. */
  held: number | null;
}

/** The ministry's kinds of municipality. Until 2022-06-01 special wards stood apart, since 2022-06-30 with the cities. */
export const MUNICIPALITY_TYPES = {
  "type:special-wards": "特別区",
  "type:designated-cities": "指定都市",
  "type:other-cities": "市(指定都市を除く)",
  "type:wards-and-other-cities": "特別区・市(指定都市を除く)",
  "type:towns-and-villages": "町村",
} as const satisfies Record<string, string>;
export type MunicipalityType = keyof typeof MUNICIPALITY_TYPES;

/** The columns of a reference figure in the order in which every file of ours writes them. */
export const REFERENCE_COLUMNS = [
  "series",
  "code",
  "as_of",
  "age_band",
  "sex",
  "population",
  "population_as_of",
  "issued",
  "held",
] as const satisfies readonly (keyof ReferenceFigure)[];

/** The key of a reference figure as one string; equal keys, equal strings. */
export const referenceKey = (f: Pick<ReferenceFigure, "code" | "as_of" | "age_band" | "sex">): string =>
  `${f.as_of} ${f.code} ${f.age_band} ${f.sex}`;

/**
 * What a file states whole, and so replaces, where it states any of it: the municipalities of one
 * prefecture, one prefecture, the nation with its kinds, the nation's ages; always of one as-of date.
 */
export function referenceScope(f: Pick<ReferenceFigure, "series" | "code" | "as_of">): string {
  const places = f.series === "municipality" || f.series === "prefecture";
  return `${f.series} ${f.as_of} ${places ? f.code.slice(0, 2) : ""}`;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The canonical order: code, as-of date, age (youngest first, `all` last), sex. */
export function compareReference(a: ReferenceFigure, b: ReferenceFigure): number {
  return (
    compareText(a.code, b.code) ||
    compareText(a.as_of, b.as_of) ||
    (a.age_band === b.age_band ? 0 : ageBandStart(a.age_band) - ageBandStart(b.age_band)) ||
    SEXES.indexOf(a.sex) - SEXES.indexOf(b.sex)
  );
}

/** What a page reads of a published total, in the order of its file. */
export const PUBLISHED_COLUMNS = [
  "code",
  "name",
  "as_of",
  "population",
  "population_as_of",
  "issued",
] as const;
