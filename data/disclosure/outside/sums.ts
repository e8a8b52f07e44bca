import { ALL } from "../../contract/figure.js";
import type { PublishedRow, PublishedTables } from "./published-tables.js";

/** A row and the rows that add up to it. */
export interface Sum {
  total: PublishedRow;
  parts: readonly PublishedRow[];
}

/**
 * Every sum among the rows of one date: places over places, ages and sexes over their margins. Residents are
 * always told, so that a set of parts is known to be whole where theirs add up.
 */
export function sumsOf(rows: readonly PublishedRow[], { places }: PublishedTables): Sum[] {
  const members = new Map(places.map((p) => [`${p.kind}|${p.code}`, new Set(p.members)]));
  const within = (part: PublishedRow, total: PublishedRow): boolean => {
    const around = members.get(`${total.kind}|${total.place}`);
    return [...(members.get(`${part.kind}|${part.place}`) ?? [])].every((code) => around?.has(code));
  };
  const samePlace = (a: PublishedRow, b: PublishedRow) => a.kind === b.kind && a.place === b.place;
  const sameCut = (a: PublishedRow, b: PublishedRow) => a.age_band === b.age_band && a.sex === b.sex;
  const found: Sum[] = [];
  for (const total of rows) {
    const pick = (test: (row: PublishedRow) => boolean) => rows.filter((row) => row !== total && test(row));
    const candidates = [
      total.kind === "town" ? pick((r) => r.kind === "area" && sameCut(r, total)) : [],
      total.kind === "district"
        ? []
        : pick((r) => r.kind === "district" && sameCut(r, total) && within(r, total)),
      total.age_band === ALL
        ? pick((r) => samePlace(r, total) && r.age_band !== ALL && r.sex === total.sex)
        : [],
      total.sex === ALL
        ? pick((r) => samePlace(r, total) && r.age_band === total.age_band && r.sex !== ALL)
        : [],
    ];
    for (const parts of candidates) {
      const residents = parts.reduce((sum, part) => sum + part.population, 0);
      if (parts.length > 0 && residents === total.population) found.push({ total, parts });
    }
  }
  return found;
}
