import { beforeEach, describe, expect, it } from "vitest";
import type { Manifest } from "../../../data/contract/api/manifest.js";
import { readDistrictMap } from "../../../data/contract/district-shape.js";
import type { PageContext } from "../../../data/contract/page-context.js";
import { ensureSnapshot, sweepSnapshots } from "../../../worker/snapshots/ensure-snapshot.js";
import { townMap } from "../../geojson-town.js";
import {
  ADMIN,
  ORIGIN,
  call,
  env,
  freshDatabase,
  month,
  registerDistricts,
  uploadCsv,
  SHIKA,
} from "../harness.js";
import { MAP_PATH, putMap } from "./requests.js";

const CODES = ["01", "02", "03"];
const FILE = "districts.geojson";

/** Three districts, of which two can be told as one. */
const figures = (): string => month({ "03": `${SHIKA},2026-10-31,03,800,2026-01-01,700,680,600` });

beforeEach(async () => {
  await freshDatabase();
  await registerDistricts(CODES);
  await uploadCsv(figures());
});

/** What a page at /districts is told; a signed-in reader comes with a cookie. */
async function contextOf(cookie?: string): Promise<PageContext> {
  const page = await call("/districts", { token: null, ...(cookie && { headers: { cookie } }) });
  const found = /<script type="application\/json" id="page-context">([^<]*)<\/script>/.exec(
    await page.text(),
  );
  return JSON.parse(found![1]!) as PageContext;
}

async function signInCookie(): Promise<string> {
  const headers = { origin: ORIGIN };
  const response = await call("/api/v1/session", { json: { token: ADMIN }, token: null, headers });
  return response.headers.get("set-cookie")!.split(";")[0]!;
}

async function draft(): Promise<{ id: string; digest: string }> {
  const response = await call("/api/v1/releases", { json: { municipality: SHIKA, through: "2026-10-31" } });
  expect(response.status).toBe(201);
  return (await response.json<{ release: { id: string; digest: string } }>()).release;
}
const publish = (id: string) => call(`/api/v1/releases/${id}/publish`, { method: "POST" });
const publicFile = (file: string) => call(`/open-data/${SHIKA}/latest/${file}`, { token: null });
const publicMap = async () => readDistrictMap(await (await publicFile(FILE)).text());
const settings = (policy: object) =>
  call(`/api/v1/municipalities/${SHIKA}/settings`, { method: "PUT", json: { policy } });

const manifestOf = async (digest: string): Promise<Manifest> =>
  (await env.OBJECTS.get(`snapshots/${SHIKA}/${digest}/manifest.json`))!.json<Manifest>();

describe("a snapshot", () => {
  it("has the map from its revision on, and none before", async () => {
    const before = (await ensureSnapshot(env, SHIKA, 2))!;
    await putMap(townMap(CODES));
    const after = (await ensureSnapshot(env, SHIKA, 3))!;
    const [without, within] = [await manifestOf(before), await manifestOf(after)];
    expect(without.files.map((f) => f.name)).not.toContain(FILE);
    expect(within.files.find((f) => f.name === FILE)).toMatchObject({ media_type: "application/geo+json" });
    const file = await call(`/api/v1/snapshots/${SHIKA}/${after}/${FILE}`);
    expect(await file.text()).toBe(await (await call(MAP_PATH)).text());
    expect((await call(`/api/v1/snapshots/${SHIKA}/${after}/${FILE}`, { token: null })).status).toBe(401);
  });

  it("of a revision with a map that is no longer there is made again byte by byte", async () => {
    await putMap(townMap(CODES));
    const digest = await ensureSnapshot(env, SHIKA, 3);
    await call(MAP_PATH, { method: "DELETE" });
    await sweepSnapshots(env, SHIKA);
    expect((await env.OBJECTS.list({ prefix: `snapshots/${SHIKA}/${digest}/` })).objects).toEqual([]);
    expect(await ensureSnapshot(env, SHIKA, 3)).toBe(digest);
    expect(await ensureSnapshot(env, SHIKA, 4)).not.toBe(digest);
  });
});

describe("a release", () => {
  it("has the map for every visitor, and says so where its files are listed", async () => {
    await putMap(townMap(CODES, { attribution: "町の<統計>区" }));
    await publish((await draft()).id);
    const response = await publicFile(FILE);
    expect(response.headers.get("content-type")).toBe("application/geo+json");
    const text = await response.text();
    expect(text).toBe(await (await call(MAP_PATH)).text());
    const dcat = await (await publicFile("dcat.jsonld")).text();
    expect(dcat).toContain("https://www.iana.org/assignments/media-types/application/geo+json");
    const { resources, sources } = await (
      await publicFile("datapackage.json")
    ).json<{ resources: { path: string; bytes: number }[]; sources: { title: string }[] }>();
    expect(resources.find((r) => r.path === FILE)?.bytes).toBe(new TextEncoder().encode(text).length);
    expect(sources.map((s) => s.title)).toContain("地区の境界 / borders of the districts: 町の<統計>区");
    expect(await (await publicFile("dictionary.html")).text()).toContain("出典: 町の&#60;統計&#62;区");
    expect(await (await call(`/open-data/${SHIKA}/`, { token: null })).text()).toContain(FILE);
  });

  it("tells districts that are told together as one shape, without the border between them", async () => {
    await putMap(townMap(CODES));
    const own = readDistrictMap(await (await call(MAP_PATH)).text()).shapes;
    await settings({ merges: [{ code: "m1", name: "東西", members: ["01", "02"] }] });
    await publish((await draft()).id);
    const { shapes } = await publicMap();
    expect(shapes.map((s) => s.code).sort()).toEqual(["03", "m1"]);
    const merged = shapes.find((s) => s.code === "m1")!;
    expect(merged.polygons.map((rings) => rings.length)).toEqual([1]);
    const places = (code: string) =>
      new Set(
        own
          .find((s) => s.code === code)!
          .polygons.flat(2)
          .map(String),
      );
    const [first, second] = [places("01"), places("02")];
    const shared = [...first].filter((place) => second.has(place));
    expect(shared.length).toBeGreaterThan(2);
    const kept = new Set(merged.polygons.flat(2).map(String));
    // Of the border between them only its two ends are left.
    expect(shared.filter((place) => kept.has(place)).length).toBe(2);
    expect(kept.size).toBe(first.size + second.size - 2 * shared.length + 2);
    expect(await (await publicFile(FILE)).text()).toContain('"name":"東西"');
  });

  it("has no shape of districts told together where one of them is not on the map", async () => {
    await putMap(townMap(["01", "03"]));
    await settings({ merges: [{ code: "m1", name: "東西", members: ["01", "02"] }] });
    await publish((await draft()).id);
    expect((await publicMap()).shapes.map((s) => s.code)).toEqual(["03"]);
  });

  it("keeps its map when the town's changes, and is made again byte by byte", async () => {
    await putMap(townMap(CODES));
    const { id, digest } = await draft();
    await putMap(townMap(CODES, { seed: 2 }));
    for (const { key } of (await env.OBJECTS.list({ prefix: `releases/${SHIKA}/${digest}/` })).objects)
      await env.OBJECTS.delete(key);
    const published = await publish(id);
    expect(await published.json()).toMatchObject({ release: { status: "published", digest } });
    expect(await (await publicFile(FILE)).text()).not.toBe(await (await call(MAP_PATH)).text());
  });
});

describe("a page", () => {
  it("is told where its map lies only where its bundle has one", async () => {
    const cookie = await signInCookie();
    expect((await contextOf(cookie)).files).not.toHaveProperty("map");
    await putMap(townMap(CODES));
    expect((await contextOf(cookie)).files!.map).toMatch(
      new RegExp(`^/api/v1/snapshots/${SHIKA}/[0-9a-f]{64}/${FILE}$`),
    );
    expect((await contextOf()).files).toBeNull();
    const { id } = await draft();
    expect((await contextOf()).files).toBeNull();
    await publish(id);
    const { files } = await contextOf();
    expect(files!.map).toBe(`/open-data/${SHIKA}/releases/${id}/${FILE}`);
    expect((await call(files!.map!, { token: null })).status).toBe(200);
  });
});
