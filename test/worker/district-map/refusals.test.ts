import { beforeEach, describe, expect, it } from "vitest";
import { districtRing, townMap } from "../../geojson-town.js";
import { call, env, freshDatabase, ledgerState, problemOf, registerDistricts, SHIKA } from "../harness.js";
import { CODES, getMap, MAP_PATH, putMap, type Received } from "./requests.js";

beforeEach(async () => {
  await freshDatabase();
  await registerDistricts(CODES);
});

type Place = [number, number];

/** A file whose second feature has another geometry. */
function withGeometry(geometry: unknown): string {
  const map = JSON.parse(townMap(CODES)) as { features: { geometry: unknown }[] };
  map.features[1]!.geometry = geometry;
  return JSON.stringify(map);
}
const polygon = (ring: unknown) => withGeometry({ type: "Polygon", coordinates: [ring] });
const RING = districtRing(1, 6);
const moved = (act: (place: Place) => Place) => polygon(RING.map(act));
const beside = (member: object) => JSON.stringify({ ...(JSON.parse(townMap(CODES)) as object), ...member });
const named = (name: string) => ({ crs: { type: "name", properties: { name } } });
const LONG = "12 ".repeat(68);

const REFUSED: Record<string, [body: BodyInit, issues: [number | null, string | null, string][]]> = {
  "an empty file": ["", [[null, null, "empty_file"]]],
  "half a file": [townMap(CODES).slice(0, 2000), [[null, null, "broken_json"]]],
  "another encoding": [new Uint8Array([0x7b, 0xff, 0xfe, 0x80]), [[null, null, "undecodable"]]],
  "a single feature": [
    JSON.stringify({ type: "Feature", properties: {}, geometry: null }),
    [[null, null, "map_not_geojson"]],
  ],
  "what is no feature": [
    beside({ features: [5, ...(JSON.parse(townMap(CODES)) as { features: unknown[] }).features] }),
    [[1, null, "map_not_a_feature"]],
  ],
  "a line": [withGeometry({ type: "LineString", coordinates: RING }), [[2, "geometry", "map_not_a_polygon"]]],
  "no geometry": [withGeometry(null), [[2, "geometry", "map_not_a_polygon"]]],
  "polygons without rings": [
    withGeometry({ type: "MultiPolygon", coordinates: [[], 7, [8]] }),
    [[2, "geometry", "map_not_a_polygon"]],
  ],
  "collections in collections": [
    withGeometry({
      type: "GeometryCollection",
      geometries: [{ type: "GeometryCollection", geometries: [] }],
    }),
    [[2, "geometry", "map_not_a_polygon"]],
  ],
  metres: [moved(([x, y]) => [(x - 137) * 90_000, (y - 36) * 111_000]), [[2, "geometry", "map_projected"]]],
  "latitude first": [moved(([x, y]) => [y, x]), [[2, "geometry", "map_swapped"]]],
  "another country": [moved(([x, y]) => [x - 130, y]), [[2, "geometry", "map_outside_japan"]]],
  "a place that is text": [
    polygon([...RING.slice(0, 4), ["136.7", "37.1"], ...RING.slice(4)]),
    [[2, "geometry", "map_not_a_place"]],
  ],
  "a place that is null": [polygon([null, ...RING, null]), [[2, "geometry", "map_not_a_place"]]],
  "too few places": [polygon([RING[0], RING[9], RING[0]]), [[2, "geometry", "map_short_ring"]]],
  "an open ring": [polygon(RING.slice(0, -1)), [[2, "geometry", "map_open_ring"]]],
  "a line there and back": [
    polygon([RING[0], RING[8], RING[0], RING[8], RING[0]]),
    [[2, "geometry", "map_no_area"]],
  ],
  "a crs in metres": [beside(named("urn:ogc:def:crs:EPSG::6675")), [[null, "crs", "map_crs"]]],
  "a linked crs": [beside({ crs: { type: "link", properties: { href: "x" } } }), [[null, "crs", "map_crs"]]],
  "an attribution too long": [beside({ attribution: LONG }), [[null, "attribution", "map_attribution"]]],
  "an attribution of numbers": [beside({ attribution: 5 }), [[null, "attribution", "map_attribution"]]],
  "an attribution with a mail address": [
    beside({ attribution: "hanako@example.jp" }),
    [[null, "attribution", "personal_mail"]],
  ],
  "no district of the list": [
    townMap(CODES, { properties: (code) => ({ code: `9${code}` }) }),
    [
      ...CODES.map((_, i): [number, string, string] => [i + 1, "properties", "map_unmatched"]),
      [null, null, "map_nothing_matches"],
    ],
  ],
  "too many features": [
    `{"type":"FeatureCollection","features":[${"0,".repeat(20_000)}0]}`,
    [[null, null, "map_too_many_features"]],
  ],
  "too many places": [
    polygon(Array.from({ length: 500_001 }, () => [140, 40])),
    [[null, null, "map_too_many_places"]],
  ],
  "brackets without end": [
    `{"type":"FeatureCollection","features":[${"[".repeat(100_000)}${"]".repeat(100_000)}]}`,
    [[null, null, "map_too_deep"]],
  ],
};

describe("a map is refused whole, with its features' numbers, for", () => {
  it.each(Object.entries(REFUSED))("%s", async (_, [body, issues]) => {
    const before = await ledgerState();
    const response = await putMap(body);
    expect(response.status).toBe(422);
    const problem = await problemOf(response);
    expect(problem.issues!.map((i) => [i.row, i.column, i.code])).toEqual(issues);
    for (const { message } of problem.issues!) expect(message.ja && message.en).toBeTruthy();
    expect(await ledgerState()).toBe(before);
  });
});

it("tells what is wrong with every feature, not with the first", async () => {
  const map = JSON.parse(townMap(CODES)) as { features: { geometry: unknown }[] };
  map.features[0]!.geometry = { type: "Point", coordinates: [136, 37] };
  map.features[3]!.geometry = {
    type: "Polygon",
    coordinates: [
      [
        [37, 136],
        [37, 136.1],
      ],
    ],
  };
  const problem = await problemOf(await putMap(JSON.stringify(map)));
  expect(problem.issues!.map((i) => [i.row, i.code])).toEqual([
    [1, "map_not_a_polygon"],
    [4, "map_short_ring"],
    [4, "map_open_ring"],
    [4, "map_swapped"],
  ]);
});

it("asks for a code where two districts have the feature's name", async () => {
  const list = CODES.map((code, i) => ({ code, name: i < 2 ? "本町" : `地区${code}` }));
  await call(`/api/v1/municipalities/${SHIKA}/districts`, { method: "PUT", json: list });
  const problem = await problemOf(
    await putMap(townMap(CODES, { properties: (_, i) => ({ name: list[i]!.name }) })),
  );
  expect(problem.issues!.map((i) => [i.row, i.code])).toEqual([
    [1, "map_ambiguous_name"],
    [2, "map_ambiguous_name"],
  ]);
});

it("needs the district list first", async () => {
  await freshDatabase();
  const problem = await problemOf(await putMap(townMap(CODES)));
  expect(problem.issues!.map((i) => i.code)).toEqual(["map_no_district_list"]);
});

it("warns of features it leaves out, of names that belong to another code, and of places far away", async () => {
  const far = (JSON.parse(townMap(["x"])) as { features: { geometry: object }[] }).features[0]!.geometry;
  const map = JSON.parse(
    townMap(CODES, {
      properties: (code, i) => ({ code: i === 4 ? "99" : code, name: i === 0 ? "地区02" : "" }),
    }),
  ) as { features: { geometry: { coordinates: Place[][] } }[] };
  map.features.push({ type: "Feature", properties: { code: "01" }, geometry: far } as never);
  map.features.at(-1)!.geometry.coordinates = [RING.map(([x, y]) => [x + 3, y])];
  const answer = await (await putMap(JSON.stringify(map))).json<Received>();
  expect(answer.issues.map((i) => [i.row, i.code, i.severity])).toEqual([
    [1, "map_code_and_name_differ", "warning"],
    [5, "map_unmatched", "warning"],
    [null, "map_district_without_shape", "warning"],
    [null, "map_far_apart", "warning"],
  ]);
  expect(answer).toMatchObject({ districts: 5, unmatched: 1 });
});

it.each([
  "urn:ogc:def:crs:OGC:1.3:CRS84",
  "urn:ogc:def:crs:EPSG::6668",
  "EPSG:4326",
  "urn:ogc:def:crs:EPSG::4612",
])("takes an old file that says %s, with a byte order mark", async (name) => {
  expect((await putMap(`\uFEFF${beside(named(name))}`)).status).toBe(200);
});

it("takes polygons in a collection, and places with a height", async () => {
  const coordinates = [RING.map((place) => [...place, 12.5])];
  const geometries = [{ type: "Polygon", coordinates }];
  expect((await putMap(withGeometry({ type: "GeometryCollection", geometries }))).status).toBe(200);
});

it("is GeoJSON, of 8 MB at most", async () => {
  const other = await call(MAP_PATH, {
    method: "PUT",
    body: "code\n01\n",
    headers: { "content-type": "text/csv" },
  });
  expect(other.status).toBe(415);
  const padded = (bytes: number) => {
    const text = townMap(CODES);
    return text.padEnd(text.length + bytes, " ");
  };
  expect((await putMap(padded(6 * 1024 * 1024))).status).toBe(200);
  const problem = await problemOf(await putMap(padded(8 * 1024 * 1024)));
  expect([problem.status, problem.detail]).toEqual([413, expect.stringContaining("8MB")]);
  const list = await call(`/api/v1/municipalities/${SHIKA}/districts`, {
    method: "PUT",
    body: padded(6 * 1024 * 1024),
    headers: { "content-type": "text/csv" },
  });
  expect(list.status).toBe(413);
});

it("keeps and tells nothing of the features' properties", async () => {
  const owner = {
    所有者: "山田花子",
    tel: "090-1234-5678",
    mail: "hanako@example.jp",
    個人番号: "123456789018",
  };
  const properties = (code: string) => ({ code, ...owner });
  const logged = await putMap(townMap([...CODES, "77"], { properties }));
  expect(logged.status).toBe(200);
  await call(`/api/v1/figures.json?municipality=${SHIKA}`);
  const { results } = await env.DB.prepare("SELECT * FROM district_maps").all();
  const objects = await Promise.all(
    (await env.OBJECTS.list()).objects.map(
      async ({ key }) => key + (await (await env.OBJECTS.get(key))!.text()),
    ),
  );
  expect(objects.some((o) => o.includes("districts.geojson"))).toBe(true);
  const refused = await putMap(townMap(["77"], { properties }));
  expect(refused.status).toBe(422);
  const everything = [
    await logged.text(),
    await refused.text(),
    await (await getMap()).text(),
    JSON.stringify(results),
    await ledgerState(),
    ...objects,
  ].join("\n");
  for (const value of [...Object.values(owner), "所有者"]) expect(everything).not.toContain(value);
});
