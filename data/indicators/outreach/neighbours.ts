import type { District } from "../../contract/district.js";
import type { DistrictShape, LonLat } from "../../contract/district-shape.js";

/** For each district's code the codes of its neighbours, in code order; a district without any may be left out. */
export type Neighbours = ReadonlyMap<string, readonly string[]>;

/**
 * Whose residents may come over: districts that share a border on the town's map; without a map those whose tiles
 * touch at a side; with neither, none. A border is shared where two outlines have an edge in common, point for point.
 */
export function neighboursOf(
  districts: readonly Pick<District, "code" | "tile_x" | "tile_y">[],
  shapes: readonly DistrictShape[],
): Neighbours {
  const pairs = shapes.length > 0 ? sharedEdges(shapes) : touchingTiles(districts);
  const found = new Map<string, Set<string>>();
  for (const [a, b] of pairs) {
    if (a === b) continue;
    found.set(a, (found.get(a) ?? new Set()).add(b));
    found.set(b, (found.get(b) ?? new Set()).add(a));
  }
  return new Map([...found].map(([code, near]) => [code, [...near].sort()]));
}

function sharedEdges(shapes: readonly DistrictShape[]): [string, string][] {
  const owners = new Map<string, string>();
  const pairs: [string, string][] = [];
  for (const { code, polygons } of shapes) {
    for (const ring of polygons.flat()) {
      for (let i = 1; i < ring.length; i++) {
        const key = edgeKey(ring[i - 1]!, ring[i]!);
        const owner = owners.get(key);
        if (owner === undefined) owners.set(key, code);
        else pairs.push([owner, code]);
      }
    }
  }
  return pairs;
}

/** The same for both directions: neighbours run along their border in opposite ones. */
const edgeKey = (a: LonLat, b: LonLat): string => [a.join(), b.join()].sort().join(" ");

function touchingTiles(
  districts: readonly Pick<District, "code" | "tile_x" | "tile_y">[],
): [string, string][] {
  const placed = districts.filter((d) => d.tile_x !== null && d.tile_y !== null);
  return placed.flatMap((a) =>
    placed
      .filter((b) => Math.abs(a.tile_x! - b.tile_x!) + Math.abs(a.tile_y! - b.tile_y!) === 1)
      .map((b): [string, string] => [a.code, b.code]),
  );
}
