import { setTimeout } from "node:timers/promises";
import type { DraftOrder, ReleaseAnswer } from "../data/contract/api/release.js";
import type { JobAnswer } from "../data/contract/api/release-job.js";
import type { ApiClient } from "./api-client.js";

const POLL_MS = 500;

/**
 * The id of a new draft. A slow machine, or a large town, answers with a job instead: it is waited for.
 * @throws ApiError where the order is refused, Error with the problem's words where the job fails
 */
export async function draftRelease(api: ApiClient, order: DraftOrder): Promise<string> {
  const { body } = await api<ReleaseAnswer | JobAnswer>("/releases", { method: "POST", body: order });
  if ("release" in body) return body.release.id;
  const address = `/releases/${body.job.id}/progress?municipality=${order.municipality}`;
  for (let { job } = body; ; { job } = (await api<JobAnswer>(address)).body) {
    if (job.state === "done") return job.id;
    if (job.problem) throw new Error(`${job.problem.title}: ${job.problem.detail}`);
    await setTimeout(POLL_MS);
  }
}
