import type { ReceivedMap } from "../../../data/contract/api/district-map.js";
import { readDistrictMap } from "../../../data/contract/district-shape.js";
import type { PageContext } from "../../../data/contract/page-context.js";
import { isMissing } from "../../failure.js";
import { ask, NotAnswered, send, type Sent, type Stopped } from "../../http.js";

/** The map that a town has given: how many districts have a shape, and whose the borders are. */
export interface GivenMap {
  districts: number;
  attribution: string | null;
}

const addressOf = (town: string): string => `/api/v1/municipalities/${town}/districts.geojson`;

/** The map that the town has now; null where it has given none. @throws NotAnswered */
export async function givenMap({ municipality, files }: PageContext): Promise<GivenMap | null> {
  // Figures are shown without a map: there is none, and nothing has to be asked.
  if (files && files.map === undefined) return null;
  try {
    const file = await ask(addressOf(municipality.code));
    const { shapes, attribution } = readDistrictMap(JSON.stringify(file));
    return { districts: shapes.length, attribution };
  } catch (error) {
    if (error instanceof NotAnswered && isMissing(error.ended)) return null;
    throw error;
  }
}

/** Sends a map, to be checked or taken in. Never rejects. */
export const sendMap = (
  town: string,
  file: File,
  { dryRun, ...options }: { dryRun: boolean; signal: AbortSignal; onProgress: (share: number) => void },
): Promise<Sent<ReceivedMap> | Stopped> =>
  send(`${addressOf(town)}${dryRun ? "?dry_run=true" : ""}`, {
    method: "PUT",
    headers: { "content-type": "application/geo+json" },
    body: file,
    ...options,
  });

/** Takes the town's map out. @throws NotAnswered */
export async function removeMap(town: string): Promise<void> {
  await ask(addressOf(town), { method: "DELETE" });
}
