/** A fraction of whole numbers without end: nothing is rounded. */
export interface Fraction {
  over: bigint;
  under: bigint;
}

/**
 * P(X ≤ count) of a binomial with rate `over/under`, counted out term by term in whole numbers: another way than the
 * incomplete beta function, and without any rounding.
 */
export function exactAtMost(count: number, population: number, rate: Fraction): Fraction {
  const n = BigInt(population);
  const rest = rate.under - rate.over;
  let sum = 0n;
  let ways = 1n;
  for (let k = 0n; k <= BigInt(count); k++) {
    sum += ways * rate.over ** k * rest ** (n - k);
    ways = (ways * (n - k)) / (k + 1n);
  }
  return { over: sum, under: rate.under ** n };
}

/** The fraction as a number, by its first 18 digits. */
export const toNumber = ({ over, under }: Fraction): number => Number((over * 10n ** 18n) / under) / 1e18;
