import { fetchBytes } from "../http.js";
import { readDistrictMap, type DistrictMap } from "../../data/contract/district-shape.js";
import type { PageContext } from "../../data/contract/page-context.js";

/** The map of this visit: each page that comes back to it draws from the same one. */
let held: { address: string; map: Promise<DistrictMap> } | null = null;

/** The town's own map, fetched once a visit; null where it has given none, or where it cannot be had: tiles do as well. */
export async function districtMapOf({ files }: PageContext): Promise<DistrictMap | null> {
  const address = files?.map;
  if (address === undefined) return null;
  if (held?.address !== address) held = { address, map: fetchMap(address) };
  try {
    return await held.map;
  } catch (error) {
    console.error(error);
    // The next page may have more luck.
    held = null;
    return null;
  }
}

const fetchMap = async (address: string): Promise<DistrictMap> =>
  readDistrictMap(new TextDecoder().decode(await fetchBytes(address)));
