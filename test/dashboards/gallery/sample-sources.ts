import type { PageSource } from "../../../dashboards/charts/page-source.js";
import type { District } from "../../../data/contract/district.js";
import type { PublicRelease } from "../../../data/contract/public-release.js";
import { DEFAULT_SETTINGS } from "../../../data/contract/town-settings.js";
import type { NoiseOf } from "../../../data/disclosure/noise.js";
import type { PublishedTotal } from "../../../data/indicators/published-total.js";
import { townTotals } from "../../../data/indicators/totals.js";
import { noiseUnder } from "../../../scripts/disclosure/known-noise.js";
import { publish } from "../../../scripts/disclosure/publish-again.js";
import { sampleFigures } from "../../../scripts/disclosure/sample-figures.js";
import { readReferenceCsv } from "../../../scripts/reference/read-reference.js";
import { publicAges, publicDistricts, publicFigures } from "../../../worker/releases/public-figures.js";

const SHIKA = { code: "173843", name: "志賀町", prefecture: "石川県" };

/** The sample town as each door has it, and the release that the public door reads. */
export interface SampleSources {
  internal: PageSource;
  public: PageSource;
  release: PublicRelease;
}

/** What the product itself would draw of the sample: all of its dates, published once under the sample's open key. */
export function sampleSources(): SampleSources {
  const { figures } = sampleFigures();
  const districts = listedDistricts();
  const published = publishedTotals();
  const settings = { ...DEFAULT_SETTINGS, name_en: "Shika Town" };
  const tables = publish({ figures, districts, noiseOf: sampleNoise(), policy: settings.policy });
  const populationAsOf = new Map(townTotals(figures).map((t) => [t.as_of, t.population_as_of]));
  const provenance = new Map(figures.map((f) => [f.as_of, "synthetic" as const]));
  const pages = { municipality: SHIKA, synthetic: true, published };
  return {
    internal: { ...pages, figures, districts },
    public: {
      ...pages,
      figures: publicFigures(tables, { populationAsOf, provenance }),
      districts: publicDistricts(tables, districts),
      townAges: publicAges(tables),
    },
    release: {
      municipality: SHIKA,
      id: "rel_sample",
      previous: null,
      made_at: "2026-11-10T03:00:00Z",
      through: figures.at(-1)!.as_of,
      synthetic: true,
      settings,
      tables,
      districts: districts.map(({ code, name, name_en, kana }) => ({ code, name, name_en, kana })),
      population_as_of: Object.fromEntries(populationAsOf),
      certificate: { passed: true, method: "tens-of-people", version: 1, policy: settings.policy },
      changes: { ja: [], en: [] },
    },
  };
}

/** As worker/releases/noise-key.ts makes it for a town whose figures are all synthetic. */
function sampleNoise(): NoiseOf {
  const noiseOf = noiseUnder("sample figures: nobody to protect");
  return (identity) => noiseOf(JSON.stringify(["leaves", SHIKA.code, identity]));
}

/** The list as the town hall uploads it: with the places of the schematic map, which only drawings need. */
const listedDistricts = (): District[] =>
  readReferenceCsv("districts-173843.csv").map((row) => ({
    municipality: SHIKA.code,
    code: row.code!,
    name: row.name!,
    kana: row.kana!,
    name_en: row.name_en!,
    area: row.area!,
    tile_x: Number(row.tile_x),
    tile_y: Number(row.tile_y),
  }));

/** The series that come with the product; all of them concern 志賀町. */
const publishedTotals = (): PublishedTotal[] =>
  readReferenceCsv("published-series.csv").map((row) => ({
    code: row.code!,
    name: row.name!,
    as_of: row.as_of!,
    population: Number(row.population),
    issued: Number(row.issued),
  }));
