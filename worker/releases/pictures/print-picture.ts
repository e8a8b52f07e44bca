import { mediaTypeOf, objectKey } from "../../snapshots/files.js";
import type { Release } from "../release.js";
import { PICTURE_WIDTH, pictureRenderer } from "./render-picture.js";

/**
 * Sees to it that a chart's picture for paper is there. It is made out of the release's own drawing when somebody first
 * asks for it, and kept beside the files: half of a draft's pictures would be made for nobody otherwise.
 * @param file the picture's name, `chart-ID.LANG.print.png`; nothing happens where the release has no such drawing
 */
export async function ensurePrintPicture(
  objects: R2Bucket,
  { municipality, digest }: Release,
  file: string,
): Promise<void> {
  const key = (name: string): string => objectKey("release", municipality, digest, name);
  if (await objects.head(key(file))) return;
  const drawing = await objects.get(key(file.replace(/png$/, "svg")));
  if (!drawing) return;
  const { render } = await pictureRenderer();
  await objects.put(key(file), render(await drawing.text(), PICTURE_WIDTH), {
    onlyIf: new Headers({ "if-none-match": "*" }),
    httpMetadata: { contentType: mediaTypeOf(file) },
  });
}
