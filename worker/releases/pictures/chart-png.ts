import { mediaTypeOf, objectKey } from "../../snapshots/files.js";
import type { Release } from "../release.js";
import { PICTURE_WIDTH, pictureRenderer } from "./render-picture.js";

const CHART_PNG = /^chart-[\w.-]+\.png$/;

/**
 * Sees to it that a chart's PNG is there. It is made out of the release's own drawing when somebody first asks for it,
 * and kept beside the files: a draft's thirty pictures would be made for nearly nobody otherwise.
 * @param file any file's name: nothing happens unless it is `chart-….png` and the release has such a drawing
 */
export async function ensureChartPng(
  objects: R2Bucket,
  { municipality, digest }: Pick<Release, "municipality" | "digest">,
  file: string,
): Promise<void> {
  if (!CHART_PNG.test(file)) return;
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
