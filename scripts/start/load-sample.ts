import { readFileSync } from "node:fs";
import type { ReleaseList } from "../../data/contract/api/release.js";
import type { SavedSettings } from "../../data/contract/api/settings.js";
import type { UploadList } from "../../data/contract/api/upload.js";
import type { ApiClient } from "../api-client.js";
import { draftRelease } from "../draft-release.js";
import { makeSample } from "../sample/make-sample.js";
import { LAST_DATE, SAMPLE_MUNICIPALITY } from "../sample/town-plan.js";

/** What the ledger holds of the sample's town. */
export type SampleState = "none" | "partly" | "published" | "own_figures";

/** Made-up months look unusual at times (the rush of early 2023, a new population base): nobody needs to be asked. */
const SAMPLE_UPLOAD = "/uploads?synthetic=true&accept_warnings=true";

/**
 * How far the sample is loaded. A town whose newest upload is not synthetic holds somebody's own figures:
 * the sample must not be mixed into them. A release that was withdrawn has been published, and stays so.
 */
export async function readSampleState(api: ApiClient): Promise<SampleState> {
  const [uploads, releases] = await Promise.all([
    api<UploadList>(`/uploads?municipality=${SAMPLE_MUNICIPALITY}&limit=1`),
    api<ReleaseList>(`/releases?municipality=${SAMPLE_MUNICIPALITY}`),
  ]);
  const newest = uploads.body.uploads[0];
  if (!newest) return "none";
  if (!newest.synthetic) return "own_figures";
  return releases.body.releases.some((release) => release.status !== "draft") ? "published" : "partly";
}

/**
 * Sends the districts and the sample's months through the API, oldest first. What is there already answers
 * 200 and changes nothing, so that an interrupted load goes on where it stopped.
 * @returns how many files there were and how many of them were new.
 */
export async function uploadSample(
  api: ApiClient,
  onProgress: (done: number, of: number) => void,
): Promise<{ files: number; added: number }> {
  const districts = new URL(`../../data/reference/districts-${SAMPLE_MUNICIPALITY}.csv`, import.meta.url);
  await api(`/municipalities/${SAMPLE_MUNICIPALITY}/districts`, {
    method: "PUT",
    body: readFileSync(districts, "utf8"),
  });
  const files = makeSample();
  let added = 0;
  for (const [i, file] of files.entries()) {
    const { status } = await api(SAMPLE_UPLOAD, { method: "POST", body: file.text });
    if (status === 201) added += 1;
    onProgress(i + 1, files.length);
  }
  return { files: files.length, added };
}

/** Drafts a release of everything in the sample and publishes it. Settings that somebody has made stay. */
export async function publishSample(api: ApiClient): Promise<string> {
  const settings = `/municipalities/${SAMPLE_MUNICIPALITY}/settings`;
  const { body } = await api<SavedSettings>(settings);
  if (body.saved_at === null) await api(settings, { method: "PUT", body: { name_en: "Shika Town" } });
  const id = await draftRelease(api, { municipality: SAMPLE_MUNICIPALITY, through: LAST_DATE });
  await api(`/releases/${id}/publish`, { method: "POST" });
  return id;
}
