import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ReferenceAge, ReferencePlace } from "../../../data/indicators/comparison/reference-place.js";
import { listMicDates } from "../../../scripts/reference/mic-tables.js";
import { readReferenceCsv } from "../../../scripts/reference/read-reference.js";
import { readFile } from "../../../worker/intake/read-file.js";
import { officialNames, type OfficialMunicipality } from "../../../worker/reference-series/official-names.js";
import { readReferenceTable } from "../../../worker/reference-series/read-table.js";

/** The rows that 比較 is made of. */
export interface ReferenceTables {
  places: ReferencePlace[];
  ages: ReferenceAge[];
}

const MIC = fileURLToPath(new URL("../../../../shared/data/mic", import.meta.url));
const TABLES = ["all_localgovs", "all_prefectures", "summary_by_types", "demographics"];

/** The ministry's monthly tables beside the project, read as an import reads them; null where they are not there. */
export function micReference(): ReferenceTables | null {
  if (!existsSync(MIC)) {
    console.warn(`the ministry's tables are not read: ${MIC} is not there`);
    return null;
  }
  const names = officialNames(readReferenceCsv("municipalities.csv") as unknown as OfficialMunicipality[]);
  const tables: ReferenceTables = { places: [], ages: [] };
  for (const date of listMicDates(MIC)) {
    for (const kind of TABLES) {
      const path = join(MIC, date, `${kind}.csv`);
      if (!existsSync(path)) continue;
      const { table } = readFile(new Uint8Array(readFileSync(path)), "csv");
      const reading = readReferenceTable(table!, { names, today: "2026-11-01" });
      if (!reading.ok) throw new Error(`${path} is refused`);
      for (const {
        series,
        code,
        as_of,
        age_band,
        sex,
        population,
        population_as_of,
        issued,
        held,
      } of reading.figures) {
        const counts = { as_of, population, population_as_of, issued, held };
        if (series === "age_sex") tables.ages.push({ age_band, sex, ...counts });
        else tables.places.push({ code, name: names.nameOf(code), ...counts });
      }
    }
  }
  return tables;
}
