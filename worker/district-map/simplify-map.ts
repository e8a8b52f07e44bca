import type { FeatureCollection } from "geojson";
import { merge } from "topojson-client";
import { filter, filterAttachedWeight, presimplify, quantile, simplify } from "topojson-simplify";
import { topology } from "topojson-server";
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from "topojson-specification";
import { doubledArea, UNITS_PER_DEGREE, type GridPolygon } from "./read-polygons.js";
import type { ReadMap } from "./read-map.js";

/** A town's districts with every border once; a geometry's `id` is its district's code. */
export type DistrictTopology = Topology<{ districts: GeometryCollection }>;

/** As wide as the widest drawing of a town. */
const WIDTH_PX = 700;
/** What a place may add to a drawing at most and still be left out: a tenth of a square pixel. */
const SMALLEST_AREA_PX = 0.1;
/** An island below half a pixel square is left out, but for the largest of its district. */
const SMALLEST_ISLAND_PX = 0.25;
/** Borders counted once: about 800 kB of GeoJSON at most, where every border is written twice. */
const MAX_PLACES = 20_000;

/**
 * The map as it is kept: features of a district dissolved into one, borders made as simple as no drawing of a town
 * shows the difference. Neighbours keep sharing their border, and every district keeps its largest ring.
 * Coordinates are in degrees.
 */
export function simplifyMap({ features }: ReadMap): DistrictTopology {
  const whole = dissolved(features);
  const pixel = pixelSize(whole);
  const area = areaWeight(pixel);
  const kept = new Set(whole.objects.districts.geometries.map((g) => largestRing(whole, g)));
  const attachedOrLarge = filterAttachedWeight(whole, SMALLEST_ISLAND_PX, area);
  const isKept = filter(
    whole,
    (ring, interior) =>
      // The declared type of a ring is that of its places; what is handed over are its arcs.
      kept.has(ring as unknown as ArcRing) || attachedOrLarge(ring, interior),
  ) as DistrictTopology;
  const weighted = presimplify(isKept, (triangle) => area([...triangle]));
  const least = Math.max(SMALLEST_AREA_PX, weightForAtMost(weighted, MAX_PLACES));
  keepRings(weighted, least);
  return simplify(weighted, least);
}

type ArcRing = number[];
type District = Polygon | MultiPolygon;

/** The borders cut where three districts meet, after the borders within a district are gone. */
function dissolved(features: ReadMap["features"]): DistrictTopology {
  const codes = [...features.keys()].sort();
  const isWhole = [...features.values()].every((parts) => parts.length === 1);
  const separate = cut(
    codes.flatMap((code) => features.get(code)!.map((parts) => ({ code, polygons: parts.map(inDegrees) }))),
  );
  if (isWhole) return separate;
  const parts = Map.groupBy(separate.objects.districts.geometries, (g) => String(g.id));
  return cut(
    codes.map((code) => {
      const merged = merge(separate, parts.get(code)! as MultiPolygon[]);
      return { code, polygons: merged.coordinates as DegreePolygon[] };
    }),
  );
}

type DegreePolygon = [number, number][][];

/** The topology's hash table is for the fractions of degrees: of whole numbers nearly all would fall into one place. */
const inDegrees = (polygon: GridPolygon): DegreePolygon =>
  polygon.map((ring) => ring.map(([x, y]) => [x / UNITS_PER_DEGREE, y / UNITS_PER_DEGREE]));

function cut(shapes: readonly { code: string; polygons: DegreePolygon[] }[]): DistrictTopology {
  const districts: FeatureCollection = {
    type: "FeatureCollection",
    features: shapes.map(({ code, polygons }) => ({
      type: "Feature",
      id: code,
      properties: null,
      geometry: { type: "MultiPolygon", coordinates: polygons },
    })),
  };
  return topology({ districts }) as unknown as DistrictTopology;
}

/** How many degrees lie on a pixel of the drawing, to the east and to the north: its longer side is as wide as a page. */
function pixelSize({ bbox }: DistrictTopology): { x: number; y: number } {
  const [west, south, east, north] = bbox as [number, number, number, number];
  const cosine = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const y = Math.max((east - west) * cosine, north - south) / WIDTH_PX;
  return { x: y / cosine, y };
}

/** Square pixels within a ring; a triangle need not be closed. */
const areaWeight =
  (pixel: { x: number; y: number }) =>
  (ring: readonly (readonly [number, number])[]): number =>
    Math.abs(doubledArea([...ring, ring[0]!])) / 2 / (pixel.x * pixel.y);

function largestRing(whole: DistrictTopology, district: object): ArcRing {
  const polygons = polygonArcs(district as District);
  const sizes = polygons.map(([outer]) => Math.abs(doubledArea(placesOf(whole, outer!))));
  return polygons[sizes.indexOf(Math.max(...sizes))]![0]!;
}

export const polygonArcs = (district: District): ArcRing[][] =>
  district.type === "Polygon" ? [district.arcs] : district.arcs;

/** The places of a ring, in order and closed. */
function placesOf({ arcs }: DistrictTopology, ring: ArcRing): [number, number][] {
  const places = ring.flatMap((arc) => {
    const line = arcs[arc < 0 ? ~arc : arc] as [number, number][];
    return (arc < 0 ? line.toReversed() : line).slice(1);
  });
  return [places.at(-1)!, ...places];
}

/** The weight below which places go, for no more than `most` to stay; the ends of borders always stay. */
function weightForAtMost(weighted: DistrictTopology, most: number): number {
  const all = weighted.arcs.flat();
  if (all.length <= most) return 0;
  const ends = all.filter((place) => place[2] === Infinity).length;
  return quantile(weighted, Math.max(0, most - ends) / (all.length - ends)) ?? 0;
}

/** Gives every ring two places beside its first that are never left out: with fewer it would be a line. */
function keepRings(weighted: DistrictTopology, least: number): void {
  for (const ring of weighted.objects.districts.geometries
    .flatMap((g) => polygonArcs(g as District))
    .flat()) {
    const arcs = ring.map((arc) => weighted.arcs[arc < 0 ? ~arc : arc]!);
    const staying = arcs.flat().filter((place) => place[2]! >= least).length - arcs.length;
    if (staying >= 3) continue;
    const between = arcs.flatMap((arc) => arc.slice(1, -1)).sort((a, b) => b[2]! - a[2]!);
    for (const place of between.slice(0, 2)) place[2] = Infinity;
  }
}
