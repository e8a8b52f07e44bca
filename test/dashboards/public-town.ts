import type { PageSource } from "../../dashboards/charts/page-source.js";
import { leafNoise, type NoiseOf } from "../../data/disclosure/noise.js";
import { DEFAULT_AGES } from "../../data/contract/town-settings.js";
import { publish } from "../../scripts/disclosure/publish-again.js";
import { publicAges, publicDistricts, publicFigures } from "../../worker/releases/public-figures.js";

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

/** A town as the public door has it: what the Worker makes of its release. */
export function publicTown(
  { municipality, figures, districts }: Pick<PageSource, "municipality" | "figures" | "districts">,
  seed = 7,
): PageSource & { townAges: NonNullable<PageSource["townAges"]>; isPublic: true } {
  const tables = publish({
    figures,
    districts,
    policy: { ages: DEFAULT_AGES },
    noiseOf: noiseFrom(seed),
  });
  const populationAsOf = new Map(figures.map((f) => [f.as_of, f.population_as_of]));
  return {
    municipality,
    synthetic: true,
    isPublic: true,
    figures: publicFigures(tables, { populationAsOf, provenance: new Map() }),
    districts: publicDistricts(tables, districts),
    townAges: publicAges(tables),
  };
}
