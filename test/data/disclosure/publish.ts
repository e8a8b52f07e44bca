import { MEASURES, type Figure } from "../../../data/contract/figure.js";
import type { AuditedRelease } from "../../../data/disclosure/audit/certificate.js";
import { listPattern, publishRows } from "../../../data/disclosure/pattern.js";
import { placesOf } from "../../../data/disclosure/place.js";
import { publishedAges } from "../../../data/disclosure/published-ages.js";
import {
  isHidden,
  shown,
  type HiddenReason,
  type ProtectedTables,
} from "../../../data/disclosure/published.js";
import type { LpSolver } from "../../../data/disclosure/solve/lp-solver.js";
import { protectFigures, type Protection } from "../../../data/disclosure/protect.js";
import { cellsOf, countTable } from "../../../data/disclosure/table.js";
import { attack, slotKey, type Assumptions, type Findings } from "./attack.js";
import type { Town } from "./towns.js";

/** Publishes a town's releases one after the other. */
export function publishAll(town: Town, solver: LpSolver): { earlier: AuditedRelease[]; last: Protection }[] {
  const done: AuditedRelease[] = [];
  return town.ledgers.map((figures) => {
    const earlier = [...done];
    const { districts, policy } = town;
    const last = protectFigures({ municipality: "173843", figures, districts, policy, earlier, solver });
    done.push({ tables: last.tables, figures });
    return { earlier, last };
  });
}

/** Tables under any pattern a test wants, sound or not. */
export function publishUnder(
  { districts, policy }: Town,
  figures: readonly Figure[],
  pattern: ReadonlyMap<string, HiddenReason>,
): ProtectedTables {
  const places = placesOf(figures, districts, policy);
  const table = countTable(figures, cellsOf(places, publishedAges(figures, policy)));
  return {
    municipality: "173843",
    policy,
    places,
    rows: publishRows(table, pattern),
    pattern: listPattern(table, pattern),
  };
}

/** The tables as if a release had told nothing but residents. */
export const blank = (tables: ProtectedTables): ProtectedTables => ({
  ...tables,
  rows: tables.rows.map((row) => {
    const hide = <T>(value: T) => (value === null ? null : ({ hidden: "complementary" } as const));
    return {
      ...row,
      applications: hide(row.applications),
      issued: hide(row.issued),
      held: hide(row.held),
      without_application: hide(row.without_application),
      not_yet_issued: hide(row.not_yet_issued),
    };
  }),
});

/** What a reader may rightly assume of the town: the orders that all its figures and all their sums obey. */
export function assumptionsOf(town: Town, ledgers: readonly (readonly Figure[])[]) {
  const figures = ledgers.at(-1)!;
  const cells = Map.groupBy(figures, (f) => `${f.district}|${f.age_band}|${f.sex}`);
  const dates = new Set(figures.map((f) => f.as_of)).size;
  const sameCells = [...cells.values()].every((list) => list.length === dates);
  const told = publishUnder(town, figures, new Map());
  const all = (test: (f: Figure) => boolean): boolean => figures.every(test);
  return {
    truth: told,
    rising: MEASURES.filter(
      (m) =>
        sameCells &&
        [...cells.values()].every((list) =>
          list.every((f, t) => {
            const later = list[t + 1]?.[m] ?? null;
            return f[m] === null || later === null || f[m] <= later;
          }),
        ),
    ),
    ordered: all(
      (f) =>
        (f.issued === null || f.applications === null || f.issued <= f.applications) &&
        (f.held === null || f.issued === null || f.held <= f.issued),
    ),
    overfull: new Set(
      told.rows.flatMap((row) =>
        MEASURES.flatMap((m) => (shown(row[m])! > row.population ? [slotKey(told, row, m)] : [])),
      ),
    ),
    uncorrected: ledgers.every((ledger) =>
      ledger.every((f) => MEASURES.every((m) => f[m] === figures.find((g) => sameCell(f, g))?.[m])),
    ),
  };
}

const sameCell = (f: Figure, g: Figure): boolean =>
  f.as_of === g.as_of && f.district === g.district && f.age_band === g.age_band && f.sex === g.sex;

/**
 * The hidden values that the attack knows better than the policy allows, by key. Not counted: what earlier
 * releases told, and what they leave no more doubt about whatever the last one says.
 */
export function recovered(
  releases: readonly ProtectedTables[],
  { truth, ...assume }: Assumptions & { truth: ProtectedTables },
): string[] {
  const last = releases.at(-1)!;
  const { smallestCount } = last.policy;
  const before = attack([...releases.slice(0, -1), blank(last)], assume);
  const now = attack(releases, assume);
  const width = (findings: Findings, key: string): number => {
    const { low, high } = findings.get(key)!;
    return high - low;
  };
  const values = (tables: ProtectedTables): [string, unknown][] =>
    tables.rows.flatMap((row) => MEASURES.map((m): [string, unknown] => [slotKey(tables, row, m), row[m]]));
  const actual = new Map(values(truth));
  const known = new Set(
    releases
      .slice(0, -1)
      .flatMap((tables) =>
        values(tables).flatMap(([key, value]) => (actual.get(key) === value ? [key] : [])),
      ),
  );
  return [...now.keys()].filter(
    (key) => !known.has(key) && width(now, key) < Math.min(smallestCount, width(before, key)),
  );
}

export const hiddenValues = (tables: ProtectedTables): number =>
  tables.rows.reduce((n, row) => n + MEASURES.filter((m) => isHidden(row[m])).length, 0);
