import type { District } from "../../data/contract/district.js";
import { DISTRICT_COLUMNS } from "../../data/contract/district.js";
import { auditLine } from "./audit-log.js";
import { closeDistricts, districtCodesInUse, districtsAt, insertDistricts } from "./districts.js";
import { currentRevision, openRevision } from "./revisions.js";

export type Replacement =
  | { ok: true; revision: number; added: number; changed: number; removed: number; unchanged: number }
  /** Districts that figures refer to and the new list leaves out. */
  | { ok: false; inUse: number };

/**
 * Replaces a municipality's district list in one transaction, as a new revision. The same list again
 * changes nothing. Codes that open figures use cannot leave the list.
 */
export async function replaceDistricts(
  db: D1Database,
  municipality: string,
  list: readonly District[],
  by: { actor: string; at: string; digest: string },
): Promise<Replacement> {
  const revision = await currentRevision(db, municipality);
  const before = new Map((await districtsAt(db, municipality, revision)).map((d) => [d.code, d]));
  const after = new Map(list.map((d) => [d.code, d]));
  const removed = [...before.keys()].filter((code) => !after.has(code));
  const used = await districtCodesInUse(db, municipality);
  const inUse = removed.filter((code) => used.has(code)).length;
  if (inUse > 0) return { ok: false, inUse };

  const same = (a: District, b: District) => DISTRICT_COLUMNS.every((column) => a[column] === b[column]);
  const added = list.filter((d) => !before.has(d.code));
  const changed = list.filter((d) => before.has(d.code) && !same(before.get(d.code)!, d));
  const counts = {
    added: added.length,
    changed: changed.length,
    removed: removed.length,
    unchanged: list.length - added.length - changed.length,
  };
  if (added.length + changed.length + removed.length === 0) return { ok: true, revision, ...counts };

  const next = revision + 1;
  await db.batch([
    ...openRevision(db, municipality, next, "districts", by.at),
    closeDistricts(db, municipality, [...removed, ...changed.map((d) => d.code)], next),
    insertDistricts(db, [...added, ...changed], next),
    auditLine(db, {
      at: by.at,
      actor: by.actor,
      action: "districts.replaced",
      municipality,
      target: municipality,
      digest: by.digest,
    }),
  ]);
  return { ok: true, revision: next, ...counts };
}
