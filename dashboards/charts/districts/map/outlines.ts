import type { DistrictMap, LonLat } from "../../../data/contract/district-shape.js";
import { thinRings, type GridPlace } from "./thin-rings.js";
import { pathOf } from "./path.js";

/** A district as it is drawn; lengths in px. */
export interface Outline {
  code: string;
  /** The path's `d`; with the even-odd rule its holes are holes, whichever way its rings run. */
  path: string;
  /** The same rings, not closed: the first place follows the last. */
  rings: readonly (readonly GridPlace[])[];
  /** Where a label lies best. */
  label: GridPlace;
}

/** A town's map laid into a drawing. */
export interface MapOutlines {
  width: number;
  height: number;
  /** Where the westernmost border lies. */
  left: number;
  pxPerKm: number;
  byCode: ReadonlyMap<string, Outline>;
}

/** What a map is laid into, in px. */
export interface MapFrame {
  width: number;
  maxHeight: number;
}

/** A degree of latitude, of a sphere as large as the earth (mean radius 6,371.0088 km). */
const KM_PER_DEGREE = 111.195;
/** Room for half a border at the edges, px. */
const EDGE = 2;
/** A drawing knows tenths of a pixel. */
const STEPS = 10;
/** A place that moves a border by less than this is not seen, px². */
const LEAST_AREA = 0.35;

const laid = new WeakMap<DistrictMap, Map<string, MapOutlines>>();

/** The outlines of a map in a frame, worked out once for each map and frame. */
export function outlinesOf(map: DistrictMap, frame: MapFrame): MapOutlines {
  const frames = laid.get(map) ?? new Map<string, MapOutlines>();
  laid.set(map, frames);
  const key = `${frame.width}×${frame.maxHeight}`;
  const outlines = frames.get(key) ?? layOut(map, frame);
  frames.set(key, outlines);
  return outlines;
}

/**
 * North is up, and a kilometre has the same length both ways at the map's middle: a town is small enough for that.
 * The map is as large as the frame allows, in the middle of its width.
 */
function layOut(map: DistrictMap, { width, maxHeight }: MapFrame): MapOutlines {
  const { west, east, south, north } = boundsOf(map);
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const [across, up] = [Math.max((east - west) * shrink, 1e-9), Math.max(north - south, 1e-9)];
  const pxPerDegree = Math.min((width - 2 * EDGE) / across, (maxHeight - 2 * EDGE) / up);
  const left = (width - across * pxPerDegree) / 2;
  const toGrid = ([lon, lat]: LonLat): GridPlace => [
    Math.round((left + (lon - west) * shrink * pxPerDegree) * STEPS),
    Math.round((EDGE + (north - lat) * pxPerDegree) * STEPS),
  ];
  const rings = map.shapes.map((shape) => shape.polygons.flat().map((ring) => ring.slice(0, -1).map(toGrid)));
  const thin = thinRings(rings.flat(), LEAST_AREA * STEPS * STEPS);
  let at = 0;
  const outlines = map.shapes.map(({ code, label }, i): Outline => {
    const middle = toGrid(label);
    const own = thin.slice(at, (at += rings[i]!.length)).filter((ring) => ring.length > 0);
    const seen = own.length > 0 ? own : [speck(middle)];
    return { code, path: pathOf(seen), rings: seen.map((ring) => ring.map(toPx)), label: toPx(middle) };
  });
  return {
    width,
    height: Math.ceil(up * pxPerDegree + 2 * EDGE),
    left,
    pxPerKm: pxPerDegree / KM_PER_DEGREE,
    byCode: new Map(outlines.map((outline) => [outline.code, outline])),
  };
}

const toPx = ([x, y]: GridPlace): GridPlace => [x / STEPS, y / STEPS];

/** A district that is smaller than a pixel can still be seen and pointed at. */
const speck = ([x, y]: GridPlace): GridPlace[] => [
  [x - STEPS, y],
  [x, y - STEPS],
  [x + STEPS, y],
  [x, y + STEPS],
];

function boundsOf(map: DistrictMap): { west: number; east: number; south: number; north: number } {
  const bounds = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
  for (const [lon, lat] of map.shapes.flatMap((shape) => shape.polygons.flat(2))) {
    bounds.west = Math.min(bounds.west, lon);
    bounds.east = Math.max(bounds.east, lon);
    bounds.south = Math.min(bounds.south, lat);
    bounds.north = Math.max(bounds.north, lat);
  }
  return bounds;
}
