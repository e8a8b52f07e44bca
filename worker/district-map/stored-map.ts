import { quantize } from "topojson-client";
import type { DistrictTopology } from "./simplify-map.js";
import { UNITS_PER_DEGREE } from "./read-polygons.js";

/**
 * The map as the ledger keeps it: quantized TopoJSON in degrees, about five bytes a place and every border once.
 * The same map gives the same text.
 */
export function mapText(map: DistrictTopology): string {
  const [west, south] = map.bbox!;
  const scale = 1 / UNITS_PER_DEGREE;
  const { transform, objects, arcs } = quantize(map, {
    scale: [scale, scale],
    translate: [west!, south!],
  });
  return JSON.stringify({ type: "Topology", transform, objects, arcs });
}

export const readMapText = (text: string): DistrictTopology => JSON.parse(text) as DistrictTopology;
