import { describe, expect, it } from "vitest";
import type { DistrictShape, LonLat } from "../../../../data/contract/district-shape.js";
import { neighboursOf } from "../../../../data/indicators/outreach/neighbours.js";

const square = (code: string, x: number, y: number): DistrictShape => {
  const ring: LonLat[] = [
    [x, y],
    [x + 1, y],
    [x + 1, y + 1],
    [x, y + 1],
    [x, y],
  ];
  return { code, polygons: [[ring]], label: [x + 0.5, y + 0.5] };
};

const tile = (code: string, tile_x: number | null, tile_y: number | null) => ({ code, tile_x, tile_y });

describe("neighbours", () => {
  it("share a border on the map, a corner is none", () => {
    const shapes = [square("01", 0, 0), square("02", 1, 0), square("03", 1, 1)];
    expect([...neighboursOf([tile("01", 0, 0), tile("03", 0, 1)], shapes)]).toEqual([
      ["01", ["02"]],
      ["02", ["01", "03"]],
      ["03", ["02"]],
    ]);
  });

  it("are tiles that touch at a side where there is no map, and nobody without a tile", () => {
    const tiles = [tile("01", 0, 0), tile("02", 1, 0), tile("03", 1, 1), tile("04", null, null)];
    expect(neighboursOf(tiles, []).get("02")).toEqual(["01", "03"]);
    expect(neighboursOf(tiles, []).get("04")).toBeUndefined();
  });
});
