import { createHmac } from "node:crypto";
import type { District } from "../../data/contract/district.js";
import type { Figure } from "../../data/contract/figure.js";
import type { PublicRelease } from "../../data/contract/public-release.js";
import { DEFAULT_SETTINGS, type TownSettings } from "../../data/contract/town-settings.js";
import { leafNoise, type LeafNoise } from "../../data/disclosure/noise.js";
import { publishTables } from "../../data/disclosure/publish.js";

const NAMES = [
  "高浜",
  "志加浦",
  "堀松",
  "上熊野",
  "加茂",
  "土田",
  "中甘田",
  "下甘田",
  "富来",
  "熊野",
  "稗造",
  "東増穂",
  "西増穂",
  "西浦",
  "西海",
  "福浦",
];
const BANDS = [...Array.from({ length: 18 }, (_, i) => `${i * 5}-${i * 5 + 4}`), "90+"];

/** What a drawing is tried with. */
export interface TriedTown {
  /** Month ends from April 2025 on. */
  months?: number;
  names?: readonly string[];
  /** Of each district, in the order of the names. */
  areas?: readonly string[];
  /** Residents of one age band in the first district; others grow from it. */
  size?: number;
  settings?: Partial<TownSettings>;
  synthetic?: boolean;
  /** Measures that are not supplied. */
  without?: readonly ("applications" | "issued" | "held")[];
}

const monthEnd = (i: number): string => new Date(Date.UTC(2025, 4 + i, 0)).toISOString().slice(0, 10);

function figuresOf({ months = 19, names = NAMES, size = 30, without = [] }: TriedTown): Figure[] {
  return Array.from({ length: months }, (_, t) => monthEnd(t)).flatMap((as_of, t) =>
    names.flatMap((_, d) =>
      BANDS.map((age_band, a): Figure => {
        const population = Math.max(
          0,
          Math.round(size * (1 + ((d * 7) % 5) / 2) * (a > 15 ? 0.8 : 1.1) - d - a / 3),
        );
        const applied = 0.8 + t * 0.006 - (a > 15 ? 0.08 : 0) - (d % 4) * 0.02;
        const applications = Math.min(population, Math.floor(population * applied));
        const issued = Math.floor(applications * 0.97);
        const supplied = { applications, issued, held: Math.floor(issued * 0.975) };
        for (const measure of without) Object.assign(supplied, { [measure]: null });
        return {
          municipality: "173843",
          as_of,
          district: String(d + 1).padStart(2, "0"),
          age_band,
          sex: "all",
          population,
          population_as_of: t < 9 ? "2025-01-01" : "2026-01-01",
          ...supplied,
        };
      }),
    ),
  );
}

/** The noise of an identity under a key that everybody may know: a made-up town has nobody to protect. */
const noiseOf = (identity: string): LeafNoise =>
  leafNoise(createHmac("sha256", "a tried town").update(identity).digest());

/** A release of a made-up town, printed in tens as every release is: what its drawings and pages are tried with. */
export function triedRelease(town: TriedTown = {}): PublicRelease {
  const figures = figuresOf(town);
  const settings: TownSettings = { ...DEFAULT_SETTINGS, name_en: "Shika Town", ...town.settings };
  const { policy } = settings;
  const districts = (town.names ?? NAMES).map((name, i): District => ({
    municipality: "173843",
    code: String(i + 1).padStart(2, "0"),
    name,
    kana: null,
    name_en: null,
    area: town.areas?.[i] ?? null,
    tile_x: null,
    tile_y: null,
  }));
  return {
    municipality: { code: "173843", name: "志賀町", prefecture: "石川県" },
    id: "rel_tried",
    previous: null,
    made_at: "2026-11-10T03:00:00Z",
    through: figures.at(-1)!.as_of,
    synthetic: town.synthetic ?? true,
    settings,
    tables: publishTables({
      municipality: "173843",
      figures,
      districts,
      successions: [],
      policy,
      earlier: [],
      noiseOf,
    }),
    districts: districts.map(({ code, name, name_en, kana }) => ({ code, name, name_en, kana })),
    population_as_of: Object.fromEntries(figures.map((f) => [f.as_of, f.population_as_of])),
    certificate: { passed: true, method: "tens-of-people", version: 1, policy },
    changes: { ja: [], en: [] },
  };
}
