import { describe, expect, it } from "vitest";
import { sampleFigures } from "../../../scripts/disclosure/sample-figures.js";
import { publicTown } from "../public-town.js";
import { holdTown, sourceOf } from "./parity-towns.js";

const inside = sourceOf(sampleFigures(), "志賀町", "石川県");

describe("every page of the sample at every choice of every control", () => {
  it("is by queries what it is by rows, signed in", { timeout: 300_000 }, async () => {
    expect(await holdTown(inside, "every")).toBeGreaterThan(450);
  });

  it("is so at the public door", { timeout: 300_000 }, async () => {
    expect(await holdTown(publicTown(inside), "every")).toBeGreaterThan(350);
  });
});
