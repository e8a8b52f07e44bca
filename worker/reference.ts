import Papa from "papaparse";
import municipalitiesCsv from "../data/reference/municipalities.csv";
import publishedCsv from "../data/reference/published-series.csv";
import { prefectureDigits, NATION, type PublishedTotal } from "../data/indicators/published-total.js";

export interface MunicipalityName {
  code: string;
  name: string;
  prefecture: string;
}

function parse<T>(csv: string): T[] {
  return Papa.parse<T>(csv, { header: true, skipEmptyLines: true }).data;
}

let names: Map<string, MunicipalityName> | null = null;

/** Name and prefecture of a municipality; one that the list does not hold is called by its code. */
export function municipalityName(code: string): MunicipalityName {
  names ??= new Map(parse<MunicipalityName>(municipalitiesCsv).map((m) => [m.code, m]));
  const { name, prefecture } = names.get(code) ?? { name: code, prefecture: "" };
  return { code, name, prefecture };
}

/** A line of data/reference/published-series.csv. */
export interface PublishedRow extends PublishedTotal {
  population_as_of: string;
  source: string;
}

let published: PublishedRow[] | null = null;

/** The published series that come with the product and concern a municipality: its own, its prefecture's, the nation's. */
export function publishedRows(municipality: string): PublishedRow[] {
  published ??= parse<Record<keyof PublishedRow, string>>(publishedCsv).map((row) => ({
    ...row,
    population: Number(row.population),
    issued: Number(row.issued),
  }));
  const prefecture = prefectureDigits(municipality);
  const concerns = (code: string) =>
    code === municipality || code === NATION || (code.startsWith(prefecture) && code.slice(2, 5) === "000");
  return published.filter((p) => concerns(p.code));
}

/** The published series a municipality is compared with where nothing is imported. */
export const publishedFor = (municipality: string): PublishedTotal[] =>
  publishedRows(municipality).map(({ code, name, as_of, population, issued }) => ({
    code,
    name,
    as_of,
    population,
    issued,
  }));
