import { DomainError } from "../contract/domain-error.js";

/** A count and the population it is measured against. */
export interface RatePoint {
  count: number;
  population: number;
}

/** The change of a rate in percentage points, split into what cards did and what the denominator did. */
export interface RateChange {
  /** after − before, in points; equals cardEffect + populationEffect. */
  total: number;
  /** Δn · mean(1/d): what the change of the count brought. */
  cardEffect: number;
  /** mean(n) · Δ(1/d): what the change of the population brought. */
  populationEffect: number;
}

/**
 * Splits the change of a rate symmetrically, so that neither effect depends on which is taken first:
 * Δ(n/d) = Δn·mean(1/d) + mean(n)·Δ(1/d). Source: the two-factor decomposition of Kitagawa (1955).
 * @throws DomainError division_by_zero where a population is 0.
 * @example rateChange({count: 9504, population: 19552}, {count: 10117, population: 19178})
 * // total 4.144, cardEffect 3.166, populationEffect 0.979 points
 */
export function rateChange(before: RatePoint, after: RatePoint): RateChange {
  if (before.population === 0 || after.population === 0) {
    throw new DomainError("division_by_zero", "a rate needs a population");
  }
  const inverseBefore = 1 / before.population;
  const inverseAfter = 1 / after.population;
  const cardEffect = 100 * (after.count - before.count) * ((inverseBefore + inverseAfter) / 2);
  const populationEffect = 100 * ((before.count + after.count) / 2) * (inverseAfter - inverseBefore);
  return { total: cardEffect + populationEffect, cardEffect, populationEffect };
}
