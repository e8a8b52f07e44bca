import { MEASURES, type Figure } from "../../contract/figure.js";
import type { ProtectedTables } from "../published.js";
import type { AuditedRelease } from "./certificate.js";
import { linksOf, roomsOf, stateOf, type State } from "./chain.js";
import { labelReader, type ProtectedLabel } from "./label.js";
import { layoutOf, type Layout } from "./layout.js";
import { capsOf } from "./caps.js";
import { type Link, type System } from "./system.js";

const leafKey = (f: Figure): string => `${f.age_band}|${f.sex}|${f.district}`;

const groupByDate = (figures: readonly Figure[]): Map<string, Figure[]> => {
  const groups = Map.groupBy(figures, (f) => f.as_of);
  for (const rows of groups.values()) rows.sort((a, b) => (leafKey(a) < leafKey(b) ? -1 : 1));
  return groups;
};

/**
 * Builds what an attacker knows from the published tables of all releases, the last one the candidate, around
 * the true figures behind each. Releases whose figures of a date equal the candidate's add nothing but what
 * they published.
 */
export function buildSystem(releases: readonly AuditedRelease[]): System {
  const cells: ProtectedLabel[] = [];
  for (const { tables } of releases) collectCells(tables, cells);
  const figures = releases.map((r) => groupByDate(r.figures));
  const dates = [...new Set(figures.flatMap((groups) => [...groups.keys()]))].sort();

  const leaves = new Map<string, number>();
  for (const groups of figures) {
    for (const rows of groups.values()) {
      for (const row of rows) {
        const key = leafKey(row);
        if (!leaves.has(key)) leaves.set(key, leaves.size);
      }
    }
  }
  const leafCount = leaves.size;
  const layouts = new Map<string, Layout>();
  const readLayout = (rows: readonly Figure[]): Layout => {
    const key = rows.map((row) => leaves.get(leafKey(row))).join();
    let layout = layouts.get(key);
    if (!layout) layouts.set(key, (layout = layoutOf(rows, cells, (row) => leaves.get(leafKey(row))!)));
    return layout;
  };

  const variables = (leafCount + cells.length) * 3;
  const fill = (): Float64Array[] => dates.map(() => new Float64Array(variables).fill(Infinity));
  const [down, up, orders] = [fill(), fill(), fill()];
  const links = new Map<string, Link>();
  const current: (State & { rows: readonly Figure[] })[] = [];
  const layoutAt: (Layout | null)[] = [];

  // The newest release that knows a date says what is true of it; older ones only add room they had less of.
  for (const groups of [...figures].reverse()) {
    const chain = dates.flatMap((as_of, date) => {
      const rows = groups.get(as_of);
      if (!rows) return [];
      const now = current[date];
      if (now && sameFigures(now.rows, rows)) return [{ date, state: now as State }];
      const layout = readLayout(rows);
      const state = stateOf(rows, layout, leafCount);
      if (!now) {
        current[date] = { ...state, rows };
        layoutAt[date] = layout;
      } else if (now.layout !== layout) layoutAt[date] = null;
      const rooms = roomsOf(state, leafCount);
      least(down[date]!, rooms.down);
      least(up[date]!, rooms.up);
      least(orders[date]!, rooms.orders);
      return [{ date, state: now ? state : current[date]! }];
    });
    for (const link of linksOf(chain, leafCount)) {
      const key = `${link.from} ${link.to}`;
      const known = links.get(key);
      if (known) least(known.slack, link.slack);
      else links.set(key, link);
    }
  }

  const system: Omit<System, "caps"> = {
    merged: new Map(),
    dates,
    leafCount,
    cells,
    layouts: [...layouts.values()],
    layoutAt,
    counts: current.map((state) => state.counts),
    down,
    up,
    orders,
    links: [...links.values()].sort((a, b) => a.from - b.from || a.to - b.to),
  };
  const populations = current.map((state) => state.population);
  return { ...system, caps: capsOf(system, populations) };
}

function collectCells(tables: ProtectedTables, cells: ProtectedLabel[]): void {
  const read = labelReader(tables);
  const known = new Set(cells.map((c) => c.people));
  for (const row of tables.rows) {
    const label = read(row);
    if (known.has(label.people)) continue;
    known.add(label.people);
    cells.push(label);
  }
}

function sameFigures(a: readonly Figure[], b: readonly Figure[]): boolean {
  if (a === b) return true;
  return (
    a.length === b.length &&
    a.every((f, i) => {
      const g = b[i]!;
      return (
        f.district === g.district &&
        f.age_band === g.age_band &&
        f.sex === g.sex &&
        f.population === g.population &&
        MEASURES.every((m) => f[m] === g[m])
      );
    })
  );
}

function least(into: Float64Array, from: Float64Array): void {
  for (let i = 0; i < into.length; i++) if (from[i]! < into[i]!) into[i] = from[i]!;
}
