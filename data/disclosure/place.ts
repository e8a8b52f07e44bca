import type { District } from "../contract/district.js";
import { DomainError } from "../contract/domain-error.js";
import { ALL } from "../contract/figure.js";
import { mergeSmall, type Group } from "./merge-small.js";
import type { DisclosurePolicy, DistrictMerge } from "./policy.js";
import type { Lineage } from "./succession.js";

/** A place of the published tables. A merge of districts is a district with several members. */
export interface Place {
  kind: "town" | "area" | "district";
  /** `all` for the town, the area's name, the district's or the merge's code. */
  code: string;
  name: string;
  /** The lines that make it up (see Lineage: mostly district codes), in code order; for the town all of them. */
  members: readonly string[];
}

/** What the places of a town are made from. */
export interface PlacesSource {
  /** Residents of each line on each of the dates; −1 where its figures are missing. */
  residents: ReadonlyMap<string, readonly number[]>;
  districts: readonly District[];
  lineage: Lineage;
  policy: DisclosurePolicy;
  /** What the release before added together because it was small, and what stays together therefore. */
  kept: readonly (readonly string[])[];
}

/** The name under which districts without an area are summed where others have one. */
const NO_AREA = "その他";

const byCode = (a: { code: string }, b: { code: string }): number => (a.code < b.code ? -1 : 1);

/**
 * The places of a municipality's tables: the town, its areas (none where no district names one), its districts, the
 * small ones added to a neighbour of the same area. A town with fewer residents than a cell must have is told whole.
 * @throws DomainError invalid_policy for a merge with unknown or shared members, or across areas.
 */
export function placesOf(source: PlacesSource): Place[] {
  const { residents, districts, lineage, policy } = source;
  const listed = new Map(districts.map((d) => [d.code, d]));
  const lines = [...residents.keys()].filter((line) => line !== ALL).sort();
  const town: Place = { kind: "town", code: ALL, name: ALL, members: lines };
  if (lines.length === 0 || fewest(lines, residents) < policy.smallestResidents) return [town];

  const districtOf = (line: string): District | undefined => listed.get(line.split("~")[0]!);
  const hasAreas = lines.some((line) => districtOf(line)?.area != null);
  const areaOf = (line: string): string => districtOf(line)?.area ?? NO_AREA;
  const areas = mergeSmall(
    [...Map.groupBy(lines, areaOf)].map(([area, members]) => ({ code: area, name: area, members })),
    { enough: (members) => fewest(members, residents) >= policy.smallestResidents, apart: () => 0 },
  ).map((area): Place => ({ kind: "area", ...area }));
  const merges = [
    ...wanted(policy.merges, lines, lineage),
    ...stillValid(source, lines, areas, (line) => nameOf(line, listed)),
  ];
  const groups = areas.flatMap(({ members }) =>
    mergeSmall(
      startingGroups(members, merges, (line) => nameOf(line, listed)),
      {
        enough: (some) => fewest(some, residents) >= policy.smallestResidents,
        apart: (a, b) => tilesApart(a, b, districtOf),
      },
    ),
  );
  const told = groups.map((group): Place => ({ kind: "district", ...group }));
  assertWithinAreas(merges, areas);
  if (new Set(told.map((p) => p.code)).size < told.length) {
    throw new DomainError("invalid_policy", "a merge has the code of another district");
  }
  return [town, ...(hasAreas ? areas.sort(byCode) : []), ...told.sort(byCode)];
}

/** The fewest residents of some lines together on any date that has one of them. */
function fewest(lines: readonly string[], residents: ReadonlyMap<string, readonly number[]>): number {
  const rows = lines.map((line) => residents.get(line)!);
  let least = Number.POSITIVE_INFINITY;
  for (let t = 0; t < (rows[0]?.length ?? 0); t++) {
    let sum = UNSEEN;
    for (const row of rows) if (row[t]! >= 0) sum = Math.max(sum, 0) + row[t]!;
    if (sum !== UNSEEN) least = Math.min(least, sum);
  }
  return least;
}
const UNSEEN = -1;

/** People who have gone by other codes since are told apart by when: 高浜（2025-04-01より前）. */
function nameOf(line: string, listed: ReadonlyMap<string, District>): string {
  const [code, until] = line.split("~");
  const name = listed.get(code!)?.name ?? code!;
  return until === undefined ? name : `${name}（${until}より前）`;
}

function wanted(
  merges: readonly DistrictMerge[],
  lines: readonly string[],
  lineage: Lineage,
): DistrictMerge[] {
  const taken = new Set<string>();
  return merges.map(({ code, name, members }) => {
    const told = linesOf(members, lines, lineage);
    for (const line of told) {
      if (!lines.includes(line) || taken.has(line)) {
        throw new DomainError("invalid_policy", "a merge names an unknown district, or one twice", { code });
      }
      taken.add(line);
    }
    return { code, name, members: told };
  });
}

/** Earlier merges whose districts are all still there, in one area, and of which the town says nothing else. */
function stillValid(
  { kept, policy, lineage }: PlacesSource,
  lines: readonly string[],
  areas: readonly Place[],
  name: (line: string) => string,
): DistrictMerge[] {
  const decided = new Set(policy.merges.flatMap((m) => linesOf(m.members, lines, lineage)));
  return kept.flatMap((members) => {
    const told = linesOf(members, lines, lineage);
    const holds =
      told.length > 1 &&
      told.every((line) => !decided.has(line)) &&
      areas.some((area) => told.every((line) => area.members.includes(line)));
    return holds ? [{ code: told.join("+"), name: told.map(name).join("・"), members: told }] : [];
  });
}

/** The lines under which districts are told today that were named when they had other codes, perhaps. */
function linesOf(codes: readonly string[], lines: readonly string[], lineage: Lineage): string[] {
  const told = codes.map((code) => (lines.includes(code) ? code : lineage.lineOf(code, "")));
  return [...new Set(told)].sort();
}

function startingGroups(
  lines: readonly string[],
  merges: readonly DistrictMerge[],
  name: (line: string) => string,
): Group[] {
  const merged = merges.filter((m) => m.members.some((line) => lines.includes(line)));
  const inMerge = new Set(merged.flatMap((m) => m.members));
  return [
    ...merged.map((m) => ({ ...m, members: m.members.filter((line) => lines.includes(line)) })),
    ...lines
      .filter((line) => !inMerge.has(line))
      .map((line) => ({ code: line, name: name(line), members: [line] })),
  ].sort(byCode);
}

function assertWithinAreas(merges: readonly DistrictMerge[], areas: readonly Place[]): void {
  for (const { code, members } of merges) {
    if (!areas.some((area) => members.every((line) => area.members.includes(line)))) {
      throw new DomainError("invalid_policy", "a merge spans areas", { code });
    }
  }
}

/** How far two groups lie apart on the schematic map, in tiles; far where one has no tile. */
function tilesApart(a: Group, b: Group, districtOf: (line: string) => District | undefined): number {
  let least = Number.POSITIVE_INFINITY;
  for (const [p, q] of a.members.flatMap((x) =>
    b.members.map((y) => [districtOf(x), districtOf(y)] as const),
  )) {
    if (p?.tile_x == null || p.tile_y == null || q?.tile_x == null || q.tile_y == null) continue;
    least = Math.min(least, Math.max(Math.abs(p.tile_x - q.tile_x), Math.abs(p.tile_y - q.tile_y)));
  }
  return least;
}
