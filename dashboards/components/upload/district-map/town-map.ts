import { readDistrictMap } from "../../../data/contract/district-shape.js";
import type { PageContext } from "../../../data/contract/page-context.js";
import { ApiProblem, requestJson } from "../../api.js";
import { refused, sendRequest, type Refused } from "../send-request.js";
import type { Issue } from "../types.js";

/** The map that a town has given: how many districts have a shape, and whose the borders are. */
export interface GivenMap {
  districts: number;
  attribution: string | null;
}

/** What became of a map that was sent, or would. */
export interface ReceivedMap {
  revision: number;
  /** Whether it is another map than the town's present one. */
  changed: boolean;
  districts: number;
  missing: { code: string; name: string }[];
  /** Places of the borders, as they came and as they are kept. */
  vertices: { before: number; after: number };
  bytes: number;
  /** Warnings, where there are any. */
  issues?: Issue[];
}

export type MapOutcome =
  { kind: "received"; answer: ReceivedMap } | Refused | { kind: "unreachable" } | { kind: "stopped" };

const addressOf = (town: string): string => `/api/v1/municipalities/${town}/districts.geojson`;

/** The map that the town has now; null where it has given none. @throws ApiProblem */
export async function givenMap({ municipality, files }: PageContext): Promise<GivenMap | null> {
  // Figures are shown without a map: there is none, and nothing has to be asked.
  if (files && files.map === undefined) return null;
  try {
    const file = await requestJson(addressOf(municipality.code));
    const { shapes, attribution } = readDistrictMap(JSON.stringify(file));
    return { districts: shapes.length, attribution };
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return null;
    throw error;
  }
}

/** Sends a map, to be checked or taken in. Never rejects. */
export async function sendMap(
  town: string,
  file: File,
  options: { dryRun: boolean; signal: AbortSignal; onProgress: (share: number) => void },
): Promise<MapOutcome> {
  const { dryRun, signal, onProgress } = options;
  const sent = await sendRequest({
    method: "PUT",
    address: `${addressOf(town)}${dryRun ? "?dry_run=true" : ""}`,
    headers: { "content-type": "application/geo+json" },
    body: file,
    signal,
    onProgress,
  });
  if (sent.kind !== "answered") return sent;
  if (sent.status !== 200) return refused(sent);
  return sent.answer === null
    ? { kind: "unreachable" }
    : { kind: "received", answer: sent.answer as ReceivedMap };
}

/** Takes the town's map out. @throws ApiProblem */
export async function removeMap(town: string): Promise<void> {
  await requestJson(addressOf(town), { method: "DELETE" });
}
