import { isAgeBand } from "../data/contract/age-band.js";
import { isIsoDate } from "../data/contract/as-of-date.js";
import { DomainError } from "../data/contract/domain-error.js";
import { ALL, type Sex } from "../data/contract/figure.js";
import { districtTotals, type Total } from "../data/indicators/totals.js";
import { textOf } from "./query.js";
import type { Question } from "./question.js";
import { SUM_COLUMNS, totalFrom } from "./sums.js";

/** Whom to count: the people of some age bands, or of one sex; null and `all` are everybody. */
export interface WhomToCount {
  bands: readonly string[] | null;
  sex: Sex;
}

/**
 * What are the totals of each district on one as-of date, in code order?
 * @throws DomainError invalid_date, invalid_age_band
 */
export function districtTotalsOf(
  asOf: string,
  whom: WhomToCount = { bands: null, sex: ALL },
): Question<(Total & { district: string })[]> {
  if (!isIsoDate(asOf)) throw new DomainError("invalid_date", "not an ISO date");
  return {
    sql: `SELECT district, strftime(as_of, '%Y-%m-%d') AS as_of,
  ${SUM_COLUMNS}
FROM district_figures
WHERE district_figures.as_of = DATE '${asOf}'${whomSql(whom)}
GROUP BY district, district_figures.as_of
ORDER BY district`,
    read: (rows) => rows.map((row) => ({ ...totalFrom(row), district: textOf(row, "district") })),
    from: ({ figures }) =>
      districtTotals(
        figures.filter(
          (f) => (!whom.bands || whom.bands.includes(f.age_band)) && (whom.sex === ALL || f.sex === whom.sex),
        ),
        asOf,
      ),
  };
}

/** The conditions on ages and sex, as they stand behind a WHERE. @throws DomainError invalid_age_band */
export function whomSql({ bands, sex }: WhomToCount): string {
  if (bands && !bands.every(isAgeBand)) throw new DomainError("invalid_age_band", "not an age band");
  const ages = bands ? `\n  AND age_band IN (${bands.map((b) => `'${b}'`).join(", ")})` : "";
  return `${ages}${sex === ALL ? "" : `\n  AND sex = '${sex === "male" ? "male" : "female"}'`}`;
}
