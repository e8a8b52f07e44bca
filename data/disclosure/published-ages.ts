import { agePartitionFault, ageBandStart, parseAgeBand } from "../contract/age-band.js";
import { DomainError } from "../contract/domain-error.js";
import { ALL, type Figure } from "../contract/figure.js";
import type { DisclosurePolicy } from "./policy.js";

const startsOf = (bands: Iterable<string>): number[] => [...bands].map(ageBandStart).sort((a, b) => a - b);

/**
 * The age bands of the tables, youngest first: the policy's, or the finest into which the bands of every date
 * that has ages can be summed. Empty where no date has ages.
 * @throws DomainError invalid_policy where the policy's bands are no partition of 0 and over.
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
    if (policy.ages.some((band) => !parseAgeBand(band)) || agePartitionFault(policy.ages)) {
      throw new DomainError("invalid_policy", "the ages to publish do not partition 0 and over");
    }
    return [...policy.ages].sort((a, b) => ageBandStart(a) - ageBandStart(b));
  }
  const dates = [...bandsByDate.values()].map((bands) => new Set(startsOf(bands)));
  const shared = [...dates[0]!].filter((start) => dates.every((starts) => starts.has(start)));
  return shared.map((from, i) => (i + 1 < shared.length ? `${from}-${shared[i + 1]! - 1}` : `${from}+`));
}

/** Whether the band lies within the other; `all` contains every band and is contained in itself alone. */
export function isWithin(band: string, outer: string): boolean {
  if (outer === ALL) return true;
  const inside = parseAgeBand(band);
  const around = parseAgeBand(outer);
  if (!inside || !around) return false;
  return inside.from >= around.from && (around.to === null || (inside.to !== null && inside.to <= around.to));
}

/** Whether bands that partition 0 and over can be summed into the band: none of them straddles its ends. */
export function canSumInto(bands: readonly string[], outer: string): boolean {
  const around = parseAgeBand(outer);
  if (!around) return true;
  const starts = new Set(startsOf(bands));
  return starts.has(around.from) && (around.to === null || starts.has(around.to + 1));
}
