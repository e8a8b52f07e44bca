import { rateChange } from "../data/indicators/change.js";
import type { PublicModel } from "../charts/public/public-model.js";

/** From which as-of date on which population the rates are of. */
export interface Denominator {
  from: string;
  population_as_of: string;
  population: number;
  /** What the change of population alone did to the main rate, in points; null at the first, or where it is not told. */
  effect: number | null;
}

/** The populations behind a release's rates, in order; dates that name none are passed over. */
export function denominators({ totals, focus }: PublicModel): Denominator[] {
  const dated = totals.filter((t) => t.population_as_of !== null);
  return dated.flatMap((total, i) => {
    const before = dated[i - 1];
    if (before?.population_as_of === total.population_as_of) return [];
    const was = focus && before?.[focus];
    const is = focus && total[focus];
    const known =
      typeof was === "number" && typeof is === "number" && before!.population > 0 && total.population > 0;
    return [
      {
        from: total.as_of,
        population_as_of: total.population_as_of!,
        population: total.population,
        effect: known
          ? rateChange(
              { count: was, population: before!.population },
              { count: is, population: total.population },
            ).populationEffect
          : null,
      },
    ];
  });
}
