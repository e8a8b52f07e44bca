import { writeDistrictMap, type DistrictMap } from "../../data/contract/district-shape.js";

/** The town's own map as a file of a snapshot or release; one without a map has no such file. */
export const MAP_FILE = "districts.geojson";

/** @param districts the names by which the same bundle calls the map's districts */
export function mapFile(map: DistrictMap, districts: readonly { code: string; name: string }[]): Uint8Array {
  const names = new Map(districts.map((d) => [d.code, d.name]));
  return new TextEncoder().encode(writeDistrictMap(map, (code) => names.get(code)!));
}
