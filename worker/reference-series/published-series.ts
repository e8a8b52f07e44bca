import { prefectureDigits, NATION } from "../../data/indicators/published-total.js";
import { PUBLISHED_COLUMNS } from "../../data/contract/reference-series.js";
import { tableArrow } from "../snapshots/table-bytes.js";
import { publishedRows, type PublishedRow } from "../reference.js";
import { referenceAt } from "./ledger.js";
import { municipalityNames } from "./municipality-list.js";
import { prefectureCode } from "./official-names.js";

/**
 * What the ministry published for a town, its prefecture and the nation: the imported tables, and where they have
 * nothing of a date, the rows that come with the product. By code and date.
 */
export async function publishedSeries(
  db: D1Database,
  number: number,
  municipality: string,
): Promise<PublishedRow[]> {
  const names = municipalityNames();
  const rows = new Map(publishedRows(municipality).map((row) => [`${row.code} ${row.as_of}`, row]));
  for (const code of [municipality, prefectureCode(prefectureDigits(municipality)), NATION]) {
    const known = await referenceAt(db, number, { code, prefecture: null, from: "", to: "9999" });
    for (const f of known) {
      // Tables of holders alone have no cards issued; the nation's ages have its code too.
      if (f.issued === null || f.series === "age_sex") continue;
      const { as_of, population, population_as_of, issued, source } = f;
      const name = names.nameOf(code);
      rows.set(`${code} ${as_of}`, { code, name, as_of, population, population_as_of, issued, source });
    }
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

const COUNTS = new Set(["population", "issued"]);

/** The series as the site's pages load it. */
export const publishedSeriesArrow = async (
  db: D1Database,
  number: number,
  municipality: string,
): Promise<Uint8Array<ArrayBuffer>> =>
  tableArrow(
    await publishedSeries(db, number, municipality),
    PUBLISHED_COLUMNS,
    COUNTS,
  ) as Uint8Array<ArrayBuffer>;
