import { describe, expect, it } from "vitest";
import { districtHistory } from "../../../data/indicators/district-history.js";
import { figure } from "../../dashboards/towns.js";

describe("the history of a district", () => {
  it("has its place on each date, equal rates sharing one", () => {
    const at = (as_of: string, district: string, population: number, held: number | null) =>
      figure({ as_of, district, population, held });
    const figures = [
      at("2026-10-31", "01", 100, 80),
      at("2026-10-31", "02", 50, 40),
      at("2026-10-31", "03", 10, 9),
      at("2026-10-31", "04", 0, 0),
      at("2026-10-31", "05", 30, null),
      at("2022-12-31", "01", 100, null),
      at("2022-12-31", "02", 50, 10),
      at("2022-12-31", "all", 150, 70),
    ];
    const seen = (code: string) =>
      districtHistory(figures, code, "held").map((d) => [d.as_of, d.held, d.place, d.districts]);
    expect(seen("01")).toEqual([
      ["2022-12-31", null, null, 1],
      ["2026-10-31", 80, 2, 3],
    ]);
    expect(seen("02")).toEqual([
      ["2022-12-31", 10, 1, 1],
      ["2026-10-31", 40, 2, 3],
    ]);
    expect(seen("03")).toEqual([["2026-10-31", 9, 1, 3]]);
    expect(seen("04")).toEqual([["2026-10-31", 0, null, 3]]);
    expect(seen("09")).toEqual([]);
  });
});
