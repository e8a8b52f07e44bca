/** What can be wrong with published tables. */
export const AUDIT_FAULT_KINDS = [
  /** A count that is no multiple of ten, or below 0. */
  "not_tens",
  /** More cards held than residents, to the ten. */
  "above_residents",
  /** Held, issued and applications are not in this order. */
  "out_of_order",
  /** A cell with fewer residents than the policy asks for. */
  "few_residents",
  /** A cell with the noise of fewer than three leaves. */
  "few_leaves",
  /** Two cells that differ by fewer than three leaves: their difference has next to no noise. */
  "few_leaves_apart",
  /** Residents of the parts and of the whole disagree, or counts are further from a total than any noise. */
  "sums_disagree",
  /** The margin that a row names is not the one of its leaves. */
  "wrong_margin",
  /** A place is told on a date whose figures lack some of its people. */
  "incomplete",
  /** Two districts of one date are said to be the same people: their difference has no noise. */
  "same_people",
  /** A date that was told to the person is printed in tens. */
  "told_exactly",
  /** People whom an earlier release told go by another origin now: two noises for one count. */
  "other_people",
] as const;

/** One thing in published tables that must not be; where it is, as far as it has a place. */
export interface AuditFault {
  kind: (typeof AUDIT_FAULT_KINDS)[number];
  /** As-of date, kind, place, ages and sex, with blanks between; parts that do not apply are left out. */
  at: string;
}
