/** Several districts that are published as one (合算), under a name that says so. */
export interface DistrictMerge {
  code: string;
  name: string;
  /** Codes from the municipality's district list, two or more, all of one area. */
  members: readonly string[];
}

/** What a municipality lets out. Every release records the policy it was made under. */
export interface DisclosurePolicy {
  /**
   * No published count of persons, and none that published counts give away, is smaller, except zero where
   * `uniformGroups` lets it be. Also the width of doubt: whoever knows everything published cannot tell a
   * hidden value better than within a range this wide.
   */
  smallestCount: number;
  /** Cells with fewer residents (but some) show their population alone. */
  smallestPopulation: number;
  /** Groups at 0% or 100% tell about everybody in them: `hide` them, or `publish` them as other official tables do. */
  uniformGroups: "hide" | "publish";
  /** The age bands of the published tables, a partition of 0 and over; null: as fine as all dates allow. */
  ages: readonly string[] | null;
  merges: readonly DistrictMerge[];
}

/**
 * Ten is the smallest count of patients that the guideline on the national health insurance claims database lets
 * be published (匿名レセプト情報・匿名特定健診等情報の提供に関するガイドライン, 最小集計単位の原則). It lets zeros out; here
 * they stay inside, see docs/decisions/011.
 */
export const DEFAULT_POLICY: DisclosurePolicy = {
  smallestCount: 10,
  smallestPopulation: 10,
  uniformGroups: "hide",
  ages: null,
  merges: [],
};
