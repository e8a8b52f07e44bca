import type { District } from "../contract/district.js";
import { ALL, type Figure } from "../contract/figure.js";
import { DomainError } from "../contract/domain-error.js";
import { chooseCells, linesIn } from "./cells.js";
import { leafCount, leafRange, sumOverLeaves, type LeafRange } from "./leaves.js";
import { printMargin, type NoiseOf } from "./noise.js";
import type { Outline } from "./outline.js";
import { peopleOf } from "./people.js";
import { placesOf } from "./place.js";
import { BASE, type DisclosurePolicy } from "./policy.js";
import { heldCap, printCount } from "./print.js";
import { printRules } from "./print-rules.js";
import { publishedAges } from "./published-ages.js";
import type { PublicRow, PublicTables } from "./published.js";
import { lineageOf, RESERVED_CODE, type Origin, type Succession } from "./succession.js";
import { cellCounts, placeOf, sumCounts, tallyDates, UNKNOWN, type DateTally } from "./tally.js";

export interface PublishInput {
  municipality: string;
  /** All figures up to the release's last as-of date. */
  figures: readonly Figure[];
  /** The district list, codes that went by among them. */
  districts: readonly District[];
  successions: readonly Succession[];
  policy: DisclosurePolicy;
  /** What every earlier release told, oldest first. */
  earlier: readonly Outline[];
  noiseOf: NoiseOf;
  /** Counts are printed in multiples of it; 10 but in tests. */
  base?: number;
}

/**
 * The public tables of a town: every count in tens with the noise of its people (docs/decisions/027), the town's own
 * totals to the person where the policy says so. What is printed is a function of the noisy counts, of residents and of
 * the town's totals alone; which cells there are follows residents, dates and the policy.
 * @throws DomainError invalid_policy where merges or ages do not fit the town
 */
export function publishTables(input: PublishInput): PublicTables {
  const { municipality, figures, districts, successions, policy, earlier, base = BASE } = input;
  const lineage = lineageOf(successions);
  const fine = publishedAges(figures, policy);
  const dates = tallyDates(figures, lineage, fine);
  const kept = smallMerges(earlier.at(-1));
  const places = placesOf({ residents: residentsOf(dates), districts, lineage, policy, kept });
  const coverage = coverageOf(dates);
  const known = knownCodes(input);
  const people = peopleOf(coverage, lineage, known);
  const cells = chooseCells(dates, fine, places, policy, people);
  const noise = noiseSums(input.noiseOf);
  const newest = dates.at(-1)?.as_of ?? "";
  const begin = policy.toldExactly.reduce((a, b) => (a > b || b > newest ? a : b), "");
  const rules = printRules(people, policy, earlier, newest);

  const rows: PublicRow[] = [];
  for (const date of dates) {
    const { as_of } = date;
    for (const place of places) {
      const whose = people.of(place, as_of);
      // Some of its people are missing: their sum would pass for the place's, and its difference would tell them.
      if (!whose?.isWhole) continue;
      const counts = sumCounts(linesIn(date, place).map((line) => date.lines.get(line)!));
      const totalAlone = as_of <= begin || counts[placeOf(0, ALL)]! < policy.smallestResidents;
      const isTotal = rules.isExact(as_of, whose);
      const mayBeTens = rules.tensFault(as_of, whose) === null;
      if (totalAlone && !(isTotal && place.kind === "town")) continue;
      const bands = [ALL, ...(totalAlone || !date.hasAges ? [] : cells.ages[place.kind])];
      const sexes = cells.sexes[place.kind].slice(0, totalAlone || !date.hasSexes ? 1 : undefined);
      for (const band of bands) {
        for (const sex of sexes) {
          const range = leafRange(band, sex);
          const told = isTotal && band === ALL && sex === ALL;
          if (!told && !mayBeTens) continue;
          rows.push({
            as_of,
            kind: place.kind,
            place: place.code,
            age_band: band,
            sex,
            ...printCell(cellCounts(counts, fine, band, sex), told ? null : noise(whose, range), base),
            margin: told ? 0 : printMargin(whose.origin.size * leafCount(range)),
          });
        }
      }
    }
  }
  const used = new Set(rows.map((r) => `${r.kind}|${r.place}`));
  const told = places.filter((p) => p.kind === "town" || used.has(`${p.kind}|${p.code}`));
  return { municipality, policy, successions, places: told, known, coverage, rows };
}

function knownCodes({
  figures,
  districts,
  earlier,
}: Pick<PublishInput, "figures" | "districts" | "earlier">): string[] {
  const codes = new Set([...districts.map((d) => d.code), ...figures.map((f) => f.district)]);
  for (const { known } of earlier) for (const code of known) codes.add(code);
  const reserved = [...codes].find((code) => RESERVED_CODE.test(code));
  if (reserved !== undefined) {
    throw new DomainError("invalid_policy", "a district code ends like a date of succession", {
      code: reserved,
    });
  }
  return [...codes].sort();
}

/** Districts that the release before added together because they were small: they stay together. */
const smallMerges = (before: Outline | undefined): (readonly string[])[] =>
  (before?.places ?? [])
    .filter((p) => p.kind === "district" && p.members.length > 1)
    .filter((p) => !before!.policy.merges.some((m) => m.code === p.code))
    .map((p) => p.members);

type Cell = Omit<PublicRow, "as_of" | "kind" | "place" | "age_band" | "sex" | "margin">;
type Noise = { added: number; tie: boolean };

/** @param noise null for counts that are told to the person */
function printCell(cell: Record<keyof Cell, number>, noise: Noise | null, base: number): Cell {
  const print = (count: number): number | null => {
    if (count === UNKNOWN) return null;
    return noise ? printCount(count + noise.added, noise.tie, base) : count;
  };
  const held = print(cell.held);
  return {
    population: cell.population,
    applications: print(cell.applications),
    issued: print(cell.issued),
    held: held === null || !noise ? held : Math.min(held, heldCap(cell.population, base)),
  };
}

/** The noise of some people's cells; each sum is made once. */
function noiseSums(noiseOf: NoiseOf): (whose: { origin: Origin; name: string }, range: LeafRange) => Noise {
  const known = new Map<string, Noise>();
  return ({ origin, name }, range) => {
    const key = `${name}|${range.firstBand}|${range.endBand}|${range.sex}`;
    let sum = known.get(key);
    if (!sum) {
      let [added, ties] = [0, 0];
      for (const [identity, times] of origin) {
        const leaves = noiseOf(identity);
        added += times * sumOverLeaves(leaves.added, range);
        ties += times * sumOverLeaves(leaves.tie, range);
      }
      known.set(key, (sum = { added, tie: ties % 2 !== 0 }));
    }
    return sum;
  };
}

function residentsOf(dates: readonly DateTally[]): Map<string, number[]> {
  const residents = new Map<string, number[]>();
  dates.forEach((date, t) => {
    for (const [line, counts] of date.lines) {
      if (!residents.has(line))
        residents.set(
          line,
          dates.map(() => -1),
        );
      residents.get(line)![t] = counts[placeOf(0, ALL)]!;
    }
  });
  return residents;
}

/** Dates with the same district codes stand together: most towns have one group, of all their dates. */
function coverageOf(dates: readonly DateTally[]): PublicTables["coverage"] {
  const groups = Map.groupBy(dates, (date) => JSON.stringify(date.codes));
  return [...groups.values()].map((group) => ({ dates: group.map((d) => d.as_of), codes: group[0]!.codes }));
}

/** Names of all identities whose noise the tables of a town may need. */
export function identitiesOf(
  input: Pick<PublishInput, "figures" | "districts" | "successions" | "earlier">,
): string[] {
  const lineage = lineageOf(input.successions);
  const dates = [...new Set(input.figures.map((f) => f.as_of))];
  const found = new Set<string>();
  for (const code of knownCodes(input)) {
    for (const date of dates) for (const id of lineage.originOf(code, date).keys()) found.add(id);
  }
  return [...found].sort();
}
