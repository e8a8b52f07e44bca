import { describe, expect, it } from "vitest";
import { attackPairs, attackTowns } from "../../../scripts/disclosure/prove/attack-proof.js";
import {
  greatestProbabilityOf,
  noiseDistribution,
  printOf,
  wilson,
} from "../../../scripts/disclosure/attack/coins.js";
import { bestGuess, posteriorOf } from "../../../scripts/disclosure/attack/posterior.js";
import { newRecord } from "../../../scripts/disclosure/attack/run-attack.js";
import {
  attackCuts,
  attackSaturated,
  attackWithKnowledge,
} from "../../../scripts/disclosure/attack/saturated.js";

/** `npm run prove -- attack` does the same at length; docs/decisions/027 has its figures. */
describe("an attack with everything public", () => {
  it("knows the noise's distribution", () => {
    expect([...noiseDistribution(1)]).toEqual([0.25, 0.5, 0.25]);
    expect(noiseDistribution(42).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    expect(noiseDistribution(42)[42]).toBeCloseTo(greatestProbabilityOf(42), 12);
    expect([5, 15].map((y) => printOf(y, false, 100))).toEqual([0, 10]);
  });

  it("finds out what is printed without noise", () => {
    // One leaf, nearly: the filter is exact, so that it would notice.
    const series = {
      leaves: 1,
      prints: [10, 10, 20],
      caps: [Infinity, Infinity, Infinity],
      most: 500,
      grows: true,
    };
    const sure = bestGuess(posteriorOf(series, 2, { date: 2, count: 17 }));
    expect(sure).toEqual({ count: 17, probability: 1 });
    // Known to the person on the last date, the first has the values of its window and two of the noise.
    expect(posteriorOf(series, 0, { date: 2, count: 14 }).size).toBeLessThanOrEqual(13);
  });

  it("never finds a value likelier than its leaves allow, over towns with up to twelve releases and cuts", () => {
    const record = newRecord();
    attackTowns(30, record);
    expect(record.counts).toBeGreaterThan(5000);
    expect(record.greatestRatio).toBeGreaterThan(0.5);
    expect(record.greatestRatio).toBeLessThanOrEqual(1);
    // The reader's own probabilities are the true ones: nothing that he overlooked would have helped.
    const [low, high] = wilson(record.right, record.counts);
    expect(record.expected / record.counts).toBeGreaterThan(low - 0.02);
    expect(record.expected / record.counts).toBeLessThan(high + 0.02);
  });

  it("leaves at least ten values to each part of an exact total over ten years", () => {
    const { pairs, fewest } = attackPairs(12, 120);
    expect(pairs).toBeGreaterThan(8);
    expect(fewest).toBeGreaterThanOrEqual(10);
  });

  it("guesses rightly no more than 12 times in 100 at people cut ten ways, and 20 where nobody or all hold a card", () => {
    const { right, of } = attackCuts(20_000);
    expect(wilson(right, of)[1]).toBeLessThanOrEqual(0.12);
    expect(attackSaturated(4)).toBeLessThanOrEqual(0.2);
  });

  it("gains little from one count known to the person", () => {
    const [now, , later] = attackWithKnowledge([0, 1, 12], 60);
    expect(now!.probability).toBeCloseTo(1, 6);
    expect(later!.probability).toBeLessThan(0.2);
  });
});
