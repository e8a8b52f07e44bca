import { agePartitionFault, ageBandStart, parseAgeBand } from "../contract/age-band.js";
import { DomainError } from "../contract/domain-error.js";
import { ALL, type Figure } from "../contract/figure.js";
import { isOfLeaves, isStart } from "./leaves.js";
import type { DisclosurePolicy } from "./policy.js";

const startsOf = (bands: Iterable<string>): number[] => [...bands].map(ageBandStart).sort((a, b) => a - b);

/**
 * The finest age bands that may be printed, youngest first: the policy's, or the finest unions of leaves into which the
 * bands of every date that has ages can be summed. Empty where no date has ages.
 * @throws DomainError invalid_policy where the policy's bands are no partition of 0 and over in steps of five.
 */
export function publishedAges(figures: readonly Figure[], policy: DisclosurePolicy): string[] {
  const bandsByDate = new Map<string, Set<string>>();
  for (const { as_of, age_band } of figures) {
    if (age_band === ALL) continue;
    const bands = bandsByDate.get(as_of);
    if (bands) bands.add(age_band);
    else bandsByDate.set(as_of, new Set([age_band]));
  }
  if (bandsByDate.size === 0) return [];
  if (policy.ages) {
    if (policy.ages.some((band) => band === ALL || !isOfLeaves(band)) || agePartitionFault(policy.ages)) {
      throw new DomainError(
        "invalid_policy",
        "the ages to publish do not partition 0 and over in steps of five",
      );
    }
    return [...policy.ages].sort((a, b) => ageBandStart(a) - ageBandStart(b));
  }
  const dates = [...bandsByDate.values()].map((bands) => new Set(startsOf(bands)));
  return bandsFrom([...dates[0]!].filter((start) => isStart(start) && dates.every((s) => s.has(start))));
}

/** Bands by their youngest ages: [0, 15, 75] → 0-14, 15-74, 75+. */
const bandsFrom = (starts: readonly number[]): string[] =>
  starts.map((from, i) => (i + 1 < starts.length ? `${from}-${starts[i + 1]! - 1}` : `${from}+`));

/**
 * Combines neighbouring bands, youngest first, until each is large enough. Empty where they would all become one.
 * @param isEnough whether the bands from one place in the list to before another can be told as one
 */
export function combineAges(
  bands: readonly string[],
  isEnough: (first: number, end: number) => boolean,
): string[] {
  const starts: number[] = [];
  for (let first = 0, end = 1; end <= bands.length; end++) {
    if (!isEnough(first, end)) continue;
    starts.push(first);
    first = end;
  }
  // What is left over at the old end goes to the band before it, and that is larger still.
  return starts.length < 2 ? [] : bandsFrom(starts.map((i) => ageBandStart(bands[i]!)));
}

/** Whether bands that partition 0 and over can be summed into each of the others. */
export function canSumInto(bands: readonly string[], outer: readonly string[]): boolean {
  const starts = new Set(startsOf(bands));
  return outer.every((band) => starts.has(parseAgeBand(band)!.from));
}
