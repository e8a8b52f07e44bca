import type { TownSettings } from "../../data/contract/town-settings.js";
import type { DisclosureReport } from "./report.js";

/** What a release is made from, and can be made again from. */
export interface ReleaseSource {
  id: string;
  municipality: string;
  /** The last as-of date it holds. */
  through: string;
  revision: number;
  settings: TownSettings;
  /** Every release published before it, oldest first, the withdrawn ones too. */
  earlier: string[];
  /** The release that `latest` named when it was drafted; null for none. */
  previous: string | null;
  created_at: string;
}

export interface Release extends ReleaseSource {
  status: "draft" | "published" | "withdrawn";
  /** SHA-256 of its manifest. */
  digest: string;
  report: DisclosureReport;
  created_by: string;
  published_at: string | null;
  published_by: string | null;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
  reason: string | null;
}

type ReleaseRow = Omit<Release, "report" | "settings" | "earlier"> & {
  seq: number;
  report: string;
  settings: string;
  earlier: string;
};

const fromRow = ({ report, settings, earlier, ...row }: ReleaseRow): Release & { seq: number } => ({
  ...row,
  report: JSON.parse(report),
  settings: JSON.parse(settings),
  earlier: JSON.parse(earlier),
});

export function insertRelease(db: D1Database, r: Release): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO releases (id, municipality, status, through, revision, digest, report, settings, earlier,
         previous, created_at, created_by)
       VALUES (?, ?, 'draft', ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .bind(
      r.id,
      r.municipality,
      r.through,
      r.revision,
      r.digest,
      JSON.stringify(r.report),
      JSON.stringify(r.settings),
      JSON.stringify(r.earlier),
      r.previous,
      r.created_at,
      r.created_by,
    );
}

export async function releaseById(db: D1Database, id: string): Promise<Release | null> {
  const row = await db.prepare("SELECT * FROM releases WHERE id = ?").bind(id).first<ReleaseRow>();
  return row && withoutSeq(fromRow(row));
}

/** The release that `latest` names; null where none is published. */
export async function latestRelease(db: D1Database, municipality: string): Promise<Release | null> {
  const row = await db
    .prepare(
      "SELECT r.* FROM municipality_states s JOIN releases r ON r.id = s.latest_release WHERE s.code = ?",
    )
    .bind(municipality)
    .first<ReleaseRow>();
  return row && withoutSeq(fromRow(row));
}

/** Newest first. @param drafts whether drafts are told of: only to who may publish or read inside. */
export async function listReleases(
  db: D1Database,
  page: { municipality: string; after: number | null; limit: number; drafts: boolean },
): Promise<(Release & { seq: number })[]> {
  const { results } = await db
    .prepare(
      `SELECT * FROM releases
       WHERE municipality = ?1 AND (?2 IS NULL OR seq < ?2) AND (?3 = 1 OR status <> 'draft')
       ORDER BY seq DESC LIMIT ?4`,
    )
    .bind(page.municipality, page.after, page.drafts ? 1 : 0, page.limit + 1)
    .all<ReleaseRow>();
  return results.map(fromRow);
}

const withoutSeq = ({ seq: _, ...release }: Release & { seq: number }): Release => release;
