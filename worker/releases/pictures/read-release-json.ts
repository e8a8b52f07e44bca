import { Refusal } from "../../refusal.js";
import { objectKey } from "../../snapshots/files.js";
import type { Release } from "../release.js";

/**
 * A JSON file of a release, as our own code wrote it.
 * @throws Refusal not_found where the release has no such file: one made before there were charts
 */
export async function readReleaseJson<T>(objects: R2Bucket, release: Release, file: string): Promise<T> {
  const found = await objects.get(objectKey("release", release.municipality, release.digest, file));
  if (!found) {
    throw new Refusal("not_found", {
      ja: "この公開版には図がありません",
      en: "This release has no charts",
    });
  }
  return found.json<T>();
}
