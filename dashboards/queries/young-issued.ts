import { parseAgeBand } from "../data/contract/age-band.js";
import { ALL, type Figure } from "../data/contract/figure.js";
import { isYoungBand, YOUNG_BELOW, type BandIssued } from "../data/indicators/renewal/minors.js";
import { numberOrNull, textOf } from "./query.js";
import type { Question } from "./question.js";
import { textLiteral } from "./text-literal.js";

const START = "TRY_CAST(regexp_extract(age_band, '^[0-9]+') AS INTEGER)";

/**
 * How many cards were issued to the young, by as-of date and band? A band's count is null as soon as a part of it is.
 * @param district null for the whole town.
 */
export const youngIssuedOf = (district: string | null): Question<BandIssued[]> => ({
  sql: `SELECT strftime(as_of, '%Y-%m-%d') AS as_of, age_band,
  CASE WHEN count(*) = count(issued) THEN sum(issued)::DOUBLE END AS issued
FROM ${district === null ? "figures" : "district_figures"} AS f
WHERE ${START} < ${YOUNG_BELOW}${district === null ? "" : ` AND district = ${textLiteral(district)}`}
GROUP BY f.as_of, age_band
ORDER BY f.as_of, ${START}, age_band`,
  read: (rows) =>
    rows.map((row) => ({
      as_of: textOf(row, "as_of"),
      age_band: textOf(row, "age_band"),
      issued: numberOrNull(row, "issued"),
    })),
  from: ({ figures }) =>
    youngIssued(district === null ? figures : figures.filter((f) => f.district === district)),
});

/** Cards of the young by date and band; as with totals, rows of the whole town stand before its districts'. */
function youngIssued(figures: readonly Figure[]): BandIssued[] {
  return [...Map.groupBy(figures, (f) => f.as_of)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([as_of, ofDate]) => {
      const whole = ofDate.filter((f) => f.district === ALL);
      const young = (whole.length > 0 ? whole : ofDate).filter((f) => isYoungBand(f.age_band));
      return [...Map.groupBy(young, (f) => f.age_band)]
        .sort(([a], [b]) => parseAgeBand(a)!.from - parseAgeBand(b)!.from)
        .map(([age_band, group]) => ({
          as_of,
          age_band,
          issued: group.some((f) => f.issued === null) ? null : group.reduce((sum, f) => sum + f.issued!, 0),
        }));
    });
}
