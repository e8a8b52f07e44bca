import { describe, expect, it } from "vitest";
import { osakaFigures } from "../../../scripts/disclosure/sample-figures.js";
import { holdTown, sourceOf } from "./parity-towns.js";

describe("every page of a real city's 902 areas", () => {
  const osaka = osakaFigures();
  it.skipIf(osaka === null)(
    "is by queries what it is by rows (../shared)",
    { timeout: 300_000 },
    async () => {
      expect(await holdTown(sourceOf(osaka!, "大阪市", "大阪府"), "last")).toBeGreaterThan(20);
    },
  );
});
