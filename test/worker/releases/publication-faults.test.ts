import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Manifest } from "../../../data/contract/api/manifest.js";
import { sha256Hex } from "../../../worker/access/secret.js";
import { sweepReleases } from "../../../worker/releases/sweep-releases.js";
import type { Bundle } from "../../../worker/snapshots/files.js";
import { isBundleWhole, storeBundle } from "../../../worker/snapshots/store-bundle.js";
import { withFault } from "../faulty-stores.js";
import {
  ADMIN,
  ORIGIN,
  SHIKA,
  answer,
  call,
  env,
  freshDatabase,
  month,
  registerDistricts,
  uploadCsv,
} from "../harness.js";

const MOMENTS = ["before", "after"] as const;

beforeEach(() => {
  // Each fault is logged as an unknown error.
  vi.spyOn(console, "error").mockReturnValue();
});

describe("a publication with a fault at each of its calls", () => {
  let [old, draft] = ["", ""];
  const publish = (id: string) =>
    new Request(`${ORIGIN}/api/v1/releases/${id}/publish`, {
      method: "POST",
      headers: { authorization: `Bearer ${ADMIN}` },
    });
  const newDraft = async (): Promise<string> => {
    const json = { municipality: SHIKA, through: "2026-10-31" };
    const response = await call("/api/v1/releases", { json });
    return (await response.json<{ release: { id: string } }>()).release.id;
  };

  beforeAll(async () => {
    await freshDatabase();
    await registerDistricts();
    await uploadCsv(month());
    old = await newDraft();
    await answer(publish(old));
    await uploadCsv(
      month({ "02": `${SHIKA},2026-10-31,02,500,2026-01-01,400,390,350` }),
      "/api/v1/uploads?accept_warnings=true",
    );
    draft = await newDraft();
  });

  /** The ledger as it was before the second publication: what a release is made from is not touched by it. */
  const rewind = () =>
    env.DB.batch([
      env.DB.prepare(
        "UPDATE releases SET status = 'draft', published_at = NULL, published_by = NULL WHERE id = ?",
      ).bind(draft),
      env.DB.prepare("UPDATE municipality_states SET latest_release = ? WHERE code = ?").bind(old, SHIKA),
    ]);

  /** The release that readers are given, by every file of it that they ask for. */
  async function releaseRead(): Promise<string> {
    const seen = new Set<string>();
    const manifest = await call(`/open-data/${SHIKA}/latest/manifest.json`, { token: null });
    seen.add(manifest.headers.get("ikiwatari-release")!);
    for (const { name, sha256 } of (await manifest.json<Manifest>()).files) {
      if (!/^(figures|tables)\./.test(name)) continue;
      const file = await call(`/open-data/${SHIKA}/latest/${name}`, { token: null });
      seen.add(file.headers.get("ikiwatari-release")!);
      expect(await sha256Hex(new Uint8Array(await file.arrayBuffer()))).toBe(sha256);
    }
    expect(seen.size).toBe(1);
    return [...seen][0]!;
  }

  it.each(MOMENTS)(
    "%s its effect: readers see the one release or the other, and a second try completes",
    async (moment) => {
      let faults = 0;
      for (let at = 1; ; at++) {
        await rewind();
        const faulty = withFault(env, { call: at, moment });
        const response = await answer(publish(draft), faulty.env);
        if (faulty.calls() < at) break;
        faults += 1;
        expect([500, 200]).toContain(response.status);
        expect([old, draft]).toContain(await releaseRead());
        const retried = await answer(publish(draft));
        expect(retried.status).toBe(200);
        expect(await releaseRead()).toBe(draft);
      }
      expect(faults).toBeGreaterThan(20);
      console.log(`a publication: ${faults} calls failed ${moment} their effect`);
    },
  );
});

describe("the writing of a release's files with a fault at each of its calls", () => {
  async function bundle(): Promise<Bundle> {
    const encoder = new TextEncoder();
    const files = new Map(["a.csv", "b.json", "c.svg"].map((name) => [name, encoder.encode(`of ${name}`)]));
    const manifest: Manifest = {
      format: 1,
      kind: "release",
      municipality: SHIKA,
      as_of: null,
      rows: 0,
      synthetic: false,
      files: await Promise.all(
        [...files].map(async ([name, bytes]) => ({
          name,
          bytes: bytes.length,
          sha256: await sha256Hex(bytes),
          media_type: "text/plain",
        })),
      ),
    };
    const text = encoder.encode(JSON.stringify(manifest));
    return { digest: await sha256Hex(text), manifest, files: files.set("manifest.json", text) };
  }
  const whole = (digest: string) => isBundleWhole(env.OBJECTS, "release", SHIKA, digest);

  it.each(MOMENTS)(
    "%s its effect: what has a manifest is whole, and a second try completes",
    async (moment) => {
      const made = await bundle();
      let faults = 0;
      for (let at = 1; ; at++) {
        await freshDatabase();
        const faulty = withFault(env, { call: at, moment });
        const failed = await storeBundle(faulty.env.OBJECTS, made).then(
          () => false,
          () => true,
        );
        if (faulty.calls() < at) break;
        faults += 1;
        expect(failed).toBe(true);
        const hasManifest = await env.OBJECTS.head(`releases/${SHIKA}/${made.digest}/manifest.json`);
        expect(await whole(made.digest)).toBe(hasManifest !== null);
        await storeBundle(env.OBJECTS, made);
        expect(await whole(made.digest)).toBe(true);
      }
      expect(faults).toBeGreaterThan(7);
      console.log(`writing a bundle: ${faults} calls failed ${moment} their effect`);
    },
  );

  it("is not taken for whole where an object is other than the manifest says", async () => {
    await freshDatabase();
    const made = await bundle();
    await storeBundle(env.OBJECTS, made);
    await env.OBJECTS.put(`releases/${SHIKA}/${made.digest}/a.csv`, "of A.csv");
    expect(await whole(made.digest)).toBe(false);
  });

  it("leaves nothing for good where it never came to a release", async () => {
    await freshDatabase();
    const made = await bundle();
    await storeBundle(env.OBJECTS, made);
    const days = (n: number) => new Date(Date.now() + n * 86_400_000);
    await sweepReleases(env, SHIKA, days(13));
    expect(await whole(made.digest)).toBe(true);
    await sweepReleases(env, SHIKA, days(15));
    expect((await env.OBJECTS.list()).objects).toEqual([]);
  });
});
