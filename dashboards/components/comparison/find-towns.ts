import type { NamedTown } from "../../data/indicators/comparison/place-rate.js";

/** As many are listed; more is more than anybody reads, and one more letter narrows it. */
export const MOST_FOUND = 50;

/** What people type may have other forms: full-width digits, ケ for ヶ, blanks. */
const normalise = (text: string): string =>
  text.normalize("NFKC").replaceAll("ヶ", "ケ").replaceAll(/\s+/g, "");

/**
 * The towns whose name, prefecture and name, or code holds what is typed: names that begin with it first, then by
 * code. Nothing typed finds all, in code order.
 */
export function findTowns(towns: readonly NamedTown[], typed: string): NamedTown[] {
  const wanted = normalise(typed);
  if (wanted === "") return [...towns];
  const found = towns.flatMap((town) => {
    const name = normalise(town.name);
    const full = normalise(town.prefecture) + name;
    if (name.startsWith(wanted)) return [{ town, order: 0 }];
    if (full.startsWith(wanted) || town.code.startsWith(wanted)) return [{ town, order: 1 }];
    return full.includes(wanted) ? [{ town, order: 2 }] : [];
  });
  return found.toSorted((a, b) => a.order - b.order).map(({ town }) => town);
}
