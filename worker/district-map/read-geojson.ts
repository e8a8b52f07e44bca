import { decodeText } from "../intake/decode.js";
import type { IssueCode } from "../intake/words.js";

const MAX_FEATURES = 20_000;
/** A feature's coordinates lie eight brackets deep; whatever stands beside them may go as deep again. */
const MAX_DEPTH = 24;

/** The members of a FeatureCollection that are looked at; nothing is known of them yet. */
export interface GeoJsonFile {
  features: readonly unknown[];
  attribution: unknown;
  crs: unknown;
}

/** Reads the outside of a file. @returns its fault where it is no FeatureCollection within the limits. */
export function readGeoJson(bytes: Uint8Array): GeoJsonFile | IssueCode {
  if (bytes.byteLength === 0) return "empty_file";
  if (depthOf(bytes) > MAX_DEPTH) return "map_too_deep";
  // Old GIS software on a Japanese desktop writes CP932.
  const text = decodeText(bytes)?.text;
  if (text === undefined) return "undecodable";
  const file = parsed(text);
  if (file === undefined) return "broken_json";
  if (!isObject(file) || file["type"] !== "FeatureCollection" || !Array.isArray(file["features"]))
    return "map_not_geojson";
  if (file["features"].length > MAX_FEATURES) return "map_too_many_features";
  return { features: file["features"], attribution: file["attribution"], crs: file["crs"] };
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Whether an old-style `crs` member (GeoJSON of 2008) says longitude and latitude: of WGS 84, JGD2011 or JGD2000,
 * which are the same on a map of districts. RFC 7946 knows no such member: none is right too.
 */
export function isLonLat(crs: unknown): boolean {
  if (crs === undefined || crs === null) return true;
  const properties = isObject(crs) ? crs["properties"] : null;
  const name = isObject(properties) ? properties["name"] : null;
  return (
    typeof name === "string" && /(\bCRS84h?|\bEPSG:[\d.]*:?(4326|4979|6668|6667|4612|4947))$/i.test(name)
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // No JSON: an expected outcome that the parser reports by throwing.
    return undefined;
  }
}

/** How deep brackets go, without parsing: in UTF-8 and in CP932 a quoted bracket is told by its quotation marks. */
function depthOf(bytes: Uint8Array): number {
  let [depth, deepest, quoted] = [0, 0, false];
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (quoted) {
      if (byte === BACKSLASH) i++;
      else if (byte === QUOTE) quoted = false;
    } else if (byte === QUOTE) quoted = true;
    else if (byte === 0x5b || byte === 0x7b) deepest = Math.max(deepest, ++depth);
    else if (byte === 0x5d || byte === 0x7d) depth--;
  }
  return deepest;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
