import { describe, expect, it } from "vitest";
import {
  readDistrictMap,
  writeDistrictMap,
  type DistrictMap,
} from "../../../data/contract/district-shape.js";

const square = (x: number): [number, number][] => [
  [x, 37],
  [x + 0.01, 37],
  [x + 0.01, 37.01],
  [x, 37],
];
const map: DistrictMap = {
  attribution: '国土数値情報 "行政区域"',
  shapes: [
    { code: "takahama", polygons: [[square(136.7)], [square(136.9)]], label: [136.705, 37.002] },
    { code: "togi", polygons: [[square(136.8), square(136.801)]], label: [136.805, 37.004] },
  ],
};

describe("the file of a town's map", () => {
  it("is read as it was written", () => {
    expect(readDistrictMap(writeDistrictMap(map, (code) => `地区${code}`))).toEqual(map);
  });

  it("says no source where the town names none", () => {
    const text = writeDistrictMap({ ...map, attribution: null }, String);
    expect(text).not.toContain("attribution");
    expect(readDistrictMap(text).attribution).toBeNull();
  });

  it("is GeoJSON with a feature a line", () => {
    const text = writeDistrictMap(map, (code) => `地区${code}`);
    expect(text.split("\n")).toHaveLength(map.shapes.length + 3);
    expect(JSON.parse(text)).toMatchObject({
      type: "FeatureCollection",
      features: [
        {
          type: "Feature",
          properties: { code: "takahama", name: "地区takahama" },
          geometry: { type: "MultiPolygon" },
        },
        { geometry: { coordinates: map.shapes[1]!.polygons } },
      ],
    });
  });
});
