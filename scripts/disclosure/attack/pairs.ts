import { noiseDistribution } from "./coins.js";

/** Two cells that make up a total that is told to the person, over months. */
export interface PublicPair {
  leaves: readonly [number, number];
  prints: readonly (readonly [number, number])[];
  totals: readonly number[];
}

/**
 * How many values the first cell's count on the last date can have, and the probability of the likeliest, for a reader
 * who knows that both counts grow. The sum of the two noises decides which courses fit; how it is shared out between
 * the cells nothing public tells but the total itself.
 */
export function attackPair({ leaves, prints, totals }: PublicPair): {
  possible: number;
  probability: number;
} {
  const [a, b] = leaves;
  const [one, both] = [noiseDistribution(a), noiseDistribution(a + b)];
  const other = noiseDistribution(b);
  const found = new Map<number, number>();
  for (let sum = -a - b; sum <= a + b; sum++) {
    const prior = both[sum + a + b]!;
    if (prior < 1e-12) continue;
    const last = noisyCourses(prints, totals, sum);
    for (const [noisy, ways] of last) {
      for (let e = Math.max(-a, sum - b); e <= Math.min(a, sum + b); e++) {
        const shared = one[e + a]! * other[sum - e + b]!;
        const count = noisy - e;
        if (count >= 0 && count <= totals.at(-1)! && shared > 0) {
          found.set(count, (found.get(count) ?? 0) + ways * shared);
        }
      }
    }
  }
  const all = [...found.values()].reduce((x, y) => x + y, 0);
  const shares = [...found.values()].map((w) => w / all);
  return { possible: shares.filter((p) => p > 1e-4).length, probability: Math.max(0, ...shares) };
}

/** The first cell's noisy counts on the last date, by the growing courses that lead to them for one sum of noises. */
function noisyCourses(
  prints: readonly (readonly [number, number])[],
  totals: readonly number[],
  sum: number,
): Map<number, number> {
  let ways = new Map<number, number>();
  prints.forEach(([first, second], t) => {
    const next = new Map<number, number>();
    for (let y = first === 0 ? -60 : first - 5; y <= first + 5; y++) {
      const rest = totals[t]! + sum - y;
      const fits = second === 0 ? rest <= 5 : Math.abs(rest - second) <= 5;
      if (!fits) continue;
      if (t === 0) next.set(y, 1);
      else {
        // Neither cell's count falls: the first rises by no more than the total.
        const risen = totals[t]! - totals[t - 1]!;
        let courses = 0;
        for (let before = y - risen; before <= y; before++) courses += ways.get(before) ?? 0;
        if (courses > 0) next.set(y, courses / 11);
      }
    }
    ways = next;
  });
  return ways;
}
