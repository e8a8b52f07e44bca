import { Refusal } from "../../refusal.js";
import { releaseById, type Release } from "../release.js";

/**
 * A release that anybody may read.
 * @throws Refusal not_found for one of another town, or that was not published: nothing of a draft is told, it
 * answers like one that does not exist; gone for a withdrawn one, with the reason
 */
export async function publicRelease(db: D1Database, municipality: string, id: string): Promise<Release> {
  const release = await releaseById(db, id);
  if (release?.municipality !== municipality || release.published_at === null) {
    throw new Refusal("not_found", { ja: "その公開版はありません", en: "No such release" });
  }
  if (release.status === "withdrawn") {
    throw new Refusal("gone", { ja: `理由: ${release.reason}`, en: `Reason: ${release.reason}` });
  }
  if (release.status !== "published") {
    throw new Refusal("not_found", { ja: "その公開版はありません", en: "No such release" });
  }
  return release;
}
