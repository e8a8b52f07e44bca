/** A printed number, and half the width of its 95% band in the same unit. */
export interface Printed {
  value: number;
  margin: number;
}

/**
 * The greatest of some printed numbers, and all that are within their noise of it: any of these may be the true first.
 * Noise of different places or ages is independent, so the band of a difference is √(a² + b²) wide.
 * @returns those, greatest first; one alone leads beyond the noise, none where nothing is given
 */
export function leaders<T>(items: readonly T[], printed: (item: T) => Printed): T[] {
  const ordered = items.toSorted((a, b) => printed(b).value - printed(a).value);
  const [first] = ordered;
  if (first === undefined) return [];
  const lead = printed(first);
  return ordered.filter((item) => {
    const { value, margin } = printed(item);
    return item === first || lead.value - value <= Math.hypot(lead.margin, margin);
  });
}
