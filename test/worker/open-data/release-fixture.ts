import type { PublicRelease } from "../../../data/contract/public-release.js";
import { DEFAULT_SETTINGS } from "../../../data/contract/town-settings.js";
import type { Place } from "../../../data/disclosure/place.js";
import { leafCount, leafRange } from "../../../data/disclosure/leaves.js";
import { printMargin } from "../../../data/disclosure/noise.js";
import type { PublicRow } from "../../../data/disclosure/published.js";

/** Names as a district list may hold them: a formula, a comma, quotes, a word that is a mark, markup, a line's date. */
export const PLACES: readonly Place[] = [
  { kind: "town", code: "all", name: "all", members: ["-5", "01", "02", "03", "04~2027-04-01"] },
  { kind: "area", code: "=東", name: "=東", members: ["01", "02", "03"] },
  { kind: "area", code: "西", name: "西", members: ["-5", "04~2027-04-01"] },
  { kind: "district", code: "-5", name: '南"一"番町, <b>二</b>番町', members: ["-5"] },
  { kind: "district", code: "01", name: "本町", members: ["01"] },
  { kind: "district", code: "02+03", name: "山手・川端", members: ["02", "03"] },
  { kind: "district", code: "04~2027-04-01", name: "…", members: ["04~2027-04-01"] },
];

const DATES = ["2026-09-30", "2026-10-31"] as const;
type Counts = [applications: number, issued: number, held: number | null];

/** A cell's counts as they are printed; the town's own total to the person. */
interface Cell extends Pick<PublicRow, "kind" | "place" | "age_band" | "sex" | "population"> {
  counts: [Counts, Counts];
}

const town = (
  age_band: string,
  sex: PublicRow["sex"],
  population: number,
  counts: [Counts, Counts],
): Cell => ({ kind: "town", place: "all", age_band, sex, population, counts });

const place = (
  kind: "area" | "district",
  code: string,
  population: number,
  counts: [Counts, Counts],
): Cell => ({ kind, place: code, age_band: "all", sex: "all", population, counts });

const CELLS: readonly Cell[] = [
  town("all", "all", 250_000, [
    [200_103, 190_207, null],
    [200_904, 191_306, 170_402],
  ]),
  // More applications than residents: a rate above 100.
  town("all", "male", 120_000, [
    [121_000, 90_000, null],
    [122_500, 92_000, 80_000],
  ]),
  town("all", "female", 130_000, [
    [79_100, 100_200, null],
    [78_400, 99_300, 90_400],
  ]),
  town("5-9", "all", 0, [
    [0, 0, null],
    [0, 0, 0],
  ]),
  town("10-14", "all", 60_000, [
    [51_720, 50_000, null],
    [52_930, 51_000, 41_410],
  ]),
  town("90+", "all", 190_000, [
    [61_110, 60_610, null],
    [62_220, 61_620, 43_430],
  ]),
  place("area", "=東", 150_000, [
    [100_000, 90_000, null],
    [101_000, 91_000, 80_000],
  ]),
  place("area", "西", 100_000, [
    [100_100, 100_200, null],
    [99_900, 100_300, 90_400],
  ]),
  place("district", "-5", 40_000, [
    [37_370, 36_360, null],
    [38_380, 37_470, 35_350],
  ]),
  place("district", "01", 70_000, [
    [58_580, 57_570, null],
    [59_600, 58_690, 56_560],
  ]),
  place("district", "02+03", 80_000, [
    [41_410, 32_420, null],
    [41_400, 32_310, 23_440],
  ]),
  place("district", "04~2027-04-01", 60_000, [
    [62_730, 63_840, null],
    [61_520, 62_830, 55_050],
  ]),
];

const rows: PublicRow[] = DATES.flatMap((as_of, t) =>
  CELLS.map(({ counts, ...cell }): PublicRow => {
    const [applications, issued, held] = counts[t]!;
    const lines = PLACES.find((p) => p.kind === cell.kind && p.code === cell.place)!.members.length;
    const { age_band, sex } = cell;
    const isTotal = cell.kind === "town" && age_band === "all" && sex === "all";
    const margin = isTotal ? 0 : printMargin(lines * leafCount(leafRange(age_band, sex)));
    return { as_of, ...cell, applications, issued, held, margin };
  }),
);

/** A town with areas, a merge, a district that is going to be divided, missing values, a rate above 100 and nobody of an age. */
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
    made_at: "2026-11-10T03:00:00.000Z",
    through: "2026-10-31",
    synthetic: true,
    settings: {
      ...DEFAULT_SETTINGS,
      policy,
      name_en: "Hakui City",
      contact: { ja: "情報政策課 <0767>", en: "IT & policy" },
    },
    tables: {
      municipality: "172073",
      policy,
      successions: [{ on: "2027-04-01", from: ["04"], to: ["06", "07"] }],
      places: PLACES,
      known: ["-5", "01", "02", "03", "04"],
      coverage: [{ dates: DATES, codes: ["-5", "01", "02", "03", "04"] }],
      rows,
    },
    population_as_of: { "2026-09-30": "2025-01-01", "2026-10-31": null },
    certificate: { passed: true, method: "tens-of-people", version: 1, policy },
    changes: { ja: ["はじめての公開です。"], en: ["The first release."] },
    ...more,
  };
}
