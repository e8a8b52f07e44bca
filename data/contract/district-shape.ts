/** Longitude and latitude in degrees (JGD2011 or WGS 84: on a town's map they are the same). */
export type LonLat = readonly [lon: number, lat: number];

/** The outline of a district, or of several that a release tells together: for drawing, not for surveying. */
export interface DistrictShape {
  /** As in the district list of the same bundle. */
  code: string;
  /** Each a polygon: its outer ring, then its holes; every ring closed (its first place is its last). */
  polygons: readonly (readonly (readonly LonLat[])[])[];
  /** Where a label lies best: far from every border, in the largest polygon. */
  label: LonLat;
}

/** The town's own map; districts it does not have stay without a shape. */
export interface DistrictMap {
  /** Whom the town names as the source of the borders, said beside every drawing of them; null if it names none. */
  attribution: string | null;
  shapes: readonly DistrictShape[];
}

/**
 * Reads `districts.geojson` of a snapshot or release: a FeatureCollection (RFC 7946) whose features are MultiPolygons
 * with the properties `code`, `name`, `label_lon` and `label_lat`, and which may say its `attribution`.
 */
export function readDistrictMap(text: string): DistrictMap {
  const file = JSON.parse(text) as DistrictMapFile;
  return {
    attribution: file.attribution ?? null,
    shapes: file.features.map(({ properties, geometry }) => ({
      code: properties.code,
      polygons: geometry.coordinates,
      label: [properties.label_lon, properties.label_lat],
    })),
  };
}

/** The text of `districts.geojson`: the same map gives the same bytes. One feature a line. */
export function writeDistrictMap(map: DistrictMap, nameOf: (code: string) => string): string {
  const features = map.shapes.map((shape) =>
    JSON.stringify({
      type: "Feature",
      properties: {
        code: shape.code,
        name: nameOf(shape.code),
        label_lon: shape.label[0],
        label_lat: shape.label[1],
      },
      geometry: { type: "MultiPolygon", coordinates: shape.polygons },
    }),
  );
  const said = map.attribution === null ? "" : `"attribution":${JSON.stringify(map.attribution)},`;
  return `{"type":"FeatureCollection",${said}"features":[\n${features.join(",\n")}\n]}\n`;
}

interface DistrictMapFile {
  attribution?: string;
  features: {
    properties: { code: string; name: string; label_lon: number; label_lat: number };
    geometry: { type: "MultiPolygon"; coordinates: LonLat[][][] };
  }[];
}
