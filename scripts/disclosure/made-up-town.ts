import type { District } from "../../data/contract/district.js";
import type { Figure, Sex } from "../../data/contract/figure.js";
import { seededRandom, type Random } from "../sample/random.js";

/** What a made-up town is like; the same shape and seed, the same town. */
export interface TownShape {
  seed: number;
  districts: number;
  areas: number;
  /** Starts of the age bands; none: figures of all ages together. */
  ages: readonly number[];
  sexes: boolean;
  months: number;
  /** Residents of a district are drawn between these, small ones more often. */
  smallest: number;
  largest: number;
}

/** People of one district, age band and sex; the grain of the figures. */
interface Cell {
  district: string;
  age_band: string;
  sex: Sex;
  population: number;
  applications: number;
  issued: number;
  held: number;
  /** How ready its people are: some groups end at all, some at nobody. */
  readiness: number;
}

export interface MadeUpTown {
  municipality: string;
  districts: District[];
  figures: Figure[];
}

export const MADE_UP = "173843";
export const FIVE_YEAR_STARTS = Array.from({ length: 19 }, (_, i) => i * 5);

const monthEnd = (i: number): string => new Date(Date.UTC(2024, i + 1, 0)).toISOString().slice(0, 10);

/** A shape drawn at random: two to twenty-five districts, of 20 to some 3,000 residents, every grain. */
export function drawShape(seed: number, months: number): TownShape {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const grain = pick([0, 1, 1, 2, 2]);
  return {
    seed,
    districts: 2 + Math.floor(random() * 24),
    areas: pick([0, 0, 2, 3]),
    ages: grain === 0 ? [] : pick([[0, 15, 65], [0, 15, 30, 45, 60, 75], FIVE_YEAR_STARTS]),
    sexes: grain === 2,
    months,
    smallest: pick([20, 80, 150, 400]),
    largest: pick([600, 1500, 3000]),
  };
}

/** Month after month: people come, go and die, cards are applied for, issued, lost and returned. */
export function makeTown(shape: TownShape): MadeUpTown {
  const random = seededRandom(shape.seed);
  const codes = Array.from({ length: shape.districts }, (_, i) => String(i + 1).padStart(2, "0"));
  const bands = shape.ages.map((from, i) =>
    i + 1 < shape.ages.length ? `${from}-${shape.ages[i + 1]! - 1}` : `${from}+`,
  );
  const districts = codes.map((code, i): District => ({
    municipality: MADE_UP,
    code,
    name: `地区${code}`,
    kana: null,
    name_en: null,
    area: shape.areas > 0 ? `area ${i % shape.areas}` : null,
    tile_x: i % 5,
    tile_y: Math.floor(i / 5),
  }));
  const cells = codes.flatMap((district) => cellsOf(district, bands, shape, random));
  const figures: Figure[] = [];
  for (let t = 0; t < shape.months; t++) {
    const as_of = monthEnd(t);
    for (const cell of cells) {
      if (t > 0) live(cell, random);
      const { readiness: _, ...counts } = cell;
      figures.push({ municipality: MADE_UP, as_of, population_as_of: as_of, ...counts });
    }
  }
  return { municipality: MADE_UP, districts, figures };
}

function cellsOf(district: string, bands: readonly string[], shape: TownShape, random: Random): Cell[] {
  const { smallest, largest } = shape;
  const residents = smallest + (largest - smallest) * random() ** 3;
  const kinds = (bands.length > 0 ? bands : ["all"]).flatMap((age_band) =>
    (shape.sexes ? (["male", "female"] as const) : (["all"] as const)).map((sex) => ({ age_band, sex })),
  );
  return kinds.map(({ age_band, sex }) => {
    const population = Math.round((residents / kinds.length) * (0.4 + 1.2 * random()));
    const readiness = random() < 0.1 ? random() * 0.05 : random() < 0.1 ? 1 : 0.6 + 0.4 * random();
    const applications = Math.floor(population * readiness * (0.5 + 0.3 * random()));
    const issued = Math.floor(applications * (0.9 + 0.1 * random()));
    return {
      district,
      age_band,
      sex,
      population,
      readiness,
      applications,
      issued,
      held: Math.floor(issued * 0.97),
    };
  });
}

function live(cell: Cell, random: Random): void {
  const some = (mean: number): number => Math.floor(mean + random() + random() * mean * 0.5);
  cell.population = Math.max(
    0,
    cell.population + some(cell.population * 0.003) - some(cell.population * 0.004),
  );
  const missing = Math.max(0, Math.round(cell.population * cell.readiness) - cell.applications);
  cell.applications += random() < 0.5 ? some(missing * 0.04) : 0;
  cell.issued = Math.min(cell.applications, cell.issued + some((cell.applications - cell.issued) * 0.5));
  const lost = random() < 0.3 ? some(cell.held * 0.002) : 0;
  cell.held = Math.min(
    cell.population,
    cell.issued,
    Math.max(0, cell.held - lost + some((cell.issued - cell.held) * 0.3)),
  );
}

/** Goes on with a town's figures until it has so many dates; what is not supplied stays so. */
export function continueTown(figures: readonly Figure[], months: number, seed = 1): Figure[] {
  const random = seededRandom(seed);
  const dates = [...new Set(figures.map((f) => f.as_of))].sort();
  const newest = figures.filter((f) => f.as_of === dates.at(-1));
  const cells = newest.map((f): Cell => ({
    district: f.district,
    age_band: f.age_band,
    sex: f.sex,
    population: f.population,
    applications: f.applications ?? 0,
    issued: f.issued ?? 0,
    held: f.held ?? 0,
    readiness: 0.9,
  }));
  const all = [...figures];
  const [year, month] = dates.at(-1)!.split("-").map(Number) as [number, number];
  for (let t = 1; t <= months - dates.length; t++) {
    const as_of = new Date(Date.UTC(year, month + t, 0)).toISOString().slice(0, 10);
    for (const [i, cell] of cells.entries()) {
      live(cell, random);
      const { readiness: _, ...counts } = cell;
      const before = newest[i]!;
      all.push({ ...before, as_of, ...counts, held: before.held === null ? null : counts.held });
    }
  }
  return all;
}
