import type { FileIssue } from "../../data/contract/api/issue.js";
import type { District } from "../../data/contract/district.js";
import { screenText } from "../intake/screen.js";
import { issue } from "../intake/words.js";
import { districtMatcher } from "./match-district.js";
import { isLonLat, isObject, readGeoJson } from "./read-geojson.js";
import { readPolygons, UNITS_PER_DEGREE, type GridPolygon } from "./read-polygons.js";

/** What a Worker of 128 MB can cut into borders. */
const MAX_PLACES = 300_000;
const MAX_ATTRIBUTION = 200;
const WIDEST = 2 * UNITS_PER_DEGREE;

/** A town's map as its file says it: of the features' properties, nothing but whose shape it is. */
export interface ReadMap {
  attribution: string | null;
  /** By district code, one list of polygons for each feature. */
  features: ReadonlyMap<string, readonly (readonly GridPolygon[])[]>;
  /** Places in the matched features, the closing ones included. */
  places: number;
}

/** Reads a town's map. @returns no map where there is an error among the issues. */
export function readMap(
  bytes: Uint8Array,
  districts: readonly District[],
): { map: ReadMap | null; issues: FileIssue[] } {
  const file = readGeoJson(bytes);
  if (typeof file === "string") return { map: null, issues: [issue(file, null, null)] };
  const issues: FileIssue[] = [];
  const whole = (code: Parameters<typeof issue>[0], column: string | null = null) =>
    issues.push(issue(code, null, column));
  const attribution = readAttribution(file.attribution);
  if ("code" in attribution) whole(attribution.code, "attribution");
  if (!isLonLat(file.crs)) whole("map_crs", "crs");
  if (districts.length === 0) whole("map_no_district_list");

  const match = districtMatcher(districts);
  const features = new Map<string, GridPolygon[][]>();
  let [places, looked] = [0, 0];
  for (const [i, feature] of file.features.entries()) {
    const about = (code: Parameters<typeof issue>[0], column: string | null) =>
      issues.push(issue(code, i + 1, column));
    if (!isObject(feature) || feature["type"] !== "Feature") {
      about("map_not_a_feature", null);
      continue;
    }
    const found = match(feature);
    if (found === "ambiguous_name") about("map_ambiguous_name", "properties");
    else if (found === "none" && districts.length > 0) about("map_unmatched", "properties");
    else if (found !== "none" && found.differs) about("map_code_and_name_differ", "properties");
    const reading = readPolygons(feature["geometry"], MAX_PLACES - looked);
    looked += reading.places;
    if (looked > MAX_PLACES) {
      return { map: null, issues: [issue("map_too_many_places", null, null)] };
    }
    // What is left out may be a point or a line.
    if (typeof found === "string") continue;
    for (const fault of reading.faults) about(fault, "geometry");
    places += reading.places;
    features.set(found.code, [...(features.get(found.code) ?? []), reading.polygons]);
  }
  if (features.size === 0 && districts.length > 0 && !issues.some(isError)) whole("map_nothing_matches");
  const isPart = features.size > 0 && features.size < districts.length;
  // Where something is to be corrected, more of them may get a shape.
  if (isPart && !issues.some(isError)) whole("map_district_without_shape");
  if (isWide(features)) whole("map_far_apart");
  if ("code" in attribution || issues.some(isError)) return { map: null, issues };
  return { map: { attribution: attribution.text, features, places }, issues };
}

const isError = ({ severity }: FileIssue): boolean => severity === "error";

/** Who is named as the source of the borders: text for everybody, so no number or address of a person may be in it. */
function readAttribution(
  value: unknown,
): { text: string | null } | { code: "map_attribution" | NonNullable<ReturnType<typeof screenText>> } {
  if (value === undefined || value === null) return { text: null };
  if (typeof value !== "string") return { code: "map_attribution" };
  const text = value.replace(/[\s\p{Cc}\p{Cf}]+/gu, " ").trim();
  if (text.length > MAX_ATTRIBUTION) return { code: "map_attribution" };
  const finding = screenText(text);
  return finding ? { code: finding } : { text: text || null };
}

function isWide(features: ReadMap["features"]): boolean {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const polygons of [...features.values()].flat(2)) {
    for (const [x, y] of polygons[0]!) {
      [west, east] = [Math.min(west, x), Math.max(east, x)];
      [south, north] = [Math.min(south, y), Math.max(north, y)];
    }
  }
  return east - west > WIDEST || north - south > WIDEST;
}
