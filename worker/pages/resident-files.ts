import { DOMParser } from "linkedom/worker";
import { residentPages, type ReleaseFile } from "../../dashboards/charts/resident/resident-pages.js";
import type { PublicRelease } from "../../data/contract/public-release.js";

/**
 * The pages of a release for residents and its single-file copy, by file name, as they are written at publication.
 * @param files the open data that the pages link and the copy holds.
 */
export function residentFiles(
  release: PublicRelease,
  files: readonly ReleaseFile[],
): Map<string, Uint8Array> {
  const document = new DOMParser().parseFromString(
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "image/svg+xml",
  ) as never;
  return residentPages(release, { document, files });
}
