import type { PageSource } from "../../../dashboards/charts/page-source.js";
import { ageBandStart } from "../../../data/contract/age-band.js";
import type { ReferenceAge, ReferencePlace } from "../../../data/indicators/comparison/reference-place.js";
import { NATION, type PublishedTotal } from "../../../data/indicators/published-total.js";
import { around1, seededRandom } from "../../../scripts/sample/random.js";

/** Towns in the prefecture and elsewhere. */
const IN_PREFECTURE = 19;
const ELSEWHERE = 70;
const DATES = 12;
const BANDS = [...Array.from({ length: 20 }, (_, i) => `${i * 5}-${i * 5 + 4}`), "100+"];

const BESIDE = { population_as_of: "2021-01-01", held: null };

/**
 * Tables as the ministry's: the published rows of the town, its prefecture and the nation among towns that do not
 * exist, since made-up rates of real ones would be taken for theirs. Neighbours, towns of its size and one without
 * figures are among them.
 */
export function madeUpReference(
  published: readonly PublishedTotal[],
): NonNullable<PageSource["reference"]> & Required<Pick<PageSource, "systems">> {
  const random = seededRandom(173843);
  const nation = published.filter((p) => p.code === NATION).slice(-DATES);
  const codes = Array.from({ length: IN_PREFECTURE + ELSEWHERE }, (_, i) =>
    i < IN_PREFECTURE ? `1791${10 + i}` : `${18 + (i % 30)}92${10 + i}`,
  );
  const towns = codes.flatMap((code, i): ReferencePlace[] => {
    const population = Math.round(2000 + 60_000 * random() ** 2);
    let rate = around1(random, 0.3);
    return nation.map((whole) => {
      rate *= around1(random, 0.04);
      const issued = Math.floor(population * Math.min(0.95, rate * (whole.issued / whole.population)));
      const isUntold = i === codes.length - 1;
      return {
        ...BESIDE,
        code,
        name: `仮の町${i + 1}`,
        as_of: whole.as_of,
        population,
        issued: isUntold ? null : issued,
      };
    });
  });
  const dates = new Set(nation.map((p) => p.as_of));
  return {
    places: [...published.filter((p) => dates.has(p.as_of)).map((p) => ({ ...p, ...BESIDE })), ...towns],
    ages: nation.flatMap((whole) => BANDS.map((band) => madeUpAge(band, whole))),
    systems: ["173843", ...codes.slice(0, 2)].map((municipality) => ({ system: "仮の共同", municipality })),
  };
}

/** Of a band, around the nation's rate: rising to 75, falling after it. */
function madeUpAge(age_band: string, { as_of, issued, population }: PublishedTotal): ReferenceAge {
  const start = ageBandStart(age_band);
  const rate = (issued / population) * (start < 75 ? 0.9 + start / 400 : 1.05 - (start - 75) / 60);
  const people = 90_000 - 800 * start;
  return { ...BESIDE, age_band, sex: "all", as_of, population: people, issued: Math.floor(people * rate) };
}
