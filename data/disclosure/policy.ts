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
 * Ten is what the guidelines on the national health insurance claims database ask for (NDB の利用に関する
 * ガイドライン: 患者等の数が原則として10未満になる集計単位が含まれないこと). They let zeros out; here they stay
 * inside, see docs/decisions/011.
 */
export const DEFAULT_POLICY: DisclosurePolicy = {
  smallestCount: 10,
  smallestPopulation: 10,
  uniformGroups: "hide",
  ages: null,
  merges: [],
};
