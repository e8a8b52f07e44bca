import { beforeEach, describe, expect, it, vi } from "vitest";
import { townMap } from "../geojson-town.js";
import { withFault, type FaultPlan } from "./faulty-stores.js";
import {
  ADMIN,
  answer,
  call,
  env,
  freshDatabase,
  month,
  ORIGIN,
  registerDistricts,
  uploadCsv,
  SHIKA,
} from "./harness.js";

const MOMENTS = ["before", "after"] as const;
const headers = { authorization: `Bearer ${ADMIN}` };

/** Requests whose calls to D1 and R2 fail one after another. */
const ACTS: Record<
  string,
  { prepare: () => Promise<unknown>; request: () => Promise<Request>; done: number }
> = {
  "an upload": {
    prepare: () => uploadCsv(month({}, "2026-09-30")),
    request: async () =>
      new Request(`${ORIGIN}/api/v1/uploads`, {
        method: "POST",
        body: month(),
        headers: { ...headers, "content-type": "text/csv" },
      }),
    done: 201,
  },
  "the making of a snapshot": {
    prepare: () => uploadCsv(month()),
    request: async () => new Request(`${ORIGIN}/api/v1/figures.csv?municipality=${SHIKA}`, { headers }),
    done: 200,
  },
  "a town's map": {
    prepare: () => uploadCsv(month()),
    request: async () =>
      new Request(`${ORIGIN}/api/v1/municipalities/${SHIKA}/districts.geojson`, {
        method: "PUT",
        body: townMap(["01", "02"]),
        headers: { ...headers, "content-type": "application/geo+json" },
      }),
    done: 200,
  },
  "a take-back": {
    prepare: async () => {
      await uploadCsv(month({}, "2026-09-30"));
      await uploadCsv(month());
    },
    request: async () => {
      const { uploads } = await (await call("/api/v1/uploads")).json<{ uploads: { id: string }[] }>();
      return new Request(`${ORIGIN}/api/v1/uploads/${uploads[0]!.id}/take-back`, { method: "POST", headers });
    },
    done: 200,
  },
};

/** What every reader can see: the ledger's figures, uploads and revisions, the snapshot, the published files. */
async function visibleState(): Promise<string> {
  const figures = await (await call(`/api/v1/figures.csv?municipality=${SHIKA}`)).text();
  const { uploads } = await (
    await call("/api/v1/uploads")
  ).json<{ uploads: { sha256: string; revision: number; changes: object }[] }>();
  const map = await call(`/api/v1/municipalities/${SHIKA}/districts.geojson`);
  const latest = await call(`/open-data/${SHIKA}/latest/figures.csv`, { token: null });
  const { results: revisions } = await env.DB.prepare(
    "SELECT municipality, number, kind FROM revisions",
  ).all();
  const objects = (await env.OBJECTS.list()).objects.map((o) => `${o.key} ${o.size}`);
  return JSON.stringify([
    figures,
    uploads.map(({ sha256, revision, changes }) => [sha256, revision, changes]),
    [map.status, map.status === 200 ? await map.text() : null],
    [latest.status, latest.status === 200 ? await latest.text() : null],
    revisions,
    objects,
  ]);
}

async function arrange(name: string): Promise<Request> {
  await freshDatabase();
  await registerDistricts();
  const { prepare, request } = ACTS[name]!;
  await prepare();
  return request();
}

/** One request with one fault in it. @returns null where it has fewer calls than that. */
async function attempt(name: string, plan: FaultPlan): Promise<{ status: number } | null> {
  const request = await arrange(name);
  const faulty = withFault(env, plan);
  const response = await answer(request, faulty.env);
  return faulty.calls() < plan.call ? null : { status: response.status };
}

describe.each(Object.keys(ACTS))("a fault at every call of %s", (name) => {
  beforeEach(() => {
    // Each fault is logged as an unknown error: a hundred times here.
    vi.spyOn(console, "error").mockReturnValue();
  });

  it.each(MOMENTS)(
    "%s its effect: a retry brings what would have been, and nobody sees half",
    async (moment) => {
      await answer(await arrange(name));
      const whole = await visibleState();
      let faults = 0;
      for (let at = 1; ; at++) {
        const outcome = await attempt(name, { call: at, moment });
        if (outcome === null) break;
        faults += 1;
        // 200: the fault came after the writing, which the answer found done.
        expect([500, 200, ACTS[name]!.done]).toContain(outcome.status);
        const { request } = ACTS[name]!;
        const retried = await answer(await request());
        // 409: what is asked for again was done already, and the answer says so.
        expect([200, 201, 409]).toContain(retried.status);
        expect(await visibleState()).toBe(whole);
      }
      expect(faults).toBeGreaterThan(4);
      console.log(`${name}: ${faults} calls failed ${moment} their effect`);
    },
  );
});
