import type { IssueCode } from "../intake/words.js";
import { isObject } from "./read-geojson.js";

/** Whole hundred-thousandths of a degree, about a metre: finer than anything a town's map is drawn for. */
export const UNITS_PER_DEGREE = 100_000;

/** East and north in units of 1/100,000 degree. */
export type GridPlace = [x: number, y: number];
/** Closed; an outer ring runs counterclockwise, a hole clockwise (RFC 7946). */
export type GridRing = GridPlace[];
export type GridPolygon = GridRing[];

/** The polygons of a feature, what is wrong with them (each kind once), and how many places were looked at. */
export interface PolygonReading {
  polygons: GridPolygon[];
  faults: ReadonlySet<IssueCode>;
  places: number;
}

/** Reads Polygon, MultiPolygon, or a GeometryCollection of these. @param most places to look at before giving up. */
export function readPolygons(geometry: unknown, most: number): PolygonReading {
  const faults = new Set<IssueCode>();
  let places = 0;
  const polygons: GridPolygon[] = [];
  for (const rings of polygonsOf(geometry, faults)) {
    if (!Array.isArray(rings) || rings.length === 0) {
      faults.add("map_not_a_polygon");
      continue;
    }
    const read: GridPolygon = [];
    for (const [i, ring] of rings.entries()) {
      if (!Array.isArray(ring)) {
        faults.add("map_not_a_polygon");
        continue;
      }
      places += ring.length;
      if (places > most) return { polygons, faults, places };
      const grid = readRing(ring, faults);
      // Without its outer ring a polygon has no holes either: smaller than a metre, it is not drawn.
      if (grid === null && i === 0) break;
      if (grid) read.push(wound(grid, i === 0));
    }
    if (read.length > 0) polygons.push(read);
  }
  if (polygons.length === 0 && faults.size === 0) faults.add("map_no_area");
  return { polygons, faults, places };
}

function polygonsOf(geometry: unknown, faults: Set<IssueCode>): readonly unknown[] {
  if (isObject(geometry)) {
    const { type, coordinates, geometries } = geometry;
    if (type === "Polygon") return [coordinates];
    if (type === "MultiPolygon" && Array.isArray(coordinates)) return coordinates;
    const isCollection = type === "GeometryCollection" && Array.isArray(geometries);
    // Collections within collections are advised against, and met nowhere.
    if (isCollection && geometries.every((g) => isObject(g) && g["type"] !== "GeometryCollection"))
      return geometries.flatMap((g) => polygonsOf(g, faults));
  }
  faults.add("map_not_a_polygon");
  return [];
}

/** @returns null for a ring with a fault, or of no area on the grid. */
function readRing(ring: readonly unknown[], faults: Set<IssueCode>): GridRing | null {
  const before = faults.size;
  if (ring.length < 4) faults.add("map_short_ring");
  const [first, last] = [ring[0], ring.at(-1)];
  if (Array.isArray(first) && Array.isArray(last) && (first[0] !== last[0] || first[1] !== last[1]))
    faults.add("map_open_ring");
  const grid: GridRing = [];
  for (const place of ring) {
    const fault = faultOf(place);
    if (fault) {
      faults.add(fault);
      return null;
    }
    const [lon, lat] = place as number[];
    const [x, y] = [Math.round(lon! * UNITS_PER_DEGREE), Math.round(lat! * UNITS_PER_DEGREE)];
    const previous = grid.at(-1);
    if (previous?.[0] !== x || previous[1] !== y) grid.push([x, y]);
  }
  return faults.size > before || grid.length < 4 || doubledArea(grid) === 0 ? null : grid;
}

function faultOf(place: unknown): IssueCode | null {
  if (!Array.isArray(place)) return "map_not_a_place";
  const [lon, lat] = place as unknown[];
  if (typeof lon !== "number" || typeof lat !== "number" || !Number.isFinite(lon + lat))
    return "map_not_a_place";
  if (isInJapan(lon, lat)) return null;
  if (isInJapan(lat, lon)) return "map_swapped";
  return Math.abs(lon) > 180 || Math.abs(lat) > 90 ? "map_projected" : "map_outside_japan";
}

const isInJapan = (lon: number, lat: number): boolean => lon >= 122 && lon <= 154 && lat >= 20 && lat <= 46;

/** Twice the area of a closed ring in square units; positive counterclockwise. */
export function doubledArea(ring: readonly (readonly [number, number])[]): number {
  // From the first place on: the products of whole coordinates would pass what a number holds exactly.
  const [x0, y0] = ring[0]!;
  let area = 0;
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1]!, ring[i]!];
    area += (a[0] - x0) * (b[1] - y0) - (b[0] - x0) * (a[1] - y0);
  }
  return area;
}

const wound = (ring: GridRing, isOuter: boolean): GridRing =>
  doubledArea(ring) > 0 === isOuter ? ring : ring.reverse();
