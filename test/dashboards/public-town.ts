import type { PageSource } from "../../dashboards/charts/page-source.js";
import type { District } from "../../data/contract/district.js";
import { ALL, type Figure } from "../../data/contract/figure.js";
import { leafNoise, type NoiseOf } from "../../data/disclosure/noise.js";
import { DEFAULT_POLICY } from "../../data/disclosure/policy.js";
import { publishTables } from "../../data/disclosure/publish.js";
import { DEFAULT_AGES } from "../../data/contract/town-settings.js";

/** Secrets that are the same every day: 256 bits of an identity from its letters and a seed (xorshift32). */
export const noiseFrom =
  (seed: number): NoiseOf =>
  (identity) => {
    let state = [...identity].reduce((h, c) => Math.imul(h ^ c.charCodeAt(0), 0x01000193), seed | 1) | 1;
    const digest = Uint8Array.from({ length: 64 }, () => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return state >>> 11;
    });
    // The first steps of a small state are not yet random.
    return leafNoise(digest.slice(32));
  };

/** A town as the public door has it: its release's rows, all ages of the town and its districts, and its own ages. */
export function publicTown(
  town: Pick<PageSource, "municipality" | "figures" | "districts">,
  seed = 7,
): PageSource & { townAges: NonNullable<PageSource["townAges"]> } {
  const { figures, districts } = town;
  const municipality = town.municipality.code;
  const { rows, places } = publishTables({
    municipality,
    figures,
    districts,
    successions: [],
    policy: { ...DEFAULT_POLICY, ages: DEFAULT_AGES },
    earlier: [],
    noiseOf: noiseFrom(seed),
  });
  const populationAsOf = new Map(figures.map((f) => [f.as_of, f.population_as_of]));
  const listed = new Map(districts.map((d) => [d.code, d]));
  return {
    ...town,
    synthetic: true,
    figures: rows
      .filter((r) => r.kind !== "area" && r.age_band === ALL && r.sex === ALL)
      .map(({ as_of, kind, place, population, applications, issued, held }): Figure => ({
        municipality,
        as_of,
        district: kind === "town" ? ALL : place,
        age_band: ALL,
        sex: ALL,
        population,
        population_as_of: populationAsOf.get(as_of) ?? null,
        applications,
        issued,
        held,
      })),
    districts: places
      .filter((p) => p.kind === "district")
      .map(({ code, name, members }): District => ({ ...listed.get(members[0]!)!, code, name })),
    townAges: rows
      .filter((r) => r.kind === "town")
      .map(({ as_of, age_band, sex, population, applications, issued, held }) => ({
        as_of,
        age_band,
        sex,
        population,
        applications,
        issued,
        held,
      })),
  };
}
