import { beforeEach, describe, expect, it } from "vitest";
import { sweepOriginals } from "../../worker/ledger/originals.js";
import {
  call,
  clock,
  env,
  freshDatabase,
  month,
  newToken,
  problemOf,
  registerDistricts,
  uploadCsv,
  SHIKA,
} from "./harness.js";

const ACCEPT = "/api/v1/uploads?accept_warnings=true";
const corrected = (issued: number) =>
  month({ "02": `${SHIKA},2026-10-31,02,500,2026-01-01,400,${issued},350` });
const takeBack = (id: string, token?: string) =>
  call(`/api/v1/uploads/${id}/take-back`, { method: "POST", ...(token && { token }) });

const send = async (file: string) =>
  (await uploadCsv(file, ACCEPT)).json<{ id: string; revision: number; sha256: string }>();
const issuedNow = async (query = "") => {
  const response = await call(`/api/v1/figures.json?municipality=${SHIKA}${query}`);
  return (await response.json<{ figures: { issued: number }[] }>()).figures.map((f) => f.issued);
};

beforeEach(async () => {
  await freshDatabase();
  await registerDistricts();
});

describe("taking an upload back", () => {
  it("restores the figures as a new revision and erases nothing", async () => {
    await send(month());
    clock.now = new Date("2026-11-10T04:00:00Z");
    const second = await send(corrected(390));
    clock.now = new Date("2026-11-10T05:00:00Z");
    const response = await takeBack(second.id);
    expect(await response.json()).toEqual({ revision: second.revision + 1 });
    expect(await issuedNow()).toEqual([850, 380]);
    expect(await issuedNow("&as_known_at=2026-11-10T04:30:00Z")).toEqual([850, 390]);
    const detail = await (await call(`/api/v1/uploads/${second.id}`)).json<{ taken_back_in: number }>();
    expect(detail.taken_back_in).toBe(second.revision + 1);
  });

  it("lets the same file come again", async () => {
    await send(month());
    const second = await send(corrected(390));
    await takeBack(second.id);
    const again = await uploadCsv(corrected(390), ACCEPT);
    expect(again.status).toBe(201);
    expect(await issuedNow()).toEqual([850, 390]);
  });

  it("goes from the newest back, and only once", async () => {
    const first = await send(month());
    const second = await send(corrected(390));
    const refused = await takeBack(first.id);
    expect([refused.status, (await problemOf(refused)).type]).toEqual([409, "/api/problems/conflict"]);
    expect((await takeBack(second.id)).status).toBe(200);
    expect((await takeBack(second.id)).status).toBe(409);
    expect(await issuedNow()).toEqual([850, 380]);
  });

  it("of a town's first month leaves the town without figures", async () => {
    const only = await send(month());
    await takeBack(only.id);
    expect(await issuedNow()).toEqual([]);
  });

  it("is for an uploader of the same town", async () => {
    const { id } = await send(month());
    expect((await takeBack(id, await newToken("reader"))).status).toBe(403);
    expect((await takeBack(id, await newToken("uploader", "172073"))).status).toBe(403);
    expect((await takeBack(id, await newToken("uploader"))).status).toBe(200);
  });
});

describe("the original of an upload", () => {
  it("comes back byte for byte", async () => {
    const { id } = await send(month());
    const response = await call(`/api/v1/uploads/${id}/original`);
    expect(await response.text()).toBe(month());
    expect(response.headers.get("content-disposition")).toContain("attachment");
  });

  it("is kept only of what was accepted", async () => {
    await uploadCsv(month({ "01": `${SHIKA},2026-10-31,01,1000,2026-01-01,-1,850,800` }));
    await uploadCsv(month({ "01": `${SHIKA},2026-10-31,01,1000,2026-01-01,1100,850,800` }));
    await uploadCsv(month(), "/api/v1/uploads?dry_run=true");
    expect((await env.OBJECTS.list({ prefix: "originals/" })).objects).toEqual([]);
  });

  it("that an interrupted upload left is swept, a standing one is not", async () => {
    const { sha256 } = await send(month());
    await env.OBJECTS.put(`originals/${SHIKA}/${"0".repeat(64)}`, "left over");
    await sweepOriginals(env.DB, env.OBJECTS, new Date(Date.now() + 2 * 86_400_000));
    const { objects } = await env.OBJECTS.list({ prefix: "originals/" });
    expect(objects.map((o) => o.key)).toEqual([`originals/${SHIKA}/${sha256}`]);
  });
});
