import type { District } from "../../data/contract/district.js";
import { MEASURES, type Figure } from "../../data/contract/figure.js";
import { leafRange } from "../../data/disclosure/leaves.js";
import type { LeafNoise, NoiseOf } from "../../data/disclosure/noise.js";
import type { DisclosurePolicy } from "../../data/disclosure/policy.js";
import type { Succession } from "../../data/disclosure/succession.js";
import { drawShape, makeTown, type TownShape } from "./made-up-town.js";
import { seededRandom, type Random } from "../sample/random.js";
import { noiseUnder } from "./known-noise.js";

/** What a town publishes at one time. */
export interface TownState {
  figures: Figure[];
  districts: District[];
  successions: Succession[];
  policy: Partial<DisclosurePolicy>;
}

/** A town that publishes three times, with the noise of its people. */
export interface Life {
  states: TownState[];
  noiseOf: NoiseOf;
}

/** Moving one person: a leaf of a district, and how the count and the noise of it change. */
interface Move {
  district: string;
  age_band: string;
  sex: Figure["sex"];
  leaf: number;
  by: 1 | -1;
}

/**
 * Two towns that must look alike: whoever sees everything public cannot tell them apart. In the second, some people
 * more and as many fewer have a card (have applied …) at every date, and the noise of their leaves is as much less or
 * more. Between releases a month is corrected, districts are merged, split and recoded, ages and areas cut anew.
 * @returns null where no leaf can be moved
 */
export function twinTowns(seed: number, shape: Partial<TownShape> = {}): [Life, Life] | null {
  const random = seededRandom(seed);
  const drawn = drawShape(seed, 6);
  const town = makeTown({ ...drawn, districts: Math.max(8, drawn.districts), smallest: 150, ...shape });
  const noiseOf = noiseUnder(`twins ${seed}`);
  const moves = chooseMoves(town.figures, noiseOf, random);
  if (!moves) return null;
  const dates = [...new Set(town.figures.map((f) => f.as_of))].sort();
  const states = threeReleases(town.figures, town.districts, dates);
  const other = states.map((state) => ({
    ...state,
    figures: state.figures.map((f) => moved(f, moves, state.successions)),
  }));
  return [
    { states, noiseOf },
    { states: other, noiseOf: movedNoise(noiseOf, moves) },
  ];
}

/** Whether the figure counts the people of the move: under their own code, a later one, or as the rest of a split. */
function counts(f: Figure, m: Move, successions: readonly Succession[]): boolean {
  const later = successions.find((s) => s.from.includes(m.district) && s.on <= f.as_of);
  return f.district === (later?.to.at(-1) ?? m.district) && f.age_band === m.age_band && f.sex === m.sex;
}

function moved(figure: Figure, moves: readonly Move[], successions: readonly Succession[]): Figure {
  const by = moves.filter((m) => counts(figure, m, successions)).reduce((sum, m) => sum + m.by, 0);
  if (by === 0) return figure;
  const changed = { ...figure };
  for (const m of MEASURES) if (changed[m] !== null) changed[m] += by;
  return changed;
}

function movedNoise(noiseOf: NoiseOf, moves: readonly Move[]): NoiseOf {
  const known = new Map<string, LeafNoise>();
  return (identity) => {
    if (!known.has(identity)) {
      const { added, tie } = noiseOf(identity);
      const other = Int8Array.from(added);
      for (const m of moves) if (m.district === identity) other[m.leaf]! -= m.by;
      known.set(identity, { added: other, tie });
    }
    return known.get(identity)!;
  };
}

/** Up to four pairs of leaves, one of which gains what the other loses: the town's totals stay. */
function chooseMoves(figures: readonly Figure[], noiseOf: NoiseOf, random: Random): Move[] | null {
  const cells = [...Map.groupBy(figures, (f) => `${f.district}|${f.age_band}|${f.sex}`).values()];
  const candidates = (by: 1 | -1): Move[] =>
    cells.flatMap((rows) => {
      const [{ district, age_band, sex }] = rows as [Figure];
      const fits = rows.every((f) =>
        MEASURES.every(
          (m) => f[m] === null || (f[m] + by >= 0 && (f[m] > f.population || f[m] + by <= f.population)),
        ),
      );
      if (!fits) return [];
      const { firstBand, endBand } = leafRange(age_band, sex);
      const leaves: number[] = [];
      for (let band = firstBand; band < endBand; band++) {
        if (sex !== "female") leaves.push(2 * band);
        if (sex !== "male") leaves.push(2 * band + 1);
      }
      const leaf = leaves.find((l) => Math.abs(noiseOf(district).added[l]! - by) <= 1);
      return leaf === undefined ? [] : [{ district, age_band, sex, leaf, by }];
    });
  const draw = (list: readonly Move[], n: number): Move[] =>
    list
      .map((m) => ({ m, at: random() }))
      .sort((a, b) => a.at - b.at)
      .slice(0, n)
      .map(({ m }) => m);
  const [up, down] = [candidates(1), candidates(-1)];
  const pairs = Math.min(4, up.length, down.length);
  const gains = draw(up, pairs);
  const losses = draw(
    down.filter(
      (d) => !gains.some((g) => g.district === d.district && g.age_band === d.age_band && g.sex === d.sex),
    ),
    gains.length,
  );
  if (gains.length === 0 || losses.length < gains.length) return null;
  return [...gains, ...losses];
}

/** The same history of codes, corrections and cuts for whatever figures. */
function threeReleases(
  figures: readonly Figure[],
  districts: readonly District[],
  dates: readonly string[],
): TownState[] {
  const codes = districts.map((d) => d.code);
  const [a, b, split, renamed] = codes.slice(-4) as [string, string, string, string];
  const merge: Succession = { on: dates[2]!, from: [a, b], to: ["M1"] };
  const parts: Succession = { on: dates[4]!, from: [split], to: ["S1", "S2"] };
  const recode: Succession = { on: dates[4]!, from: [renamed], to: ["R1"] };
  const told = figures.flatMap((f): Figure[] => {
    if ((f.district === a || f.district === b) && f.as_of >= merge.on) return [{ ...f, district: "M1" }];
    if (f.district === renamed && f.as_of >= recode.on) return [{ ...f, district: "R1" }];
    if (f.district === split && f.as_of >= parts.on) return halves(f);
    return [f];
  });
  const summed = sumSame(told);
  const list = (areas: number, came: readonly string[]): District[] =>
    [...codes, ...came].map((code, i) => ({
      ...districts[i % districts.length]!,
      code,
      name: code,
      area:
        areas > 0 ? `area ${i < codes.length ? Math.floor((i * areas) / codes.length) : areas - 1}` : null,
    }));
  const upTo = (last: number, from: readonly Figure[]): Figure[] =>
    from.filter((f) => f.as_of <= dates[last]!);
  // The first month is sent again, with one card fewer in each row of its first district.
  const corrected = summed.map((f) =>
    f.as_of === dates[0] && f.district === codes[0] && f.held !== null && f.held > 1
      ? { ...f, held: f.held - 1 }
      : f,
  );
  const coarse = ["0-14", "15-64", "65+"];
  const hasAges = figures[0]!.age_band !== "all";
  const fits =
    hasAges && ["15-64", "15-29", "15-19"].some((band) => figures.some((f) => f.age_band === band));
  return [
    { figures: upTo(1, summed), districts: list(0, []), successions: [], policy: {} },
    {
      figures: upTo(3, corrected),
      districts: list(2, ["M1"]),
      successions: [merge],
      policy: fits ? { ages: coarse } : {},
    },
    {
      figures: upTo(5, corrected),
      districts: list(1, ["M1", "S1", "S2", "R1"]),
      successions: [merge, parts, recode],
      policy: {},
    },
  ];
}

/** A divided district: half of its residents and cards in each part, what is odd in the second. */
function halves(f: Figure): Figure[] {
  const first = (n: number | null): number | null => (n === null ? null : Math.floor(n / 2));
  const part = {
    population: first(f.population)!,
    applications: first(f.applications),
    issued: first(f.issued),
    held: first(f.held),
  };
  const rest = (n: number | null, taken: number | null): number | null => (n === null ? null : n - taken!);
  return [
    { ...f, district: "S1", ...part },
    {
      ...f,
      district: "S2",
      population: f.population - part.population,
      applications: rest(f.applications, part.applications),
      issued: rest(f.issued, part.issued),
      held: rest(f.held, part.held),
    },
  ];
}

function sumSame(figures: readonly Figure[]): Figure[] {
  const keyOf = (f: Figure) => `${f.as_of}|${f.district}|${f.age_band}|${f.sex}`;
  const add = (x: number | null, y: number | null): number | null =>
    x === null || y === null ? null : x + y;
  return [...Map.groupBy(figures, keyOf).values()].map(([first, ...others]) => {
    const sum = { ...first! };
    for (const f of others) {
      sum.population += f.population;
      for (const m of MEASURES) sum[m] = add(sum[m], f[m]);
    }
    return sum;
  });
}
