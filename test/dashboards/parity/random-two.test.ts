import { describe, expect, it } from "vitest";
import { holdRandomTowns } from "./parity-towns.js";

describe("every page of 100 random ledgers", () => {
  it("is by queries what it is by rows", { timeout: 600_000 }, async () => {
    expect(await holdRandomTowns(2, 100)).toBeGreaterThan(1000);
  });
});
