import type { ListedRelease, Release } from "./types.js";

/** What residents see: of those that are published the one that was published last; undefined for none. */
export const latestOf = (releases: readonly ListedRelease[]): ListedRelease | undefined =>
  releases
    .filter(({ status }) => status === "published")
    .reduce<ListedRelease | undefined>(
      (newest, r) => (newest && newest.published_at! >= r.published_at! ? newest : r),
      undefined,
    );

/** Where a release stands among the others. */
export function standing(
  release: Release,
  all: readonly ListedRelease[],
): { isLatest: boolean; isStale: boolean } {
  const published = all.filter((r) => r.published_at !== null).length;
  return {
    isLatest: latestOf(all)?.id === release.id,
    isStale: release.status === "draft" && published !== release.earlier.length,
  };
}
