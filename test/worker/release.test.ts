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
const issuedNow = async () => townOf(await latest());
interface Figure {
  district: string;
  population: number;
  applications: number | null;
  issued: number | null;
  held: number | null;
}
interface Row {
  as_of: string;
}
const townOf = async (response: Response) =>
  (await response.json<{ figures: { district: string; issued: number }[] }>()).figures.find(
    (f) => f.district === "all",
  )!.issued;

beforeEach(async () => {
  await freshDatabase();
  await registerDistricts();
  await uploadCsv(month());
});

describe("a release", () => {
  it("tells the town to the person, and its districts in tens", async () => {
    const made = await draft();
    expect(made).toMatchObject({
      status: "draft",
      method: "tens-of-people",
      through: "2026-10-31",
      report: {
        policy: { smallestResidents: 100, totals: "exact" },
        places: [
          { kind: "town", count: 1 },
          { kind: "area", count: 0 },
          { kind: "district", count: 2 },
        ],
        merges: [],
        audit: {
          passed: true,
          faults: [],
          fault_count: 0,
          cells: [{ leaves: 42, cells: 2 }, { leaves: 84 }],
        },
        certificate: { passed: true, method: "tens-of-people", version: 1 },
      },
    });
    expect(JSON.stringify(made)).not.toContain("key_id");
    expect((await latest()).status).toBe(404);
    expect((await publish(made.id)).status).toBe(200);
    const { figures } = await (await latest()).json<{ figures: Figure[] }>();
    const counts = (f: Figure) => [f.applications!, f.issued!, f.held!];
    expect(figures.map((f) => [f.district, f.population])).toEqual([
      ["01", 1000],
      ["02", 500],
      ["all", 1500],
    ]);
    expect(counts(figures[2]!)).toEqual([1300, 1230, 1150]);
    const truth = [
      [900, 850, 800],
      [400, 380, 350],
    ];
    for (const [i, told] of figures.slice(0, 2).map(counts).entries()) {
      expect(told.map((n) => n % 10)).toEqual([0, 0, 0]);
      for (const [m, n] of told.entries()) expect(Math.abs(n - truth[i]![m]!)).toBeLessThanOrEqual(47);
    }
  });

  it("adds a small district to its neighbour, and says so", async () => {
    await registerDistricts(["01", "02", "03"]);
    const few = `${SHIKA},2026-10-31,03,40,2026-01-01,35,20,8`;
    await uploadCsv(month({ "03": few }), "/api/v1/uploads?accept_warnings=true");
    const made = await draft();
    expect(made.report).toMatchObject({
      merges: [{ code: "02+03", name: "地区02・地区03", members: ["02", "03"], chosen: "small" }],
    });
    await publish(made.id);
    const { figures } = await (await latest()).json<{ figures: Figure[] }>();
    expect(figures.map((f) => [f.district, f.population])).toEqual([
      ["01", 1000],
      ["02+03", 540],
      ["all", 1540],
    ]);
  });

  it("calls many that are told as one by the first of them in the notebooks", async () => {
    await registerDistricts(["01", "02", "03", "04"]);
    const few = (code: string) => `${SHIKA},2026-10-31,${code},40,2026-01-01,35,20,8`;
    await uploadCsv(month({ "03": few("03"), "04": few("04") }), "/api/v1/uploads?accept_warnings=true");
    const made = await draft();
    await publish(made.id);
    expect(made.report).toMatchObject({ merges: [{ name: "地区02・地区03・地区04" }] });
    expect(await (await latest("districts.csv")).text()).toContain("02+03+04,地区02など3地区");
  });

  it("prints the same people alike in the next release, and says what changed", async () => {
    await publish((await draft()).id);
    const before = await (await latest("tables.json")).json<{ rows: Row[] }>();
    clock.now = new Date("2026-12-05T03:00:00Z");
    await uploadCsv(month({}, "2026-11-30"));
    const next = await draft("2026-11-30");
    expect(next.report).toMatchObject({
      differences: { dates_added: ["2026-11-30"], values_changed: 0, policy_changed: false },
    });
    await publish(next.id);
    const after = await (await latest("tables.json")).json<{ rows: Row[] }>();
    expect(after.rows.filter((r) => r.as_of === "2026-10-31")).toEqual(before.rows);
  });

  it("is made under the town's own settings, and refuses those that do not fit", async () => {
    const path = `/api/v1/municipalities/${SHIKA}/settings`;
    const merge = { code: "m1", name: "東西", members: ["01", "02"] };
    const settings = { policy: { smallestResidents: 120, merges: [merge] }, licence: "PDL-1.0" };
    expect((await call(path, { method: "PUT", json: settings })).status).toBe(200);
    const made = await draft();
    expect(made.report).toMatchObject({
      policy: { smallestResidents: 120, merges: [merge] },
      merges: [{ ...merge, chosen: "town" }],
    });
    await publish(made.id);
    const { figures } = await (await latest()).json<{ figures: { district: string }[] }>();
    expect(figures.map((f) => f.district)).toEqual(["all", "m1"]);
    await call(path, { method: "PUT", json: { policy: { merges: [{ ...merge, members: ["01", "77"] }] } } });
    const refused = await call("/api/v1/releases", { json: { municipality: SHIKA, through: "2026-10-31" } });
    expect([refused.status, (await problemOf(refused)).detail]).toEqual([
      409,
      expect.stringContaining("合算する地区"),
    ]);
  });

  it("is not published where another was published since it was drafted", async () => {
    const [one, other] = [await draft(), await draft()];
    expect((await publish(other.id)).status).toBe(200);
    expect((await publish(one.id)).status).toBe(409);
  });

  it("is made again, byte for byte, where its files were swept before it was published", async () => {
    const { id, digest } = await draft();
    const { objects } = await env.OBJECTS.list({ prefix: `releases/${SHIKA}/${digest}/` });
    const before = new Map(objects.map((o) => [o.key, o.checksums.sha256]));
    await env.OBJECTS.delete(objects.map((o) => o.key));
    expect((await publish(id)).status).toBe(200);
    const again = await env.OBJECTS.list({ prefix: `releases/${SHIKA}/${digest}/` });
    expect(again.objects.map((o) => o.key)).toEqual([...before.keys()]);
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
    expect(await townOf(archived)).toBe(1230);
  });

  it("is not to be seen as a draft", async () => {
    const { id } = await draft();
    expect((await call(`/open-data/${SHIKA}/releases/${id}/figures.json`, { token: null })).status).toBe(404);
    const list = await (
      await call(`/api/v1/releases?municipality=${SHIKA}`, { token: null })
    ).json<{ releases: Release[] }>();
    expect(list.releases).toEqual([]);
  });

  it("is seen as a draft by whoever may read inside", async () => {
    const { id } = await draft();
    const path = `/api/v1/releases/${id}/files`;
    const seen = await call(`${path}/tables.json`, { token: await newToken("reader") });
    expect(seen.status).toBe(200);
    expect(await seen.json()).toMatchObject({ municipality: { code: SHIKA } });
    expect((await call(`${path}/nothing.json`)).status).toBe(404);
    expect((await call(`${path}/tables.json`, { token: null })).status).toBe(401);
    const neighbour = await newToken("reader", "172073");
    expect((await call(`${path}/tables.json`, { token: neighbour })).status).toBe(403);
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
