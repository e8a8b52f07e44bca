/**
 * A count with its noise as it is printed: the nearest multiple of the base, not below 0.
 * @param noisy the true count and the noise of all its leaves; may be below 0
 * @param tie whether a value half way between two multiples goes up: the same for every count of a cell
 */
export function printCount(noisy: number, tie: boolean, base: number): number {
  const low = Math.floor(noisy / base) * base;
  const twice = 2 * (noisy - low);
  return Math.max(0, twice > base || (twice === base && tie) ? low + base : low);
}

/** The largest number of cards held that is printed for so many residents: nobody holds two. */
export const heldCap = (residents: number, base: number): number => Math.floor(residents / base) * base;
