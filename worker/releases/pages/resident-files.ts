import type { ReleaseFile } from "../../../dashboards/residents/release-file.js";
import { residentPages } from "../../../dashboards/residents/resident-pages.js";
import type { PublicRelease } from "../../../data/contract/public-release.js";
import { newChartDocument } from "../../snapshots/chart-document.js";
import { mediaTypeOf } from "../../snapshots/files.js";

/** The pages for residents, with the open data that they link to and the single-file copy holds. */
export function residentFiles(
  release: PublicRelease,
  openData: ReadonlyMap<string, Uint8Array>,
): Map<string, Uint8Array> {
  const files = [...openData].map(([name, bytes]): ReleaseFile => ({
    name,
    mediaType: mediaTypeOf(name),
    bytes,
  }));
  return residentPages(release, { document: newChartDocument(), files });
}
