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

let published: PublishedTotal[] | null = null;

/** The published series a municipality is compared with: its own, its prefecture's, the nation's. */
export function publishedFor(municipality: string): PublishedTotal[] {
  published ??= parse<Record<keyof PublishedTotal, string>>(publishedCsv).map((row) => ({
    code: row.code,
    name: row.name,
    as_of: row.as_of,
    population: Number(row.population),
    issued: Number(row.issued),
  }));
  const prefecture = prefectureDigits(municipality);
  const concerns = (code: string) =>
    code === municipality || code === NATION || (code.startsWith(prefecture) && code.slice(2, 5) === "000");
  return published.filter((p) => concerns(p.code));
}
