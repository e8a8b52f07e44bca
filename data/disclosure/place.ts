import type { District } from "../contract/district.js";
import { DomainError } from "../contract/domain-error.js";
import { ALL, type Figure } from "../contract/figure.js";
import type { DisclosurePolicy } from "./policy.js";

/** A place of the published tables. A merge of districts is a district with several members. */
export interface Place {
  kind: "town" | "area" | "district";
  /** `all` for the town, the area's name, the district's or the merge's code. */
  code: string;
  name: string;
  /** The districts of the ledger that make it up, in code order; for the town all of them. */
  members: readonly string[];
}

/** The name under which districts without an area are summed where others have one. */
const NO_AREA = "その他";

/**
 * The places of a municipality's tables: the town, its areas (none where no district names one), its districts
 * after merging. Districts that only the figures know keep their code as name.
 * @throws DomainError invalid_policy for a merge with unknown or shared members, or across areas.
 */
export function placesOf(
  figures: readonly Figure[],
  districts: readonly District[],
  policy: DisclosurePolicy,
): Place[] {
  const listed = new Map(districts.map((d) => [d.code, d]));
  const codes = new Set(figures.map((f) => f.district));
  for (const { code } of districts) codes.add(code);
  codes.delete(ALL);
  const areaOf = (code: string): string | null => listed.get(code)?.area ?? null;
  const town: Place = { kind: "town", code: ALL, name: ALL, members: [...codes].sort() };
  const small = mergedPlaces(town.members, policy, (code) => listed.get(code)?.name ?? code);
  const grouped = Map.groupBy(small, (place) => oneArea(place, areaOf) ?? NO_AREA);
  const hasAreas = town.members.some((code) => areaOf(code) !== null);
  const areas = [...grouped].map(([code, places]): Place => ({
    kind: "area",
    code,
    name: code,
    members: places.flatMap((p) => p.members).sort(),
  }));
  return [town, ...(hasAreas ? areas.sort(byCode) : []), ...small];
}

const byCode = (a: Place, b: Place): number => (a.code < b.code ? -1 : 1);

function mergedPlaces(
  codes: readonly string[],
  policy: DisclosurePolicy,
  nameOf: (code: string) => string,
): Place[] {
  const merged = new Set<string>();
  const places = policy.merges.map(({ code, name, members }): Place => {
    for (const member of members) {
      if (!codes.includes(member) || merged.has(member)) {
        throw new DomainError("invalid_policy", "a merge names an unknown district, or one twice", { code });
      }
      merged.add(member);
    }
    return { kind: "district", code, name, members: [...members].sort() };
  });
  for (const code of codes) {
    if (!merged.has(code)) places.push({ kind: "district", code, name: nameOf(code), members: [code] });
  }
  if (new Set(places.map((p) => p.code)).size < places.length) {
    throw new DomainError("invalid_policy", "a merge has the code of another district");
  }
  return places.sort(byCode);
}

function oneArea(place: Place, areaOf: (code: string) => string | null): string | null {
  const areas = new Set(place.members.map(areaOf));
  if (areas.size > 1) {
    throw new DomainError("invalid_policy", "a merge spans areas", { code: place.code });
  }
  return [...areas][0] ?? null;
}
