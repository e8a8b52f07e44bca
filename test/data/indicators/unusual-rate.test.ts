import { describe, expect, it } from "vitest";
import { isUnusualRate } from "../../../data/indicators/unusual-rate.js";

describe("an unusual rate", () => {
  it("lies far outside what the series did before", () => {
    const usual = [1, 1.2, 0.8, 1.1, 0.9, 1];
    expect(isUnusualRate([...usual, 1.3])).toBe(false);
    expect(isUnusualRate([...usual, 3])).toBe(true);
    expect(isUnusualRate([...usual, -2])).toBe(true);
  });

  it("needs a history, and is not made usual by one earlier jump", () => {
    expect(isUnusualRate([1, 1, 1, 1, 50])).toBe(false);
    expect(isUnusualRate([1, 1, 40, 1, 1, 1, 1, 50])).toBe(true);
    expect(isUnusualRate([])).toBe(false);
  });

  it("is never less than a person in three days after a quiet history", () => {
    const quiet = [0, 0, 0, 0, 0, 0];
    expect(isUnusualRate([...quiet, 0.3])).toBe(false);
    expect(isUnusualRate([...quiet, 0.4])).toBe(true);
  });
});
