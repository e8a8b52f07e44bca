import type { DisclosureReport } from "../../data/contract/api/disclosure-report.js";
import type { District } from "../../data/contract/district.js";
import { peopleOf } from "../../data/disclosure/people.js";
import type { PublicTables } from "../../data/disclosure/published.js";
import { lineageOf } from "../../data/disclosure/succession.js";
import { Refusal } from "../refusal.js";

/** The dates whose figures lack districts, oldest first: nothing is told of the town on them, nor of their areas. @param districts the town's list, for their names */
export function incompleteDates(
  tables: PublicTables,
  districts: readonly District[],
): DisclosureReport["incomplete"] {
  const { coverage, successions, known, places } = tables;
  const lineage = lineageOf(successions);
  const people = peopleOf(coverage, lineage, known);
  const names = new Map(districts.map((d) => [d.code, d.name]));
  const town = places.find((p) => p.kind === "town")!;
  return coverage
    .flatMap(({ dates, codes }) => dates.map((as_of) => ({ as_of, codes: new Set(codes) })))
    .filter(({ as_of }) => !people.of(town, as_of)?.isWhole)
    .map(({ as_of, codes }) => ({
      as_of,
      missing: known
        .filter((code) => code !== "all" && !codes.has(code) && lineage.isAlive(code, as_of))
        .map((code) => ({ code, name: names.get(code) ?? code })),
    }))
    .sort((a, b) => (a.as_of < b.as_of ? -1 : 1));
}

/** So many missing districts are named; a city may lack hundreds. */
const NAMED = 20;

/**
 * The newest date is what a release is about: it must tell the town.
 * @throws Refusal conflict where districts are missing from it (code incomplete_date), or it has too few residents
 */
export function refuseUntoldDate(
  tables: PublicTables,
  through: string,
  districts: readonly District[],
): void {
  const newest = tables.coverage.flatMap((c) => c.dates).reduce((a, b) => (a > b ? a : b), "");
  const open = incompleteDates(tables, districts).find(({ as_of }) => as_of === newest);
  if (open) {
    const list = open.missing.slice(0, NAMED).map((d) => d.name);
    const more = open.missing.length > list.length ? ` … (${open.missing.length})` : "";
    throw new Refusal(
      "conflict",
      {
        ja: `${newest} の数字に、地区一覧の地区がそろっていません: ${list.join("、")}${more}。数字を送り足すか、住む人のいない地区を一覧から外してください`,
        en: `The figures of ${newest} lack districts of the list: ${list.join(", ")}${more}. Send them, or take districts without residents off the list`,
      },
      { code: "incomplete_date", members: { as_of: newest, missing: open.missing } },
    );
  }
  if (!tables.rows.some((row) => row.kind === "town" && row.as_of === newest)) {
    const { smallestResidents } = tables.policy;
    throw new Refusal(
      "conflict",
      {
        ja: `${through} までの数字は、公開できるほどの人数がないか、ほかで公表した基準日に当たるため、示せるものがありません（住民 ${smallestResidents} 人以上が要ります）`,
        en: `There is nothing to tell up to ${through}: fewer than ${smallestResidents} residents, or only dates told elsewhere`,
      },
      { code: "nothing_to_tell" },
    );
  }
}
