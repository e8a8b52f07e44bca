import type { AuditFault } from "./audit-fault.js";
import { LEAVES, leafCount, leafRange, leavesApart, leavesInBoth, type LeafRange } from "./leaves.js";
import { greatestProbability, greatestProbabilityBeside } from "./noise.js";
import type { Outline } from "./outline.js";
import { peopleOf } from "./people.js";
import { LEAST_LEAVES } from "./policy.js";
import { lineageOf, type Lineage, type Origin, type Succession } from "./succession.js";

/** How many cells, or differences of two, have the noise of so many leaves, and how likely any value can be. */
export interface LeafCount {
  leaves: number;
  cells: number;
  /** The highest probability of any single value for a reader who knows everything public (greatestProbability). */
  bound: number;
}

/** Some people and the ranges of leaves that are told of them. */
interface Told {
  origin: Origin;
  ranges: Map<string, LeafRange>;
  /** The place by which they are named first. */
  at: string;
}

/** The leaves of all cells, and of all differences of two, that the releases tell together. */
export function auditCells(
  now: Outline,
  earlier: readonly Outline[],
): { faults: AuditFault[]; cells: LeafCount[]; differences: LeafCount[] } {
  const told = new Map<string, Told>();
  for (const outline of [...earlier, now]) collect(outline, told);
  const cells = new Map<number, number>();
  const differences = new Map<number, number>();
  const faults = [...toldTwice(now, earlier), ...otherPeople(now, earlier), ...samePeople(now)];
  const all = [...told.values()];
  for (const { origin, ranges, at } of all) {
    for (const [name, range] of ranges) {
      const leaves = origin.size * leafCount(range);
      count(cells, leaves);
      if (leaves < LEAST_LEAVES) faults.push({ kind: "few_leaves", at: `${at} ${name}` });
    }
  }
  for (const [a, b] of sharing(all)) {
    for (const [nameA, rangeA] of a.ranges) {
      for (const [nameB, rangeB] of b.ranges) {
        const leaves = apart(a.origin, rangeA, b.origin, rangeB);
        if (leaves === 0 || (a === b && nameA >= nameB)) continue;
        count(differences, leaves);
        if (leaves < LEAST_LEAVES) {
          faults.push({ kind: "few_leaves_apart", at: `${a.at} ${nameA} − ${b.at} ${nameB}` });
        }
      }
    }
  }
  const everybody = Math.max(...all.map(({ origin }) => origin.size)) * LEAVES;
  const total = now.exact.length > 0 ? everybody : Infinity;
  return { faults, cells: listed(cells, total), differences: listed(differences, total) };
}

const count = (counts: Map<number, number>, leaves: number): void => {
  counts.set(leaves, (counts.get(leaves) ?? 0) + 1);
};

/** @param total leaves of the town where its totals are told to the person, which narrows every part of it */
const listed = (counts: ReadonlyMap<number, number>, total: number): LeafCount[] =>
  [...counts]
    .sort(([a], [b]) => a - b)
    .map(([leaves, cells]) => ({
      leaves,
      cells,
      bound:
        leaves < total && total < Infinity
          ? greatestProbabilityBeside(leaves, total)
          : greatestProbability(leaves),
    }));

function collect({ coverage, successions, places, cells, known }: Outline, told: Map<string, Told>): void {
  const people = peopleOf(coverage, lineageOf(successions), known);
  const turns = successions.map((s) => s.on).sort();
  for (const place of places) {
    let before = "";
    for (const { dates } of coverage) {
      for (const date of dates) {
        // Between two successions the same codes are the same people.
        const epoch = `${dates[0]} ${turns.findLastIndex((on) => on <= date)}`;
        if (epoch === before) continue;
        before = epoch;
        const whose = people.of(place, date);
        if (!whose?.isWhole) continue;
        let entry = told.get(whose.name);
        if (!entry) {
          entry = { origin: whose.origin, ranges: new Map(), at: `${place.kind} ${place.code}` };
          told.set(whose.name, entry);
        }
        for (const { age_band, sex } of cells[place.kind]) {
          entry.ranges.set(`${age_band} ${sex}`, leafRange(age_band, sex));
        }
      }
    }
  }
}

/** Pairs of people who share an identity, each with itself first: the difference of others has the leaves of both. */
function* sharing(all: readonly Told[]): Iterable<[Told, Told]> {
  const holders = new Map<string, number[]>();
  for (const [i, { origin }] of all.entries()) {
    const met = new Set<number>([i]);
    for (const identity of origin.keys()) {
      const list = holders.get(identity) ?? [];
      for (const j of list) met.add(j);
      list.push(i);
      holders.set(identity, list);
    }
    for (const j of met) yield [all[j]!, all[i]!];
  }
}

/** How many leaves have different coefficients in two cells. */
function apart(a: Origin, rangeA: LeafRange, b: Origin, rangeB: LeafRange): number {
  const [sizeA, sizeB, both] = [leafCount(rangeA), leafCount(rangeB), leavesInBoth(rangeA, rangeB)];
  let leaves = 0;
  let shared = 0;
  for (const [identity, times] of a) {
    const other = b.get(identity);
    if (other === undefined) leaves += sizeA;
    else {
      shared += 1;
      leaves += other === times ? leavesApart(rangeA, rangeB) : sizeA + sizeB - both;
    }
  }
  return leaves + (b.size - shared) * sizeB;
}

/** Dates that the policy or an earlier release told to the person, and that tens are printed of now. */
function* toldTwice(now: Outline, earlier: readonly Outline[]): Iterable<AuditFault> {
  const told = [now, ...earlier].flatMap(({ policy, coverage }) => {
    const newest = coverage.flatMap((c) => c.dates).reduce((a, b) => (a > b ? a : b), "");
    return policy.toldExactly.filter((date) => date <= newest);
  });
  const last = told.reduce((a, b) => (a > b ? a : b), "");
  for (const date of now.printed) if (date <= last) yield { kind: "told_exactly", at: date };
  const before = new Set(earlier.flatMap((outline) => outline.exact.map((e) => `${e.date} ${e.people}`)));
  const exact = new Set(now.exact.map((e) => e.date));
  const people = peopleOf(now.coverage, lineageOf(now.successions), now.known);
  const town = now.places.find((p) => p.kind === "town")!;
  for (const date of now.coverage.flatMap((c) => c.dates)) {
    const whose = people.of(town, date);
    const isTold = whose?.isWhole && before.has(`${date} ${whose.name}`);
    if (isTold && !exact.has(date)) yield { kind: "told_exactly", at: date };
  }
}

/** Districts of one date with the same people: a succession gave them to two codes. */
function* samePeople({ places, coverage, successions, known }: Outline): Iterable<AuditFault> {
  const people = peopleOf(coverage, lineageOf(successions), known);
  const districts = places.filter((p) => p.kind === "district");
  for (const date of coverage.flatMap((c) => c.dates)) {
    const seen = new Map<string, string>();
    for (const place of districts) {
      const name = people.of(place, date)?.name;
      if (name === undefined) continue;
      const other = seen.get(name);
      if (other !== undefined) yield { kind: "same_people", at: `${date} ${other} ${place.code}` };
      seen.set(name, place.code);
    }
  }
}

function* otherPeople({ successions }: Outline, earlier: readonly Outline[]): Iterable<AuditFault> {
  for (const at of changedPeople(successions, earlier)) yield { kind: "other_people", at };
}

/**
 * Codes whose people an earlier release took for others, with the date: what it told would have a second noise under
 * these successions.
 */
export function* changedPeople(now: readonly Succession[], earlier: readonly Outline[]): Iterable<string> {
  const lineage = lineageOf(now);
  const seen = new Set<string>();
  const heirs = now.flatMap((s) => s.to);
  for (const { successions, coverage, known } of earlier) {
    const codesNow = [...new Set([...known, ...heirs])];
    const text = JSON.stringify([successions, coverage]);
    if (seen.has(text)) continue;
    seen.add(text);
    const then = lineageOf(successions);
    for (const { dates, codes } of coverage) {
      for (const code of codes) {
        const date = dates.find(
          (d) =>
            !same(then.originOf(code, d), lineage.originOf(code, d)) ||
            // Whose people nobody has on a date that told them: they were said to come later, or to have gone.
            (!lineage.isAlive(code, d) && !isLiving(then.originOf(code, d), codesNow, d, lineage)),
        );
        if (date !== undefined) yield `${date} ${code}`;
      }
    }
  }
}

/** Whether somebody carries each of the identities on a date. */
function isLiving(origin: Origin, codes: readonly string[], date: string, lineage: Lineage): boolean {
  const living = new Set(
    codes.filter((c) => lineage.isAlive(c, date)).flatMap((c) => [...lineage.originOf(c, date).keys()]),
  );
  return [...origin.keys()].every((identity) => living.has(identity));
}

const same = (a: Origin, b: Origin): boolean =>
  a.size === b.size && [...a].every(([identity, times]) => b.get(identity) === times);
