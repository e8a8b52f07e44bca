/** What a release holds and withholds, for whoever decides on its publication. */
export interface DisclosureReport {
  /** `totals`: the municipality as a whole by as-of date, nothing finer. */
  policy: "totals";
  as_of_dates: number;
  rows_published: number;
  /** Ledger figures (district × age × sex) that stay inside. */
  figures_withheld: number;
  districts_withheld: number;
}

export interface Release {
  id: string;
  municipality: string;
  status: "draft" | "published" | "withdrawn";
  /** The last as-of date it holds. */
  through: string;
  revision: number;
  digest: string;
  report: DisclosureReport;
  created_at: string;
  created_by: string;
  published_at: string | null;
  published_by: string | null;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
  reason: string | null;
}

type ReleaseRow = Omit<Release, "report"> & { seq: number; report: string };

const fromRow = ({ report, ...row }: ReleaseRow): Release & { seq: number } => ({
  ...row,
  report: JSON.parse(report),
});

export function insertRelease(db: D1Database, r: Release): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO releases (id, municipality, status, through, revision, digest, report, created_at, created_by)
       VALUES (?, ?, 'draft', ?, ?, ?, ?, ?, ?)`,
    )
    .bind(
      r.id,
      r.municipality,
      r.through,
      r.revision,
      r.digest,
      JSON.stringify(r.report),
      r.created_at,
      r.created_by,
    );
}

export async function releaseById(db: D1Database, id: string): Promise<Release | null> {
  const row = await db.prepare("SELECT * FROM releases WHERE id = ?").bind(id).first<ReleaseRow>();
  if (!row) return null;
  const { seq: _, ...release } = fromRow(row);
  return release;
}

/** The release that `latest` names; null where none is published. */
export async function latestRelease(db: D1Database, municipality: string): Promise<Release | null> {
  const row = await db
    .prepare(
      "SELECT r.* FROM municipality_states s JOIN releases r ON r.id = s.latest_release WHERE s.code = ?",
    )
    .bind(municipality)
    .first<ReleaseRow>();
  if (!row) return null;
  const { seq: _, ...release } = fromRow(row);
  return release;
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
