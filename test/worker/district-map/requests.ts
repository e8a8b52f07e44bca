import { call, SHIKA } from "../harness.js";

export const CODES = ["01", "02", "03", "04", "05", "06"];
export const MAP_PATH = `/api/v1/municipalities/${SHIKA}/districts.geojson`;

/** What the administrator is answered about a map. */
export interface Received {
  revision: number;
  changed: boolean;
  districts: number;
  vertices: { before: number; after: number };
  bytes: number;
  issues: { row: number | null; code: string; severity: string }[];
}

export const putMap = (body: BodyInit, path = MAP_PATH): Promise<Response> =>
  call(path, { method: "PUT", body, headers: { "content-type": "application/geo+json" } });

export const getMap = (): Promise<Response> => call(MAP_PATH);
