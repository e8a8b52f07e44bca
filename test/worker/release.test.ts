import { beforeEach, describe, expect, it } from "vitest";
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

interface Release {
  id: string;
  status: string;
  through: string;
  digest: string;
  report: Record<string, unknown>;
  reason: string | null;
}

async function draft(through = "2026-10-31"): Promise<Release> {
  const response = await call("/api/v1/releases", { json: { municipality: SHIKA, through } });
  expect(response.status).toBe(201);
  return (await response.json<{ release: Release }>()).release;
}
const publish = (id: string) => call(`/api/v1/releases/${id}/publish`, { method: "POST" });
const withdraw = (id: string, reason: string) =>
  call(`/api/v1/releases/${id}/withdraw`, { json: { reason } });
const latest = (file = "figures.json") => call(`/open-data/${SHIKA}/latest/${file}`, { token: null });
const issuedNow = async () =>
  (await (await latest()).json<{ figures: { issued: number }[] }>()).figures.at(-1)!.issued;

beforeEach(async () => {
  await freshDatabase();
  await registerDistricts();
  await uploadCsv(month());
});

describe("a release", () => {
  it("holds the municipality's totals only, whatever the ledger knows", async () => {
    const made = await draft();
    expect(made).toMatchObject({
      status: "draft",
      through: "2026-10-31",
      report: { policy: "totals", figures_withheld: 2, districts_withheld: 2 },
    });
    expect((await latest()).status).toBe(404);
    expect((await publish(made.id)).status).toBe(200);
    const { figures } = await (await latest()).json<{ figures: object[] }>();
    expect(figures).toEqual([
      {
        municipality: SHIKA,
        as_of: "2026-10-31",
        district: "all",
        age_band: "all",
        sex: "all",
        population: 1500,
        population_as_of: "2026-01-01",
        applications: 1300,
        issued: 1230,
        held: 1150,
        provenance: "reported",
      },
    ]);
    const { objects } = await env.OBJECTS.list({ prefix: "releases/" });
    for (const { key } of objects)
      expect(await (await env.OBJECTS.get(key))!.text()).not.toMatch(/地区0[12]/);
  });

  it("stays as it was at its own address while `latest` moves on", async () => {
    const first = await draft();
    await publish(first.id);
    await uploadCsv(month({ "02": `${SHIKA},2026-10-31,02,500,2026-01-01,400,390,350` }));
    expect(await issuedNow()).toBe(1230);
    const second = await draft();
    await publish(second.id);
    expect(await issuedNow()).toBe(1240);
    const archived = await call(`/open-data/${SHIKA}/releases/${first.id}/figures.json`, { token: null });
    expect((await archived.json<{ figures: { issued: number }[] }>()).figures[0]!.issued).toBe(1230);
  });

  it("is not to be seen as a draft", async () => {
    const { id } = await draft();
    expect((await call(`/open-data/${SHIKA}/releases/${id}/figures.json`, { token: null })).status).toBe(404);
    const list = await (
      await call(`/api/v1/releases?municipality=${SHIKA}`, { token: null })
    ).json<{ releases: Release[] }>();
    expect(list.releases).toEqual([]);
  });

  it("published twice is published once", async () => {
    const { id } = await draft();
    await publish(id);
    clock.now = new Date("2026-11-12T00:00:00Z");
    const again = await (await publish(id)).json<{ release: { published_at: string } }>();
    expect(again.release.published_at).toBe("2026-11-10T03:00:00.000Z");
  });

  it("does not let an older draft overtake a newer release", async () => {
    const old = await draft();
    await uploadCsv(month({}, "2026-09-30"));
    await publish((await draft()).id);
    const response = await publish(old.id);
    expect([response.status, (await problemOf(response)).type]).toEqual([409, "/api/problems/conflict"]);
  });

  it("withdrawn stays in the list with its reason, and `latest` goes back", async () => {
    const first = await draft();
    await publish(first.id);
    await uploadCsv(month({ "02": `${SHIKA},2026-10-31,02,500,2026-01-01,400,390,350` }));
    const second = await draft();
    clock.now = new Date("2026-11-11T03:00:00Z");
    await publish(second.id);
    expect((await withdraw(second.id, "交付枚数の集計に誤りがあったため")).status).toBe(200);
    expect(await issuedNow()).toBe(1230);
    const gone = await call(`/open-data/${SHIKA}/releases/${second.id}/figures.csv`, { token: null });
    expect([gone.status, (await problemOf(gone)).detail]).toEqual([
      410,
      expect.stringContaining("集計に誤り"),
    ]);
    const list = await (
      await call(`/api/v1/releases?municipality=${SHIKA}`, { token: null })
    ).json<{ releases: Release[] }>();
    expect(list.releases.map((r) => [r.status, r.reason])).toEqual([
      ["withdrawn", "交付枚数の集計に誤りがあったため"],
      ["published", null],
    ]);
    await withdraw(first.id, "同じ誤り");
    expect((await latest()).status).toBe(404);
  });

  it("takes no reason that holds personal data", async () => {
    const { id } = await draft();
    await publish(id);
    const response = await withdraw(id, "番号 9832-0567-3214 の方から");
    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain("9832");
  });

  it("needs a publisher of the same town, and something to publish", async () => {
    const uploader = await newToken("uploader");
    const neighbour = await newToken("publisher", "172073");
    const json = { municipality: SHIKA, through: "2026-10-31" };
    expect((await call("/api/v1/releases", { json, token: uploader })).status).toBe(403);
    expect((await call("/api/v1/releases", { json, token: neighbour })).status).toBe(403);
    expect((await call("/api/v1/releases", { json: { ...json, through: "2020-01-01" } })).status).toBe(409);
  });

  it("answers a known ETag with 304 and lets any site read it", async () => {
    await publish((await draft()).id);
    const first = await latest("figures.csv");
    expect(first.headers.get("access-control-allow-origin")).toBe("*");
    const again = await call(`/open-data/${SHIKA}/latest/figures.csv`, {
      token: null,
      headers: { "if-none-match": first.headers.get("etag")! },
    });
    expect(again.status).toBe(304);
  });
});
