import { beforeEach, describe, expect, it } from "vitest";
import { readDistrictMap } from "../../../data/contract/district-shape.js";
import { districtRing, townMap } from "../../geojson-town.js";
import {
  call,
  clock,
  env,
  freshDatabase,
  ledgerState,
  newToken,
  registerDistricts,
  SHIKA,
} from "../harness.js";
import { CODES, getMap, MAP_PATH, putMap, type Received } from "./requests.js";

beforeEach(async () => {
  await freshDatabase();
  await registerDistricts(CODES);
});

describe("a town's map", () => {
  it("goes in as a new revision and comes out with every district and its name", async () => {
    const response = await putMap(townMap(CODES));
    expect(response.status).toBe(200);
    expect(await response.json<Received>()).toMatchObject({
      dry_run: false,
      revision: 2,
      changed: true,
      districts: 6,
      missing: [],
      unmatched: 0,
      issues: [],
    });
    const answer = await getMap();
    expect(answer.headers.get("content-type")).toBe("application/geo+json");
    const text = await answer.text();
    const { features, attribution } = JSON.parse(text) as {
      features: { properties: { name: string } }[];
      attribution: string;
    };
    expect(features.map((f) => f.properties.name)).toEqual(CODES.map((code) => `地区${code}`));
    expect(attribution).toBe("合成データ(実在の境界ではありません)");
    const again = await call(MAP_PATH, { headers: { "if-none-match": answer.headers.get("etag")! } });
    expect(again.status).toBe(304);
  });

  it("twice the same changes nothing; the other address does the same", async () => {
    await putMap(townMap(CODES));
    const before = await ledgerState();
    const same = await call(`/api/v1/municipalities/${SHIKA}/districts`, {
      method: "PUT",
      body: townMap(CODES),
      headers: { "content-type": "application/geo+json" },
    });
    expect(await same.json()).toMatchObject({ revision: 2, changed: false, districts: 6 });
    expect(await ledgerState()).toBe(before);
  });

  it("in a dry run tells what it would do and writes nothing", async () => {
    const before = await ledgerState();
    const response = await putMap(townMap(CODES.slice(0, 4)), `${MAP_PATH}?dry_run=true`);
    expect(await response.json()).toMatchObject({
      dry_run: true,
      revision: 1,
      changed: true,
      districts: 4,
      missing: [
        { code: "05", name: "地区05" },
        { code: "06", name: "地区06" },
      ],
      issues: [{ row: null, code: "map_district_without_shape", severity: "warning" }],
    });
    expect(await ledgerState()).toBe(before);
    expect((await getMap()).status).toBe(404);
    const list = await call(`/api/v1/municipalities/${SHIKA}/districts?dry_run=true`, {
      method: "PUT",
      json: [{ code: "01", name: "別の名前" }],
    });
    expect(list.status).toBe(400);
  });

  it("is replaced and removed from a revision on; the ones before still know it", async () => {
    await putMap(townMap(CODES));
    await putMap(townMap(CODES, { seed: 2 }));
    clock.now = new Date("2026-11-11T00:00:00Z");
    const removed = await call(MAP_PATH, { method: "DELETE" });
    expect(await removed.json()).toEqual({ revision: 4, changed: true });
    const none = await call(MAP_PATH, { method: "DELETE" });
    expect(await none.json()).toEqual({ revision: 4, changed: false });
    expect((await getMap()).status).toBe(404);
    const { results } = await env.DB.prepare(
      "SELECT opened_in, superseded_in FROM district_maps ORDER BY opened_in",
    ).all();
    expect(results).toEqual([
      { opened_in: 2, superseded_in: 3 },
      { opened_in: 3, superseded_in: 4 },
    ]);
    const { results: lines } = await env.DB.prepare(
      "SELECT action FROM audit_log WHERE action LIKE 'district_map%' ORDER BY seq",
    ).all<{ action: string }>();
    expect(lines.map((l) => l.action)).toEqual([
      "district_map.replaced",
      "district_map.replaced",
      "district_map.removed",
    ]);
  });

  it("shows no shape of a district that has left the list", async () => {
    await putMap(townMap(CODES));
    await registerDistricts(CODES.slice(1));
    const { shapes } = readDistrictMap(await (await getMap()).text());
    expect(shapes.map((s) => s.code)).toEqual(CODES.slice(1));
  });

  it("is given by uploaders and read by readers, each of their own town", async () => {
    const [reader, uploader] = [await newToken("reader"), await newToken("uploader")];
    const send = (token: string | null) =>
      call(MAP_PATH, {
        method: "PUT",
        token,
        body: townMap(CODES),
        headers: { "content-type": "application/geo+json" },
      });
    expect((await send(null)).status).toBe(401);
    expect((await send(reader)).status).toBe(403);
    expect((await send(uploader)).status).toBe(200);
    expect((await call(MAP_PATH, { token: reader })).status).toBe(200);
    expect((await call(MAP_PATH, { token: null })).status).toBe(401);
    expect((await call(MAP_PATH, { token: await newToken("reader", "271004") })).status).toBe(403);
    expect((await call(MAP_PATH, { method: "DELETE", token: reader })).status).toBe(403);
  });

  it("from two writers at once is one after the other", async () => {
    const answers = await Promise.all([putMap(townMap(CODES)), putMap(townMap(CODES, { seed: 2 }))]);
    expect(answers.map((a) => a.status)).toEqual([200, 200]);
    const revisions = await Promise.all(answers.map(async (a) => (await a.json<Received>()).revision));
    expect(revisions.sort()).toEqual([2, 3]);
  });
});

describe("its districts", () => {
  const shapesOf = async () => readDistrictMap(await (await getMap()).text()).shapes;

  it.each([
    ["a number without leading zeros", { properties: (code: string) => ({ KEY_CODE: Number(code) }) }],
    ["a property in other letters", { properties: (code: string) => ({ Ｃｏｄｅ: ` ${code} `, name: "" }) }],
    ["the name of a small area", { properties: (code: string) => ({ S_NAME: `地区${code} ` }) }],
    ["a name in wide digits", { properties: (_: string, i: number) => ({ 地区名: `地区０${i + 1}` }) }],
  ])("are found by %s", async (_, options) => {
    expect((await putMap(townMap(CODES, options))).status).toBe(200);
    expect((await shapesOf()).map((s) => s.code)).toEqual(CODES);
  });

  it("are found by a feature's id only where it stands for itself", async () => {
    const file = (idOf: (i: number) => unknown) => {
      const map = JSON.parse(townMap(CODES, { properties: () => ({ area: 12 }) })) as { features: object[] };
      return JSON.stringify({ ...map, features: map.features.map((f, i) => ({ ...f, id: idOf(i) })) });
    };
    expect((await putMap(file((i) => i + 1))).status).toBe(422);
    expect((await putMap(file((i) => CODES[i]))).status).toBe(200);
  });

  it("may lie in several features: what touches is one, what does not is an island", async () => {
    const code = (_: string, i: number) => ({ code: i < 2 ? "01" : i === 5 ? "03" : `0${i}` });
    expect(await (await putMap(townMap(CODES, { properties: code }))).json()).toMatchObject({ districts: 4 });
    const shapes = new Map((await shapesOf()).map((s) => [s.code, s.polygons]));
    expect(shapes.get("01")!.map((rings) => rings.length)).toEqual([1]);
    const places = shapes.get("01")![0]![0]!;
    const parts = [districtRing(0, 6), districtRing(1, 6)].map((ring) => ring.length);
    // The eight places between the two are gone from both.
    expect(places.length).toBeLessThanOrEqual(parts[0]! + parts[1]! - 16);
    expect(shapes.get("03")!.length).toBe(2);
  });

  it("keep the hole in which another one lies", async () => {
    const square = (w: number, size: number) => [
      [136.7 + w, 37.1 + w],
      [136.7 + w + size, 37.1 + w],
      [136.7 + w + size, 37.1 + w + size],
      [136.7 + w, 37.1 + w + size],
      [136.7 + w, 37.1 + w],
    ];
    const feature = (code: string, coordinates: number[][][]) => ({
      type: "Feature",
      properties: { code },
      geometry: { type: "Polygon", coordinates },
    });
    const features = [
      feature("01", [square(0, 0.03), square(0.01, 0.01)]),
      feature("02", [square(0.01, 0.01)]),
    ];
    await putMap(JSON.stringify({ type: "FeatureCollection", features }));
    const [around, within] = await shapesOf();
    const sorted = (ring: readonly (readonly number[])[]) => [...new Set(ring.map(String))].sort();
    expect(around!.polygons[0]!.length).toBe(2);
    expect(sorted(around!.polygons[0]![1]!)).toEqual(sorted(within!.polygons[0]![0]!));
  });
});
