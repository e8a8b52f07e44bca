/** Several districts that are published as one (合算), under a name that says so. */
export interface DistrictMerge {
  code: string;
  name: string;
  /** Codes from the municipality's district list, two or more, all of one area. */
  members: readonly string[];
}

/** What a municipality lets out. Every release records the policy it was made under. */
export interface DisclosurePolicy {
  /** No cell with fewer residents is printed: smaller districts are added to a neighbour, ages are combined. */
  smallestResidents: number;
  /** The town's own counts: to the person, as towns and the ministry publish them, or in tens like all others. */
  totals: "exact" | "tens";
  /** The age bands to print, a partition of 0 and over in steps of five; null: as fine as all dates allow. */
  ages: readonly string[] | null;
  /** Districts that the town itself wants told as one, beside those that are too small to be told alone. */
  merges: readonly DistrictMerge[];
  /**
   * As-of dates of which the town has told counts by district or age to the person somewhere else. Printing them
   * again in tens would give their noise away, so districts and ages begin after the last of them.
   */
  toldExactly: readonly string[];
}

/** Counts are printed in multiples of it. */
export const BASE = 10;

/** No printed cell, and no difference of two, may have the noise of fewer leaves (docs/decisions/027). */
export const LEAST_LEAVES = 3;

export const DEFAULT_POLICY: DisclosurePolicy = {
  smallestResidents: 100,
  totals: "exact",
  ages: null,
  merges: [],
  toldExactly: [],
};
