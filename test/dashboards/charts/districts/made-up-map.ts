import type { DistrictMap, LonLat } from "../../../../data/contract/district-shape.js";
import { townMap, type TownMapOptions } from "../../../geojson-town.js";

/** The made-up town's map as a page reads it; a label stands in the middle of its district's corners. */
export function madeUpMap(codes: readonly string[], options: TownMapOptions = {}): DistrictMap {
  const file = JSON.parse(townMap(codes, options)) as {
    attribution?: string;
    features: { properties: { code: string }; geometry: { coordinates: LonLat[][] } }[];
  };
  return {
    attribution: file.attribution ?? null,
    shapes: file.features.map(({ properties: { code }, geometry: { coordinates } }) => {
      const ring = coordinates[0]!.slice(0, -1);
      const middle = (axis: 0 | 1) => ring.reduce((sum, place) => sum + place[axis], 0) / ring.length;
      return { code, polygons: [coordinates], label: [middle(0), middle(1)] };
    }),
  };
}
