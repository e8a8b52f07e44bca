import { YOUNG_BELOW, type BandIssued } from "../data/indicators/renewal/minors.js";
import { numberOrNull, textOf, type QueryRow } from "./query.js";
import { textLiteral } from "./text-literal.js";

const START = "TRY_CAST(regexp_extract(age_band, '^[0-9]+') AS INTEGER)";

/**
 * How many cards were issued to the young, by as-of date and band? A band's count is null as soon as a part of it is.
 * @param district null for the whole town.
 */
export const youngIssuedSql = (
  district: string | null,
): string => `SELECT strftime(as_of, '%Y-%m-%d') AS as_of, age_band,
  CASE WHEN count(*) = count(issued) THEN sum(issued)::DOUBLE END AS issued
FROM ${district === null ? "figures" : "district_figures"} AS f
WHERE ${START} < ${YOUNG_BELOW}${district === null ? "" : ` AND district = ${textLiteral(district)}`}
GROUP BY f.as_of, age_band
ORDER BY f.as_of, ${START}, age_band`;

export const youngIssuedFrom = (rows: readonly QueryRow[]): BandIssued[] =>
  rows.map((row) => ({
    as_of: textOf(row, "as_of"),
    age_band: textOf(row, "age_band"),
    issued: numberOrNull(row, "issued"),
  }));
