import { MEASURES, type Figure } from "../../../data/contract/figure.js";
import type { auditRelease } from "../../../data/disclosure/audit.js";
import { leafRange, sumOverLeaves, type LeafRange } from "../../../data/disclosure/leaves.js";
import type { NoiseOf } from "../../../data/disclosure/noise.js";
import type { outlineOf, Outline } from "../../../data/disclosure/outline.js";
import type { publishTables } from "../../../data/disclosure/publish.js";
import type { PublicRow, PublicTables } from "../../../data/disclosure/published.js";
import { drawShape, makeTown } from "../../../scripts/disclosure/made-up-town.js";
import { noiseUnder } from "../../../scripts/disclosure/known-noise.js";
import { publish } from "../../../scripts/disclosure/publish-again.js";
import { twinTowns, type Life } from "../../../scripts/disclosure/twin-towns.js";

/** What is held to the promises: the publisher and the audit as they are, or one with something wrong. */
export interface Publisher {
  publishTables: typeof publishTables;
  auditRelease: typeof auditRelease;
  outlineOf: typeof outlineOf;
}

/** Which promises a publisher breaks over some made-up towns; none where all is well. */
export function brokenPromises(publisher: Publisher, seeds: readonly number[]): Set<string> {
  const broken = new Set<string>();
  for (const seed of seeds) {
    for (const name of ofOneRelease(publisher, seed)) broken.add(name);
    const twins = twinTowns(seed);
    if (!twins) continue;
    const [one, other] = twins.map((life) => lived(publisher, life)) as [Lived, Lived];
    if (one.audits.some((a) => !a.passed)) broken.add("audit");
    if (JSON.stringify(one.releases) !== JSON.stringify(other.releases)) broken.add("twins");
  }
  for (const name of ofToldDates(publisher)) broken.add(name);
  for (const name of ofFineAges(publisher)) broken.add(name);
  for (const name of ofFullAndPartialDates(publisher)) broken.add(name);
  return broken;
}

interface Lived {
  releases: PublicTables[];
  audits: ReturnType<typeof auditRelease>[];
}

function lived(
  { publishTables: make, auditRelease: audit, outlineOf: outline }: Publisher,
  life: Life,
): Lived {
  const earlier: Outline[] = [];
  const releases: PublicTables[] = [];
  const audits: Lived["audits"] = [];
  for (const state of life.states) {
    const tables = publish({ ...state, noiseOf: life.noiseOf, earlier }, make);
    audits.push(audit(tables, earlier));
    releases.push(tables);
    earlier.push(outline(tables));
  }
  return { releases, audits };
}

/** Every print is the nearest ten of the count and its leaves' noise, whatever the base, in every release. */
function* ofOneRelease(
  { publishTables: make, auditRelease: audit }: Publisher,
  seed: number,
): Iterable<string> {
  const { figures, districts } = makeTown(drawShape(seed, 3));
  const noiseOf = noiseUnder("promises");
  const tables = publish({ figures, districts, noiseOf }, make);
  if (!audit(tables, []).passed) yield "audit";
  if (tables.rows.some((row) => row.margin > 0 && !isByHand(row, tables, figures, noiseOf))) yield "by hand";
  const fives = new Map(
    publish({ figures, districts, noiseOf, base: 5 }, make).rows.map((r) => [nameOf(r), r]),
  );
  const apart = (row: PublicRow): boolean =>
    ["applications", "issued"].some((m) => {
      const [ten, five] = [row[m as "issued"], fives.get(nameOf(row))?.[m as "issued"]];
      return ten !== null && five != null && Math.abs(ten - five) > 5 + 2.5;
    });
  if (tables.rows.some(apart)) yield "bases";
  const dates = [...new Set(figures.map((f) => f.as_of))].sort();
  const first = publish({ figures: figures.filter((f) => f.as_of <= dates[1]!), districts, noiseOf }, make);
  const now = new Map(tables.rows.map((r) => [nameOf(r), r]));
  if (first.rows.some((r) => now.has(nameOf(r)) && r.issued !== now.get(nameOf(r))!.issued)) yield "releases";
}

const nameOf = (r: PublicRow): string => `${r.as_of}|${r.kind}|${r.place}|${r.age_band}|${r.sex}`;

function isByHand(
  row: PublicRow,
  tables: PublicTables,
  figures: readonly Figure[],
  noiseOf: NoiseOf,
): boolean {
  const { members } = tables.places.find((p) => p.kind === row.kind && p.code === row.place)!;
  const range = leafRange(row.age_band, row.sex);
  const inside = figures.filter(
    (f) =>
      f.as_of === row.as_of &&
      members.includes(f.district) &&
      (row.sex === "all" || f.sex === row.sex) &&
      (row.age_band === "all" || within(leafRange(f.age_band, "all"), range)),
  );
  const sum = (name: "population" | (typeof MEASURES)[number]): number =>
    inside.reduce((all, f) => all + f[name]!, 0);
  let added = 0;
  for (const member of members) added += sumOverLeaves(noiseOf(member).added, range);
  const cap = Math.floor(row.population / 10) * 10;
  return (
    row.population === sum("population") &&
    MEASURES.every((m) => {
      const noisy = sum(m) + added;
      const print = row[m]!;
      const isCapped = m === "held" && print === cap && noisy > cap;
      const isNothing = print === 0 && noisy < 0;
      return (
        print % 10 === 0 &&
        (Math.abs(print - noisy) <= 5 || isCapped || isNothing) &&
        (m !== "held" || print <= cap)
      );
    })
  );
}

const within = (a: LeafRange, b: LeafRange): boolean => a.firstBand >= b.firstBand && a.endBand <= b.endBand;

/** A date that the town told exactly elsewhere is not printed again. */
function* ofToldDates({ publishTables: make, auditRelease: audit }: Publisher): Iterable<string> {
  const { figures, districts } = makeTown({ ...drawShape(5, 3), smallest: 300 });
  const [, second] = [...new Set(figures.map((f) => f.as_of))].sort();
  const tables = publish(
    { figures, districts, noiseOf: noiseUnder("told"), policy: { toldExactly: [second!] } },
    make,
  );
  if (tables.rows.some((r) => r.as_of <= second! && r.margin > 0)) yield "told dates";
  if (!audit(tables, []).passed) yield "audit";
}

/** An area of one district has two leaves in five years of age: too few. */
function* ofFineAges({ publishTables: make, auditRelease: audit }: Publisher): Iterable<string> {
  const ages = Array.from({ length: 12 }, (_, i) => i * 5);
  const town = makeTown({
    ...drawShape(8, 2),
    districts: 2,
    areas: 2,
    ages,
    sexes: true,
    smallest: 6000,
    largest: 9000,
  });
  if (!audit(publish({ ...town, noiseOf: noiseUnder("fine") }, make), []).passed) yield "audit";
}

/** Everybody has a card, and one date lacks a district. */
function* ofFullAndPartialDates({
  publishTables: make,
  auditRelease: audit,
  outlineOf: outline,
}: Publisher): Iterable<string> {
  const town = makeTown({
    ...drawShape(6, 3),
    districts: 9,
    areas: 0,
    ages: [],
    sexes: false,
    smallest: 300,
  });
  const [, second] = [...new Set(town.figures.map((f) => f.as_of))].sort();
  const figures = town.figures
    .filter((f) => f.as_of !== second || f.district !== "03")
    .map((f) => ({ ...f, applications: f.population, issued: f.population, held: f.population }));
  const tables = publish({ figures, districts: town.districts, noiseOf: noiseUnder("full") }, make);
  if (!audit(tables, []).passed) yield "audit";
  const total = tables.rows.find((r) => r.as_of === second && r.kind === "town" && r.age_band === "all");
  if (total) yield "partial total";
  // The list did not know a district whose people are counted now.
  const listed = town.districts.filter((d) => d.code !== "03");
  const noiseOf = noiseUnder("full");
  const few = town.figures.filter((f) => f.as_of < second! && f.district !== "03");
  const before = publish({ figures: few, districts: listed, noiseOf }, make);
  const now = publish(
    { figures: town.figures, districts: town.districts, noiseOf, earlier: [outline(before)] },
    make,
  );
  if (now.rows.some((r) => r.margin === 0)) yield "totals of other people";
}
