/** Sex as the contract knows it; `all` is both together. */
export type Sex = "male" | "female" | "all";
export const SEXES: readonly Sex[] = ["male", "female", "all"];

/** What is counted beside the population, each cumulative at the as-of date. */
export type Measure = "applications" | "issued" | "held";
export const MEASURES: readonly Measure[] = ["applications", "issued", "held"];

/** The word that stands for "no breakdown" in `district`, `age_band` and `sex`. */
export const ALL = "all";

/** How a count came here: reported by a town hall, or made up for a sample. */
export type Provenance = "reported" | "synthetic";

/**
 * One line of the contract: the counts of one cell on one as-of date.
 * Counts are whole numbers ≥ 0; a measure that was not supplied is null, never 0.
 * The key is (municipality, as_of, district, age_band, sex).
 */
export interface Figure {
  /** 全国地方公共団体コード: six digits, the last one a check digit; a string. */
  municipality: string;
  /** 基準日: the ISO date the counts stand for. */
  as_of: string;
  /** 地区コード: a code from the municipality's district list, or `all`. */
  district: string;
  /** 年齢階級: `0-4` … `90+`, or `all`. */
  age_band: string;
  sex: Sex;
  /** Residents of the Basic Resident Register. */
  population: number;
  /** 人口算出基準日: the date of that population; null if the file did not say. */
  population_as_of: string | null;
  /** 申請件数: valid applications, cumulative. */
  applications: number | null;
  /** 交付枚数: cards issued, cumulative; cards of the dead, expired and reissued ones included. */
  issued: number | null;
  /** 保有枚数: issued − abolished. */
  held: number | null;
}

export type Counts = Pick<Figure, "population" | Measure>;

/** The contract's columns in the order in which every file of ours writes them. */
export const FIGURE_COLUMNS = [
  "municipality",
  "as_of",
  "district",
  "age_band",
  "sex",
  "population",
  "population_as_of",
  "applications",
  "issued",
  "held",
] as const satisfies readonly (keyof Figure)[];

/**
 * The key of a figure as one string; equal keys, equal strings. The district comes last: it alone may hold
 * the separator.
 */
export function figureKey(
  f: Pick<Figure, "municipality" | "as_of" | "district" | "age_band" | "sex">,
): string {
  return `${f.municipality}|${f.as_of}|${f.age_band}|${f.sex}|${f.district}`;
}
