import { listReleases, type Release } from "../release.js";

const PAGE = 200;

/** All releases of a town that were ever public, newest first: published and withdrawn ones. */
export async function publicArchive(db: D1Database, municipality: string): Promise<Release[]> {
  const found: Release[] = [];
  for (let after: number | null = null; ;) {
    const page = await listReleases(db, { municipality, after, limit: PAGE, drafts: false });
    found.push(...page.slice(0, PAGE));
    if (page.length <= PAGE) return found.filter((r) => r.published_at !== null);
    after = page[PAGE - 1]!.seq;
  }
}
