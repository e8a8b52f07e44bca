import { describe, expect, it } from "vitest";
import { poolEffects } from "../../../../data/indicators/outreach/yields/pooling.js";

const EFFECTS = [28, 8, -3, 7, -1, 1, 18, 12];
const ERRORS = [15, 10, 16, 11, 9, 11, 10, 18];
const schools = EFFECTS.map((estimate, i) => ({ estimate, standardError: ERRORS[i]! }));

describe("partial pooling", () => {
  it("gives the eight schools' posterior (Rubin 1981) under μ ~ N(0, 5), τ ~ half-Cauchy(0, 5)", () => {
    const { mean, effects, tau } = poolEffects(schools, {
      meanAt: 0,
      meanSd: 5,
      density: (spread) => 1 / (1 + (spread / 5) ** 2),
      largest: 400,
    });
    expect(mean).toBeCloseTo(4.4, 1);
    expect(effects[0]).toBeCloseTo(6.2, 1);
    expect(tau).toBeCloseTo(3.6, 1);
  });

  it("leaves one estimate without a spread at the mean, and follows precise ones", () => {
    const prior = { meanAt: 0, meanSd: 0, density: (tau: number) => Math.exp(-tau), largest: 5 };
    const precise = poolEffects([{ estimate: 2, standardError: 0.01 }], prior);
    expect(precise.effects[0]).toBeCloseTo(2, 2);
    const vague = poolEffects([{ estimate: 2, standardError: 100 }], prior);
    expect(Math.abs(vague.effects[0]!)).toBeLessThan(0.01);
    expect(vague.mean).toBe(0);
  });

  it("without estimates says what the prior says", () => {
    const { tau, rootMeanSquare } = poolEffects([], {
      meanAt: 0,
      meanSd: 0,
      density: (t) => Math.exp(-t),
      largest: 40,
    });
    expect(tau).toBeCloseTo(1, 2);
    expect(rootMeanSquare).toBeCloseTo(Math.SQRT2, 2);
  });
});
