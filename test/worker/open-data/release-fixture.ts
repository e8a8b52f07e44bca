import type { PublicRelease } from "../../../data/contract/public-release.js";
import { DEFAULT_SETTINGS } from "../../../data/contract/town-settings.js";
import type { Place } from "../../../data/disclosure/place.js";
import type { HiddenReason, ProtectedRow, ProtectedValue } from "../../../data/disclosure/published.js";

/** Names as a district list may hold them: a formula, a comma, quotes, a word that is a mark, markup. */
export const PLACES: readonly Place[] = [
  { kind: "town", code: "all", name: "all", members: ["01", "02", "03", "04", "-5"] },
  { kind: "area", code: "=東", name: "=東", members: ["01", "02", "03"] },
  { kind: "area", code: "x", name: "x", members: ["-5", "04"] },
  { kind: "district", code: "-5", name: '南"一"番町, <b>二</b>番町', members: ["-5"] },
  { kind: "district", code: "01", name: "本町", members: ["01"] },
  { kind: "district", code: "02+03", name: "山手・川端", members: ["02", "03"] },
  { kind: "district", code: "04", name: "…", members: ["04"] },
];

const DATES = ["2026-09-30", "2026-10-31"] as const;
type Counts = [applications: number, issued: number, held: number | null];

/** True counts of every cell; `hide` names the measures that may not be told, and why. */
interface TrueCell {
  kind: Place["kind"];
  place: string;
  age_band: string;
  sex: ProtectedRow["sex"];
  population: number;
  counts: [Counts, Counts];
  hide?: Partial<Record<"applications" | "issued" | "held", HiddenReason>>;
}

const CELLS: readonly TrueCell[] = [
  town("all", "all", 250_000, [
    [200_100, 190_200, null],
    [200_900, 191_300, 170_400],
  ]),
  town("all", "male", 120_000, [
    [121_000, 90_000, null],
    [122_500, 92_000, 80_000],
  ]),
  // More applications than residents: a rate above 100, fewer than nobody without one.
  town("all", "female", 130_000, [
    [79_100, 100_200, null],
    [78_400, 99_300, 90_400],
  ]),
  town("5-9", "all", 0, [
    [0, 0, null],
    [0, 0, 0],
  ]),
  town(
    "10-14",
    "all",
    60_000,
    [
      [51_717, 50_000, null],
      [52_929, 51_000, 41_414],
    ],
    { applications: "uniform_group" },
  ),
  town(
    "90+",
    "all",
    190_000,
    [
      [61_111, 60_606, null],
      [62_222, 61_616, 43_434],
    ],
    { applications: "complementary", issued: "small_difference", held: "earlier_release" },
  ),
  place("area", "=東", 150_000, [
    [100_000, 90_000, null],
    [101_000, 91_000, 80_001],
  ]),
  place("area", "x", 100_000, [
    [100_100, 100_200, null],
    [99_900, 100_300, 90_399],
  ]),
  place(
    "district",
    "-5",
    40_000,
    [
      [37_373, 36_363, null],
      [38_383, 37_474, 35_353],
    ],
    { applications: "small_count", issued: "small_count" },
  ),
  place(
    "district",
    "01",
    70_000,
    [
      [58_585, 57_575, null],
      [59_595, 58_686, 56_565],
    ],
    { issued: "complementary" },
  ),
  place("district", "02+03", 80_000, [
    [41_415, 32_425, null],
    [41_405, 32_314, 23_436],
  ]),
  place(
    "district",
    "04",
    60_000,
    [
      [62_727, 63_838, null],
      [61_517, 62_826, 55_046],
    ],
    { applications: "small_complement", held: "small_population" },
  ),
];

function town(
  age_band: string,
  sex: ProtectedRow["sex"],
  population: number,
  counts: [Counts, Counts],
  hide?: TrueCell["hide"],
): TrueCell {
  return { kind: "town", place: "all", age_band, sex, population, counts, ...(hide && { hide }) };
}
function place(
  kind: "area" | "district",
  code: string,
  population: number,
  counts: [Counts, Counts],
  hide?: TrueCell["hide"],
): TrueCell {
  return { kind, place: code, age_band: "all", sex: "all", population, counts, ...(hide && { hide }) };
}

function minus(a: ProtectedValue, b: ProtectedValue): ProtectedValue {
  if (a === null || b === null) return null;
  if (typeof a !== "number") return a;
  return typeof b === "number" ? a - b : b;
}

const rows: ProtectedRow[] = DATES.flatMap((as_of, t) =>
  CELLS.map(({ counts, hide = {}, ...cell }): ProtectedRow => {
    const [a, i, h] = counts[t]!;
    const told = (count: number | null, reason?: HiddenReason): ProtectedValue =>
      count !== null && reason ? { hidden: reason } : count;
    const applications = told(a, hide.applications);
    const issued = told(i, hide.issued);
    const { population } = cell;
    const held = told(h, hide.held);
    const without_application = minus(population, applications);
    return {
      as_of,
      ...cell,
      applications,
      issued,
      held,
      without_application,
      not_yet_issued: minus(applications, issued),
    };
  }),
);

/** Every count that the fixture hides, and the differences that would give it away. */
export const SECRETS: readonly number[] = CELLS.flatMap(({ counts, population, hide = {} }) =>
  counts.flatMap(([a, i, h]) => [
    ...(hide.applications ? [a, population - a] : []),
    ...(hide.issued ? [i] : []),
    ...(hide.held && h !== null ? [h] : []),
    ...(hide.applications || hide.issued ? [a - i] : []),
  ]),
);

/** A town with areas, a merge, hidden and missing values, a rate above 100 and nobody of an age. */
export function releaseFixture(more: Partial<PublicRelease> = {}): PublicRelease {
  const policy = {
    ...DEFAULT_SETTINGS.policy,
    ages: ["0-4", "5-9", "10-14", "15-89", "90+"],
    merges: [{ code: "02+03", name: "山手・川端", members: ["02", "03"] }],
  };
  return {
    municipality: { code: "172073", name: "羽咋市", prefecture: "石川県" },
    id: "rel_00000000000000000000000000000001",
    previous: null,
    revision: 7,
    recorded_at: "2026-11-09T03:00:00.000Z",
    made_at: "2026-11-10T03:00:00.000Z",
    through: "2026-10-31",
    synthetic: true,
    settings: {
      ...DEFAULT_SETTINGS,
      policy,
      name_en: "Hakui City",
      contact: { ja: "情報政策課 <0767>", en: "IT & policy" },
    },
    tables: { municipality: "172073", policy, places: PLACES, rows, pattern: [] },
    population_as_of: { "2026-09-30": "2025-01-01", "2026-10-31": null },
    certificate: {
      passed: true,
      solver: "HiGHS",
      hidden: 0,
      protected: 0,
      known: 0,
      exposed: 0,
      smallestWidth: null,
      witnesses: 0,
      programs: 0,
      largestProgram: 0,
    },
    changes: { ja: ["はじめての公開です。"], en: ["The first release."] },
    ...more,
  };
}

/** The same release, each value hidden for another reason than it was. */
export function withOtherReasons(release: PublicRelease): PublicRelease {
  const other = (value: ProtectedValue): ProtectedValue =>
    value !== null && typeof value === "object"
      ? { hidden: value.hidden === "small_count" ? "complementary" : "small_count" }
      : value;
  const changed = release.tables.rows.map((row) => ({
    ...row,
    applications: other(row.applications),
    issued: other(row.issued),
    held: other(row.held),
    without_application: other(row.without_application),
    not_yet_issued: other(row.not_yet_issued),
  }));
  return { ...release, tables: { ...release.tables, rows: changed } };
}
