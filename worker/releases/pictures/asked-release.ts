import { Refusal } from "../../refusal.js";
import { publicRelease } from "../open-data/public-release.js";
import { latestRelease, type Release } from "../release.js";

/**
 * The release that an address names, or the latest.
 * @throws Refusal not_found where nothing is published, or that release is not; gone where it was withdrawn
 */
export async function askedRelease(
  db: D1Database,
  municipality: string,
  id: string | undefined,
): Promise<Release> {
  if (id !== undefined) return publicRelease(db, municipality, id);
  const latest = await latestRelease(db, municipality);
  if (latest) return latest;
  throw new Refusal("not_found", { ja: "公開されたデータはまだありません", en: "Nothing is published yet" });
}
