import { feature, merge } from "topojson-client";
import type { MultiPolygon as Geometry } from "geojson";
import polylabel from "polylabel";
import type { MultiPolygon } from "topojson-specification";
import type { DistrictShape, LonLat } from "../../data/contract/district-shape.js";
import { doubledArea, UNITS_PER_DEGREE } from "./read-polygons.js";
import type { DistrictTopology } from "./simplify-map.js";

/** A district as it is told: by itself, or several merged under one code. */
export interface ToldDistrict {
  code: string;
  members: readonly string[];
}

/**
 * The shapes of districts, in the order they are told; of several merged ones the borders between them are gone.
 * A district of whose members one has no shape has none either: half a place would be drawn as the whole of it.
 */
export function districtShapes(map: DistrictTopology, told: readonly ToldDistrict[]): DistrictShape[] {
  const byCode = new Map(map.objects.districts.geometries.map((g) => [String(g.id), g as MultiPolygon]));
  return told.flatMap(({ code, members }) => {
    const parts = members.map((member) => byCode.get(member));
    if (parts.length === 0 || !parts.every((part) => part !== undefined)) return [];
    const geometry =
      parts.length === 1 ? (feature(map, parts[0]!).geometry as Geometry) : (merge(map, parts) as Geometry);
    const polygons = geometry.coordinates.map((rings) =>
      rings.map((ring, i) =>
        wound(
          ring.map(([lon, lat]) => [rounded(lon!), rounded(lat!)] as const),
          i === 0,
        ),
      ),
    );
    return [{ code, polygons, label: labelPlace(polygons) }];
  });
}

const rounded = (degrees: number): number => Math.round(degrees * UNITS_PER_DEGREE) / UNITS_PER_DEGREE;

/** Outer rings counterclockwise, holes clockwise (RFC 7946). */
const wound = (ring: readonly LonLat[], isOuter: boolean): readonly LonLat[] =>
  doubledArea(ring) > 0 === isOuter ? ring : ring.toReversed();

/** The place farthest from every border in the largest polygon, as the eye sees it: a degree east is shorter. */
function labelPlace(polygons: DistrictShape["polygons"]): LonLat {
  const sizes = polygons.map((rings) => Math.abs(doubledArea(rings[0]!)));
  const largest = polygons[sizes.indexOf(Math.max(...sizes))]!;
  const cosine = Math.cos((largest[0]![0]![1] * Math.PI) / 180);
  const flat = largest.map((ring) => ring.map(([lon, lat]): [number, number] => [lon * cosine, lat]));
  const heights = flat[0]!.map(([, lat]) => lat);
  const [x, y] = polylabel(flat, (Math.max(...heights) - Math.min(...heights)) / 100);
  return [rounded(x / cosine), rounded(y)];
}
