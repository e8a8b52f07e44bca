import type { ListedRelease } from "../../data/contract/api/release.js";

/** What residents see: of those that are published the one that was published last; undefined for none. */
export const latestOf = (releases: readonly ListedRelease[]): ListedRelease | undefined =>
  releases
    .filter(({ status }) => status === "published")
    .reduce<ListedRelease | undefined>(
      (newest, r) => (newest && newest.published_at! >= r.published_at! ? newest : r),
      undefined,
    );

/**
 * Where a release stands among the others. A draft is stale once another is published after it, since its check did not
 * know of that; one of the older method always is.
 */
export function standing(
  release: ListedRelease,
  all: readonly ListedRelease[],
): { isLatest: boolean; isStale: boolean } {
  return {
    isLatest: latestOf(all)?.id === release.id,
    isStale:
      release.status === "draft" &&
      (release.method === "suppression" ||
        all.some(({ published_at: at }) => at !== null && at > release.created_at)),
  };
}
