import { ALL } from "../../contract/figure.js";
import { isWithin } from "../published-ages.js";
import type { PublishedRow, PublishedTables } from "./published-tables.js";

/** A row and the rows that add up to it. */
export interface Sum {
  total: PublishedRow;
  parts: readonly PublishedRow[];
}

const sameCut = (a: PublishedRow, b: PublishedRow): boolean => a.age_band === b.age_band && a.sex === b.sex;

/** Residents are always told, so that a set of parts is known to be whole where theirs add up. */
const isWhole = (total: PublishedRow, parts: readonly PublishedRow[]): boolean =>
  parts.length > 0 && parts.reduce((sum, part) => sum + part.population, 0) === total.population;

type Members = (row: PublishedRow) => ReadonlySet<string>;

function membersOf({ places }: PublishedTables): Members {
  const members = new Map(places.map((p) => [`${p.kind}|${p.code}`, new Set(p.members)]));
  const nobody = new Set<string>();
  return (row) => members.get(`${row.kind}|${row.place}`) ?? nobody;
}

/** Every sum among the rows of one date: places over places, ages and sexes over their margins. */
export function sumsOf(rows: readonly PublishedRow[], tables: PublishedTables): Sum[] {
  const members = membersOf(tables);
  const isInside = (part: PublishedRow, total: PublishedRow): boolean =>
    [...members(part)].every((code) => members(total).has(code));
  const samePlace = (a: PublishedRow, b: PublishedRow) => a.kind === b.kind && a.place === b.place;
  const found: Sum[] = [];
  for (const total of rows) {
    const pick = (test: (row: PublishedRow) => boolean) => rows.filter((row) => row !== total && test(row));
    const candidates = [
      total.kind === "town" ? pick((r) => r.kind === "area" && sameCut(r, total)) : [],
      total.kind === "district"
        ? []
        : pick((r) => r.kind === "district" && sameCut(r, total) && isInside(r, total)),
      total.age_band === ALL
        ? pick((r) => samePlace(r, total) && r.age_band !== ALL && r.sex === total.sex)
        : [],
      total.sex === ALL
        ? pick((r) => samePlace(r, total) && r.age_band === total.age_band && r.sex !== ALL)
        : [],
    ];
    for (const parts of candidates) if (isWhole(total, parts)) found.push({ total, parts });
  }
  return found;
}

/**
 * Sums of one date between two releases that cut the town in other ways: districts of one that are a merge in the
 * other, ages of one that are a wider band in the other.
 */
export function sumsAcross(
  wide: { rows: readonly PublishedRow[]; tables: PublishedTables },
  fine: { rows: readonly PublishedRow[]; tables: PublishedTables },
): Sum[] {
  const [around, inside] = [membersOf(wide.tables), membersOf(fine.tables)];
  const samePeople = (part: PublishedRow, total: PublishedRow): boolean =>
    part.kind === total.kind &&
    inside(part).size === around(total).size &&
    [...inside(part)].every((code) => around(total).has(code));
  return wide.rows.flatMap((total): Sum[] => {
    const merged =
      total.kind === "district" && around(total).size > 1
        ? fine.rows.filter(
            (r) =>
              r.kind === "district" &&
              sameCut(r, total) &&
              inside(r).size < around(total).size &&
              [...inside(r)].every((code) => around(total).has(code)),
          )
        : [];
    const younger =
      total.age_band === ALL
        ? []
        : fine.rows.filter(
            (r) =>
              r.sex === total.sex &&
              r.age_band !== total.age_band &&
              r.age_band !== ALL &&
              isWithin(r.age_band, total.age_band) &&
              samePeople(r, total),
          );
    return [merged, younger].flatMap((parts) => (isWhole(total, parts) ? [{ total, parts }] : []));
  });
}
