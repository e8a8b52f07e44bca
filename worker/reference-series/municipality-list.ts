import Papa from "papaparse";
import municipalitiesCsv from "../../data/reference/municipalities.csv";
import { officialNames, type OfficialMunicipality, type OfficialNames } from "./official-names.js";

let names: OfficialNames | null = null;

/** The names of data/reference/municipalities.csv, read when they are first needed. */
export function municipalityNames(): OfficialNames {
  names ??= officialNames(
    Papa.parse<OfficialMunicipality>(municipalitiesCsv, { header: true, skipEmptyLines: true }).data,
  );
  return names;
}
