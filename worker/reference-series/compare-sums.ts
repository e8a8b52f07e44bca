import type { SumCheck } from "../../data/contract/api/reference-import.js";
import { ALL } from "../../data/contract/figure.js";
import type { ReferenceFigure } from "../../data/contract/reference-series.js";
import { NATION } from "../../data/indicators/published-total.js";

const COUNTS = ["population", "issued", "held"] as const;

/**
 * Compares published totals with the sums of their published parts, date by date, as far as both are known.
 * A difference is reported and changes nothing: the ministry's totals are what was published.
 */
export function compareSums(figures: readonly ReferenceFigure[]): SumCheck[] {
  return [...Map.groupBy(figures, (f) => f.as_of)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([as_of, ofDate]) => compareDate(as_of, ofDate));
}

function compareDate(as_of: string, figures: readonly ReferenceFigure[]): SumCheck[] {
  const of = Map.groupBy(figures, (f) => f.series);
  const prefectures = of.get("prefecture") ?? [];
  const summary = of.get("summary") ?? [];
  const nation = summary.filter((f) => f.code === NATION);
  const municipalities = Map.groupBy(of.get("municipality") ?? [], (f) => f.code.slice(0, 2));
  const checks: SumCheck[] = [
    check("prefecture_is_sum_of_municipalities", as_of, prefectures, (total) =>
      municipalities.get(total.code.slice(0, 2)),
    ),
    check("nation_is_sum_of_prefectures", as_of, nation, () =>
      prefectures.length === 47 ? prefectures : undefined,
    ),
    check("nation_is_sum_of_types", as_of, nation, () => summary.filter((f) => f.code !== NATION)),
    check("nation_is_men_and_women", as_of, nation, () =>
      of.get("age_sex")?.filter((f) => f.age_band === ALL && f.sex !== ALL),
    ),
  ];
  return checks.filter((c) => c.compared > 0);
}

function check(
  name: SumCheck["check"],
  as_of: string,
  totals: readonly ReferenceFigure[],
  partsOf: (total: ReferenceFigure) => readonly ReferenceFigure[] | undefined,
): SumCheck {
  const result: SumCheck = { check: name, as_of, compared: 0, differing: [] };
  for (const total of totals) {
    const parts = partsOf(total) ?? [];
    if (parts.length === 0) continue;
    result.compared += 1;
    for (const count of COUNTS) {
      const published = total[count];
      // A count that the total or one of its parts does not have cannot be compared.
      if (published === null || parts.some((part) => part[count] === null)) continue;
      const sum = parts.reduce((n, part) => n + part[count]!, 0);
      if (sum !== published) result.differing.push({ code: total.code, count, published, sum });
    }
  }
  return result;
}
