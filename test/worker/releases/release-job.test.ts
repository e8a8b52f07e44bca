import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import type { ReleaseJob, ReleaseMaker } from "../../../worker/releases/release-job.js";
import {
  call,
  env,
  freshDatabase,
  month,
  newToken,
  registerDistricts,
  uploadCsv,
  SHIKA,
} from "../harness.js";

const json = { municipality: SHIKA, through: "2026-10-31" };
const draftLater = () => call("/api/v1/releases", { json, headers: { prefer: "respond-async" } });
const progress = async (id: string) => {
  const response = await call(`/api/v1/releases/${id}/progress?municipality=${SHIKA}`);
  return (await response.json<{ job: ReleaseJob }>()).job;
};
const maker = () =>
  env.RELEASE_MAKERS.get(env.RELEASE_MAKERS.idFromName(SHIKA)) as DurableObjectStub<ReleaseMaker>;

async function until(id: string, state: ReleaseJob["state"]): Promise<ReleaseJob> {
  for (let i = 0; i < 600; i++) {
    const job = await progress(id);
    if (job.state === state) return job;
    await scheduler.wait(50);
  }
  throw new Error(`the job did not become ${state}`);
}

beforeEach(async () => {
  await freshDatabase();
  await registerDistricts();
  await uploadCsv(month());
});

describe("a draft as a job", () => {
  it("answers at once, tells how far it is, and ends as a release", async () => {
    const started = await draftLater();
    expect(started.status).toBe(202);
    const { job } = await started.json<{ job: ReleaseJob }>();
    expect(job).toMatchObject({ state: "running", through: "2026-10-31", problem: null });
    expect(started.headers.get("location")).toBe(`/api/v1/releases/${job.id}/progress?municipality=${SHIKA}`);
    const list = await (
      await call(`/api/v1/releases?municipality=${SHIKA}`)
    ).json<{ job: ReleaseJob | null; releases: unknown[] }>();
    expect([list.job?.id, list.releases]).toEqual([job.id, []]);
    const done = await until(job.id, "done");
    expect(done).toMatchObject({ step: "storing" });
    expect((await call(`/api/v1/releases/${job.id}`)).status).toBe(200);
    const after = await (
      await call(`/api/v1/releases?municipality=${SHIKA}`)
    ).json<{ job: ReleaseJob | null; releases: unknown[] }>();
    expect([after.job, after.releases.length]).toEqual([null, 1]);
  });

  it("is not told of to outsiders", async () => {
    const { job } = await (await draftLater()).json<{ job: ReleaseJob }>();
    const list = await (
      await call(`/api/v1/releases?municipality=${SHIKA}`, { token: null })
    ).json<Record<string, unknown>>();
    expect(list).not.toHaveProperty("job");
    const path = `/api/v1/releases/${job.id}/progress?municipality=${SHIKA}`;
    expect((await call(path, { token: null })).status).toBe(401);
    expect((await call(path, { token: await newToken("reader", "172073") })).status).toBe(403);
    expect((await call(`/api/v1/releases/rel_none/progress?municipality=${SHIKA}`)).status).toBe(404);
    await until(job.id, "done");
  });

  it("that an interruption ended is taken up again, and makes the same draft", async () => {
    const { job } = await (await draftLater()).json<{ job: ReleaseJob }>();
    await until(job.id, "done");
    const first = await call(`/api/v1/releases/${job.id}`);
    const { release } = await first.json<{ release: { digest: string } }>();
    // As if the process had ended before the release was written down.
    await env.DB.prepare("DELETE FROM releases").run();
    await runInDurableObject(maker(), async (_, { storage }) => {
      const kept = (await storage.get<{ job: ReleaseJob; attempts: number }>(`job ${job.id}`))!;
      await storage.put(`job ${job.id}`, { ...kept, attempts: 1, job: { ...kept.job, state: "running" } });
      await storage.setAlarm(Date.now() + 60_000);
    });
    expect(await runDurableObjectAlarm(maker())).toBe(true);
    await until(job.id, "done");
    const again = await (await call(`/api/v1/releases/${job.id}`)).json<{ release: { digest: string } }>();
    expect(again.release.digest).toBe(release.digest);
    await runInDurableObject(maker(), (_, { storage }) => storage.deleteAlarm());
  });

  it("that cannot be made says why", async () => {
    const none = await call("/api/v1/releases", {
      json: { ...json, through: "2020-01-01" },
      headers: { prefer: "respond-async" },
    });
    const { job } = await none.json<{ job: ReleaseJob }>();
    const failed = await until(job.id, "failed");
    expect(failed.problem).toMatchObject({ detail: expect.stringContaining("公開できる数字がありません") });
  });
});
