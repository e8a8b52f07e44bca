import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { ApiClient } from "../api-client.js";
import { makeSample } from "../sample/make-sample.js";
import { LAST_DATE, SAMPLE_MUNICIPALITY } from "../sample/town-plan.js";

interface Upload {
  synthetic: boolean;
}
interface Release {
  id: string;
  status: string;
}

/** A draft, or its job where it takes longer than an answer waits for it. */
interface Draft {
  release?: Release;
  job?: { id: string; state: "running" | "done" | "failed"; problem: { detail: string } | null };
}

/** What the ledger holds of the sample's town. */
export type SampleState = "none" | "partly" | "published" | "own_figures";

const POLL_MS = 500;

/** Made-up months look unusual at times (the rush of early 2023, a new population base): nobody needs to be asked. */
const SAMPLE_UPLOAD = "/uploads?synthetic=true&accept_warnings=true";

/**
 * How far the sample is loaded. A town whose newest upload is not synthetic holds somebody's own figures:
 * the sample must not be mixed into them. A release that was withdrawn has been published, and stays so.
 */
export async function readSampleState(api: ApiClient): Promise<SampleState> {
  const [uploads, releases] = await Promise.all([
    api<{ uploads: Upload[] }>(`/uploads?municipality=${SAMPLE_MUNICIPALITY}&limit=1`),
    api<{ releases: Release[] }>(`/releases?municipality=${SAMPLE_MUNICIPALITY}`),
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
  const saved = await api<{ saved_at: string | null }>(settings);
  if (saved.body.saved_at === null) await api(settings, { method: "PUT", body: { name_en: "Shika Town" } });
  const body = { municipality: SAMPLE_MUNICIPALITY, through: LAST_DATE };
  const draft = await api<Draft>("/releases", { method: "POST", body });
  const id = draft.body.release?.id ?? (await whenMade(api, draft.body.job!.id));
  await api(`/releases/${id}/publish`, { method: "POST" });
  return id;
}

/** Waits for a draft on a machine that is slow at it. @returns its id. @throws Error where it cannot be made. */
async function whenMade(api: ApiClient, id: string): Promise<string> {
  for (;;) {
    const { body } = await api<Draft>(`/releases/${id}/progress?municipality=${SAMPLE_MUNICIPALITY}`);
    if (body.job?.state === "done") return id;
    if (body.job?.state !== "running") throw new Error(body.job?.problem?.detail ?? "the draft was not made");
    await sleep(POLL_MS);
  }
}
