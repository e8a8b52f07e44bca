import type { PublicRelease } from "../../data/contract/public-release.js";
import type { Progress } from "./progress.js";
import { openDataFiles } from "./open-data/open-data-files.js";
import { residentFiles } from "./pages/resident-files.js";
import { chartPictures } from "./pictures/chart-pictures.js";

const encoder = new TextEncoder();
const json = (value: unknown): Uint8Array => encoder.encode(`${JSON.stringify(value, null, 1)}\n`);

/**
 * What a release consists of beside the tables of the notebooks: open data, pictures, pages, and what proves and
 * describes it.
 */
export async function releaseFiles(
  release: PublicRelease,
  onProgress: (progress: Progress) => Promise<void> = async () => {},
): Promise<{ files: Map<string, Uint8Array>; unpictured: string[] }> {
  const { certificate, settings, id, previous, made_at, through, changes, synthetic } = release;
  const openData = await openDataFiles(release);
  const pictures = await chartPictures(release, onProgress);
  await onProgress({ step: "files", done: 0, total: null });
  const files = new Map<string, Uint8Array>([
    ...openData,
    ...pictures.files,
    ...residentFiles(release, openData),
    ["certificate.json", json({ release: id, made_at, ...certificate })],
    ["release.json", json({ id, previous, made_at, through, synthetic, settings, changes })],
  ]);
  return { files, unpictured: pictures.unpictured };
}
