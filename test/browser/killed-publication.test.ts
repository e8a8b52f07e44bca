import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { createApiClient } from "../../scripts/api-client.js";
import type { RunningWorker } from "../../scripts/server-process.js";
import { layEmptyState, startBuiltWorker } from "./built-worker/start.js";

const TOKEN = "ikw_token-of-the-killed-worker";
const SHIKA = "173843";
/** Moments at which everything is cut off, evenly from a publication's beginning to well after its end. */
const CUTS = Number(process.env["KILLS"] ?? 3);

let state: string;
let worker: RunningWorker;
const start = async () => {
  worker = await startBuiltWorker(inject("prepared").worker, state, TOKEN);
};
const api = (path: string, options?: { method?: string; body?: unknown }) =>
  createApiClient(worker.url, TOKEN)<{ release: { id: string; status: string } }>(path, options as never);

const draft = async (): Promise<string> =>
  (await api("/releases", { method: "POST", body: { municipality: SHIKA, through: "2026-10-31" } })).body
    .release.id;
const publish = (id: string) => api(`/releases/${id}/publish`, { method: "POST" });

/** The release that readers get, with every file of it checked against its manifest. */
async function releaseRead(): Promise<string> {
  const latest = `${worker.url}/open-data/${SHIKA}/latest`;
  const manifest = await fetch(`${latest}/manifest.json`);
  const ids = new Set([manifest.headers.get("ikiwatari-release")!]);
  const { files } = (await manifest.json()) as { files: { name: string; sha256: string }[] };
  for (const { name, sha256 } of files) {
    const file = await fetch(`${latest}/${name}`);
    // Some files of a release are not for the public.
    if (file.status === 404) continue;
    ids.add(file.headers.get("ikiwatari-release")!);
    const bytes = new Uint8Array(await file.arrayBuffer());
    expect([name, createHash("sha256").update(bytes).digest("hex")]).toEqual([name, sha256]);
  }
  expect(ids.size).toBe(1);
  return [...ids][0]!;
}

beforeAll(async () => {
  state = mkdtempSync(join(tmpdir(), "ikiwatari-killed-"));
  layEmptyState(inject("prepared").worker, state);
  await start();
  await api("/municipalities/173843/districts", {
    method: "PUT",
    body: "code,name\n01,東\n02,西\n",
  });
  await api("/uploads", {
    method: "POST",
    body: `全国地方公共団体コード,基準日,地区コード,人口,保有枚数\n${SHIKA},2026-10-31,01,1000,800\n${SHIKA},2026-10-31,02,500,350\n`,
  });
});
afterAll(async () => {
  await worker.stop();
  rmSync(state, { recursive: true, force: true });
});

it(
  "a Worker killed at any moment of a publication leaves the one release or the other, whole",
  { timeout: 600_000 },
  async () => {
    let old = await draft();
    const began = performance.now();
    await publish(old);
    const takes = performance.now() - began;
    const seen = { old: 0, next: 0 };
    for (let cut = 0; cut < CUTS; cut++) {
      const next = await draft();
      const answer = publish(next).catch(() => null);
      await sleep((3 * takes * cut) / (CUTS - 1));
      await worker.kill();
      await answer;
      await start();
      const read = await releaseRead();
      expect([old, next]).toContain(read);
      seen[read === next ? "next" : "old"] += 1;
      expect((await publish(next)).body.release.status).toBe("published");
      expect(await releaseRead()).toBe(next);
      old = next;
    }
    console.log(
      `${CUTS} Workers killed within ${Math.round(3 * takes)} ms: old release ${seen.old} times, new ${seen.next}`,
    );
    expect(seen.old).toBeGreaterThan(0);
  },
);
