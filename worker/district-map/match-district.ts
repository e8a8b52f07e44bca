import type { District } from "../../data/contract/district.js";
import { normaliseHeader } from "../intake/columns.js";
import { districtLookup } from "../intake/district-lookup.js";
import { isObject } from "./read-geojson.js";

/** Properties that hold a district's code, the surest first; KEY_CODE is that of the census' small areas (小地域). */
export const CODE_PROPERTIES = [
  "code",
  "district_code",
  "district",
  "地区コード",
  "地域コード",
  "町丁目コード",
  "町字コード",
  "KEY_CODE",
];

/** Properties that hold its name; S_NAME is that of the census' small areas. */
export const NAME_PROPERTIES = [
  "name",
  "district_name",
  "地区名",
  "地域名",
  "地区",
  "町丁目名",
  "町字名",
  "S_NAME",
];

export type Match =
  /** `differs`: its name is another district's. */
  { code: string; differs: boolean } | "ambiguous_name" | "none";

/**
 * Finds the district of a feature: by a code property, else by a name property, else by the feature's own `id` where
 * it has neither. Letter case and width of the properties' names do not matter; a code may be a number or lack its
 * leading zeros.
 */
export function districtMatcher(districts: readonly District[]) {
  const { find } = districtLookup(districts, false);
  const codes = new Set(districts.map((d) => d.code));
  const byName = Map.groupBy(districts, (d) => foldedName(d.name));

  return (feature: Readonly<Record<string, unknown>>): Match => {
    const values = textsOf(feature["properties"]);
    const named = (aliases: readonly string[]) =>
      aliases.flatMap((alias) => values.get(normaliseHeader(alias)) ?? []);
    const texts = { codes: named(CODE_PROPERTIES), names: named(NAME_PROPERTIES) };
    const byCode = texts.codes.map(find).find((code) => code !== null);
    const sameName = texts.names.map((name) => byName.get(foldedName(name))).find((found) => found);
    if (byCode) {
      return { code: byCode, differs: sameName !== undefined && !sameName.some((d) => d.code === byCode) };
    }
    if (sameName)
      return sameName.length === 1 ? { code: sameName[0]!.code, differs: false } : "ambiguous_name";
    // Software numbers features by itself: an id counts only as it stands, and only where nothing else is said.
    const id = texts.codes.length + texts.names.length === 0 ? textOf(feature["id"]) : null;
    return id !== null && codes.has(id) ? { code: id, differs: false } : "none";
  };
}

const foldedName = (name: string): string => name.normalize("NFKC").trim();

/** The properties' texts by their folded names; what is neither text nor number says nothing. */
function textsOf(properties: unknown): Map<string, string> {
  if (!isObject(properties)) return new Map();
  const texts = new Map<string, string>();
  for (const [name, value] of Object.entries(properties)) {
    const text = textOf(value);
    if (text !== null) texts.set(normaliseHeader(name), text);
  }
  return texts;
}

const textOf = (value: unknown): string | null =>
  typeof value === "string" || typeof value === "number"
    ? String(value).normalize("NFKC").trim().slice(0, 200) || null
    : null;
