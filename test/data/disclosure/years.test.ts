import { describe, expect, it } from "vitest";
import { publishYears } from "../../../scripts/disclosure/prove/ten-years-proof.js";
import { drawShape, makeTown } from "../../../scripts/disclosure/made-up-town.js";
import { sampleFigures } from "../../../scripts/disclosure/sample-figures.js";

/** `npm run prove -- ten-years`: thirty towns and the sample, 120 months each. */
describe("a town that publishes every month", () => {
  it("may publish each of them, and tells every district in each", () => {
    for (const seed of [1, 2, 3, 4]) {
      const { figures, districts } = makeTown({ ...drawShape(seed, 30), smallest: 150 });
      expect(publishYears(figures, districts, `town ${seed}`)).toMatchObject({
        releases: 30,
        faults: 0,
        untold: 0,
      });
    }
  });

  it("is the sample, all of its 67 dates", () => {
    const { figures, districts } = sampleFigures();
    expect(publishYears(figures, districts, "sample")).toMatchObject({ releases: 67, faults: 0, untold: 0 });
  });
});
