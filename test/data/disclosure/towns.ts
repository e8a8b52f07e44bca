import fc from "fast-check";
import type { District } from "../../../data/contract/district.js";
import type { Figure, Sex } from "../../../data/contract/figure.js";
import { DEFAULT_POLICY, type DisclosurePolicy } from "../../../data/disclosure/policy.js";

/** A made-up town: what its ledger held when each of its releases was made, oldest first. */
export interface Town {
  districts: District[];
  policy: DisclosurePolicy;
  /** The figures behind each release. */
  ledgers: Figure[][];
}

const MUNICIPALITY = "173843";
const AGES = ["0-14", "15-64", "65+"];

interface Shape {
  districts: number;
  areas: number;
  ages: number;
  sexes: boolean;
  dates: number;
  releases: number;
  people: number;
  seed: number;
  smallestCount: number;
  uniformGroups: "hide" | "publish";
  merge: boolean;
  /** Chances that a count breaks an order, that a later release corrects it, that a measure is not supplied. */
  breaks: number;
  corrections: number;
  gaps: number;
  /** The first date knows districts alone, or the town alone. */
  coarseStart: "no" | "districts" | "town";
}

const shape: fc.Arbitrary<Shape> = fc.record({
  districts: fc.integer({ min: 1, max: 5 }),
  areas: fc.integer({ min: 0, max: 2 }),
  ages: fc.constantFrom(0, 0, 2, 3),
  sexes: fc.boolean(),
  dates: fc.integer({ min: 1, max: 3 }),
  releases: fc.integer({ min: 1, max: 3 }),
  people: fc.constantFrom(6, 20, 60, 200),
  seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  smallestCount: fc.constantFrom(3, 5, 10),
  uniformGroups: fc.constantFrom("hide" as const, "publish" as const),
  merge: fc.boolean(),
  breaks: fc.constantFrom(0, 0, 0.05),
  corrections: fc.constantFrom(0, 0, 0.1),
  gaps: fc.constantFrom(0, 0, 0.2),
  coarseStart: fc.constantFrom("no" as const, "no" as const, "districts" as const, "town" as const),
});

/** Towns of few districts and small counts, at one to three dates, published one to three times. */
export const towns: fc.Arbitrary<Town> = shape.map(makeTown);

/** A small deterministic generator: fast-check shrinks the shape, the seed gives the counts. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 48_271) >>> 0) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

export function makeTown(s: Shape): Town {
  const next = random(s.seed);
  const upTo = (n: number): number => Math.floor(next() * (n + 1));
  const codes = Array.from({ length: s.districts }, (_, i) => `0${i + 1}`);
  const districts = codes.map((code, i): District => ({
    municipality: MUNICIPALITY,
    code,
    name: code,
    kana: null,
    name_en: null,
    area: s.areas === 0 ? null : `area ${i % s.areas}`,
    tile_x: null,
    tile_y: null,
  }));
  const ages = s.ages === 0 ? ["all"] : s.ages === 2 ? ["0-14", "15+"] : AGES;
  const sexes: Sex[] = s.sexes && s.ages > 0 ? ["male", "female"] : ["all"];
  const dates = Array.from({ length: s.dates }, (_, t) => `2026-0${t + 1}-28`);
  const withoutHeld = next() < s.gaps ? 0 : -1;
  const fine = codes.flatMap((district) =>
    ages.flatMap((age_band) =>
      sexes.flatMap((sex) => {
        let population = next() < 0.1 ? 0 : upTo(s.people);
        let [applications, issued] = [0, 0];
        const eager = next();
        return dates.map((as_of, t): Figure => {
          if (next() < 0.2) population = Math.max(0, population + upTo(4) - 2);
          applications += upTo(Math.max(0, Math.floor((population - applications) * eager)));
          issued += upTo(applications - issued);
          let held: number | null = upTo(Math.min(issued, population));
          if (next() < s.breaks) applications += upTo(6) - 3;
          applications = Math.max(0, applications);
          if (t === withoutHeld) held = null;
          return {
            municipality: MUNICIPALITY,
            as_of,
            district,
            age_band,
            sex,
            population,
            population_as_of: null,
            applications,
            issued,
            held,
          };
        });
      }),
    ),
  );
  const first = coarsen(fine, dates[0]!, s.coarseStart);
  const ledgers: Figure[][] = [];
  let known = first;
  for (let r = 0; r < s.releases; r++) {
    const through = dates[Math.min(dates.length - 1, dates.length - s.releases + r)] ?? dates[0]!;
    if (r > 0) known = known.map((f) => (next() < s.corrections ? correct(f, upTo) : f));
    ledgers.push(known.filter((f) => f.as_of <= (r === s.releases - 1 ? dates.at(-1)! : through)));
  }
  const sameArea = districts.filter((d) => d.area === districts[0]!.area).map((d) => d.code);
  const merges =
    s.merge && sameArea.length > 2 ? [{ code: "M1", name: "M1", members: sameArea.slice(0, 2) }] : [];
  const policy = {
    ...DEFAULT_POLICY,
    smallestCount: s.smallestCount,
    smallestPopulation: s.smallestCount,
    uniformGroups: s.uniformGroups,
    merges,
  };
  return { districts, policy, ledgers: ledgers.filter((l) => l.length > 0) };
}

const correct = (f: Figure, upTo: (n: number) => number): Figure => ({
  ...f,
  applications: f.applications === null ? null : Math.max(0, f.applications + upTo(8) - 4),
});

function coarsen(figures: readonly Figure[], date: string, to: Shape["coarseStart"]): Figure[] {
  if (to === "no") return [...figures];
  const rest = figures.filter((f) => f.as_of !== date);
  const groups = Map.groupBy(
    figures.filter((f) => f.as_of === date),
    (f) => (to === "town" ? "all" : f.district),
  );
  const sum = (rows: readonly Figure[], m: "population" | "applications" | "issued" | "held") =>
    rows.some((r) => r[m] === null) ? null : rows.reduce((n, r) => n + r[m]!, 0);
  const coarse = [...groups].map(([district, rows]): Figure => ({
    ...rows[0]!,
    district,
    age_band: "all",
    sex: "all",
    population: sum(rows, "population")!,
    applications: sum(rows, "applications"),
    issued: sum(rows, "issued"),
    held: sum(rows, "held"),
  }));
  return [...coarse, ...rest];
}
