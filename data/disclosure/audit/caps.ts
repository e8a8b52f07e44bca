import { ORDER_INDEXES, variable, type System } from "./system.js";

/**
 * The most each count may be when nothing is published: its residents, a later count of it, a measure above it,
 * each only where the truth obeys that order. Nothing narrows a count from below but zero, because a town with
 * no card at all obeys every order.
 */
export function capsOf(
  { dates, leafCount, layoutAt, counts, up, orders, links }: Omit<System, "caps">,
  populations: readonly Float64Array[],
): Float64Array[] {
  const caps = counts.map((c) => new Float64Array(c.length).fill(Infinity));
  const linksFrom = Map.groupBy(links, (l) => l.from);
  for (let t = dates.length - 1; t >= 0; t--) {
    const layout = layoutAt[t];
    const cap = caps[t]!;
    for (let v = 0; v < cap.length; v++) {
      const count = counts[t]![v]!;
      if (Number.isNaN(count)) continue;
      const form = Math.floor(v / 3);
      if (up[t]![v]! < Infinity || (form >= leafCount && count <= populations[t]![form]!)) {
        cap[v] = populations[t]![form]!;
      }
      for (const link of linksFrom.get(t) ?? []) {
        if (link.slack[v]! < Infinity) cap[v] = Math.min(cap[v]!, caps[link.to]![v]!);
      }
    }
    for (let k = 0; k < 3; k++) {
      const [more, less] = ORDER_INDEXES[k] as [number, number];
      for (let form = 0; form < cap.length / 3; form++) {
        if (orders[t]![form * 3 + k]! < Infinity) {
          cap[form * 3 + less] = Math.min(cap[form * 3 + less]!, cap[form * 3 + more]!);
        }
      }
    }
    layout?.members.forEach((leaves, i) => {
      if (!leaves) return;
      for (let m = 0; m < 3; m++) {
        const v = variable(leafCount + i, m);
        const sum = leaves.reduce((total, leaf) => total + cap[variable(leaf, m)]!, 0);
        cap[v] = Math.min(cap[v]!, sum);
      }
    });
  }
  return caps;
}
