/** How a made-up town is cut; everything has a default. */
export interface TownMapOptions {
  /** How far corners and borders stray, as a share of a district's width: 0 gives squares. */
  jitter?: number;
  /** Places on each border between two corners, 1 and more: a stand-in for how finely a town has drawn its coast. */
  detail?: number;
  /** Width and height of a district in degrees. */
  cell?: number;
  seed?: number;
  /** What a feature says of its district; `{code}` unless told otherwise. */
  properties?: (code: string, index: number) => Record<string, unknown>;
  /** Said at the top of the file; null for nothing. */
  attribution?: string | null;
}

type Place = [lon: number, lat: number];

const WEST = 136.7;
const SOUTH = 37.1;

/**
 * A GeoJSON text of irregular districts that touch each other as in a real town: neighbours share every place of
 * their border. Made up, and says so. The same codes and options give the same text.
 */
export function townMap(codes: readonly string[], options: TownMapOptions = {}): string {
  const { attribution = "合成データ(実在の境界ではありません)", properties = (code) => ({ code }) } = options;
  const features = codes.map((code, i) => ({
    type: "Feature",
    properties: properties(code, i),
    geometry: { type: "Polygon", coordinates: [districtRing(i, codes.length, options)] },
  }));
  return JSON.stringify({
    type: "FeatureCollection",
    ...(attribution !== null && { attribution }),
    features,
  });
}

/** The closed ring of the district at `index` of `count`, counterclockwise. */
export function districtRing(index: number, count: number, options: TownMapOptions = {}): Place[] {
  const columns = Math.ceil(Math.sqrt(count));
  const x = index % columns;
  const y = Math.floor(index / columns);
  const corners: Place[] = [
    [x, y],
    [x + 1, y],
    [x + 1, y + 1],
    [x, y + 1],
  ];
  const ring = corners.flatMap((corner, i) => border(corner, corners[(i + 1) % 4]!, options).slice(0, -1));
  return [...ring, ring[0]!];
}

/** From one corner of the grid to the next; the same places backwards where it is asked for backwards. */
function border(from: Place, to: Place, options: TownMapOptions): Place[] {
  if (from[0] > to[0] || from[1] > to[1]) return border(to, from, options).reverse();
  const { detail = 8, jitter = 0.3, seed = 1 } = options;
  const [a, b] = [corner(from, options), corner(to, options)];
  return Array.from({ length: detail + 1 }, (_, step) => {
    const t = step / detail;
    const stray = (axis: number) =>
      step === 0 || step === detail
        ? 0
        : // A slow bend, and a little noise on it as of a surveyed stream.
          (jitter / 2) * Math.sin(Math.PI * t) * chance(seed, axis, ...from, ...to) +
          (jitter / detail / 2) * chance(seed, axis + 2, step, ...from, ...to);
    return onEarth([a[0] + (b[0] - a[0]) * t + stray(0), a[1] + (b[1] - a[1]) * t + stray(1)], options);
  });
}

const corner = ([x, y]: Place, { jitter = 0.3, seed = 1 }: TownMapOptions): Place => [
  x + jitter * chance(seed, 4, x, y),
  y + jitter * chance(seed, 5, x, y),
];

const onEarth = ([x, y]: Place, { cell = 0.02 }: TownMapOptions): Place => [
  Number((WEST + x * cell).toFixed(7)),
  Number((SOUTH + y * cell).toFixed(7)),
];

/** Between −0.5 and 0.5, the same for the same numbers (FNV-1a over them, then mixed). */
function chance(...numbers: number[]): number {
  let hash = 0x811c9dc5;
  for (const n of numbers) hash = Math.imul(hash ^ n, 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39) >>> 0;
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32 - 0.5;
}
