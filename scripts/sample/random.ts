/** A source of numbers in [0, 1). */
export type Random = () => number;

/**
 * mulberry32: small, seeded and made of integer operations only, so that every machine and every engine
 * draws the same numbers (Math.exp and its kind may differ in the last bit between engines).
 */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A factor around 1, at most `spread` away, nearer to 1 more often. */
export const around1 = (random: Random, spread: number): number => 1 + spread * (random() + random() - 1);
