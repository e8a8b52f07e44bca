import type { DistrictMap } from "../../data/contract/district-shape.js";
import { mapAt } from "../ledger/district-maps.js";
import { districtShapes, type ToldDistrict } from "./district-shapes.js";
import { readMapText } from "./stored-map.js";

/** The map of a revision for the districts that are told; null where none of them has a shape. */
export async function toldMap(
  db: D1Database,
  municipality: string,
  revision: number,
  told: readonly ToldDistrict[],
): Promise<DistrictMap | null> {
  const kept = await mapAt(db, municipality, revision);
  if (!kept) return null;
  const shapes = districtShapes(readMapText(kept.topology), told);
  return shapes.length > 0 ? { attribution: kept.attribution, shapes } : null;
}

/** Each district by itself, as a district list has them. */
export const asListed = (districts: readonly { code: string }[]): ToldDistrict[] =>
  districts.map(({ code }) => ({ code, members: [code] }));
