/** A place in a drawing, in whole steps of its grid. */
export type GridPlace = readonly [x: number, y: number];

/**
 * Rings with fewer places that look the same: a place goes where the triangle with its neighbours is smaller than
 * `leastArea` (Visvalingam & Whyatt, 1993). Places where three borders meet stay, and which of two goes first depends
 * on them alone, so that neighbours lose the same places of the border they share and no gap opens.
 * @param rings not closed: the first place follows the last. Places are whole numbers from 0 to 65,535.
 * @param leastArea in square steps of the grid.
 * @returns the rings in the same order; one that is smaller than anything to be seen has no place left.
 */
export function thinRings(
  rings: readonly (readonly GridPlace[])[],
  leastArea: number,
): (readonly GridPlace[])[] {
  const apart = rings.map(withoutRepeats);
  const corners = cornersOf(apart);
  return apart.map((ring) => {
    let left = ring;
    for (;;) {
      const next = withoutLeast(left, corners, leastArea * 2);
      if (next.length === left.length) return left.length < 3 ? [] : left;
      left = withoutRepeats(next);
    }
  });
}

const keyOf = ([x, y]: GridPlace): number => x * 65_536 + y;

const withoutRepeats = (ring: readonly GridPlace[]): readonly GridPlace[] =>
  ring.filter((place, i) => ring.length === 1 || keyOf(place) !== keyOf(ring.at(i - 1)!));

/** Places that have more than two neighbours in all rings together. */
function cornersOf(rings: readonly (readonly GridPlace[])[]): ReadonlySet<number> {
  const neighbours = new Map<number, Set<number>>();
  for (const ring of rings) {
    for (const [i, place] of ring.entries()) {
      const key = keyOf(place);
      const known = neighbours.get(key) ?? new Set();
      known.add(keyOf(ring.at(i - 1)!)).add(keyOf(ring[(i + 1) % ring.length]!));
      neighbours.set(key, known);
    }
  }
  return new Set([...neighbours].filter(([, known]) => known.size > 2).map(([key]) => key));
}

/** Takes out every place whose triangle is too small and smaller than those beside it; no two in a row. */
function withoutLeast(
  ring: readonly GridPlace[],
  corners: ReadonlySet<number>,
  leastDoubled: number,
): readonly GridPlace[] {
  const count = ring.length;
  const areas = ring.map((place, i) =>
    corners.has(keyOf(place))
      ? Number.POSITIVE_INFINITY
      : doubledArea(ring.at(i - 1)!, place, ring[(i + 1) % count]!),
  );
  const isBefore = (a: number, b: number) =>
    areas[a]! < areas[b]! || (areas[a] === areas[b] && keyOf(ring[a]!) < keyOf(ring[b]!));
  return ring.filter((_, i) => {
    if (areas[i]! >= leastDoubled) return true;
    const [before, after] = [(i + count - 1) % count, (i + 1) % count];
    return !(isBefore(i, before) && isBefore(i, after));
  });
}

const doubledArea = (a: GridPlace, b: GridPlace, c: GridPlace): number =>
  Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]));
