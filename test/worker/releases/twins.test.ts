import { beforeEach, describe, expect, it } from "vitest";
import type { Manifest } from "../../../data/contract/api/manifest.js";
import type { District } from "../../../data/contract/district.js";
import type { Figure } from "../../../data/contract/figure.js";
import type { NoiseOf } from "../../../data/disclosure/noise.js";
import { csvOf } from "../../../scripts/disclosure/figures-csv.js";
import { twinTowns, type Life, type TownState } from "../../../scripts/disclosure/twin-towns.js";
import { sha256Hex } from "../../../worker/access/secret.js";
import { draftRelease } from "../../../worker/releases/draft-release.js";
import { call, clock, env, freshDatabase, uploadCsv, SHIKA } from "../harness.js";

const BASE = `/api/v1/municipalities/${SHIKA}`;
const LANGUAGES = ["ja", "easy", "en"];
const NOTEBOOKS = ["progress", "outlook", "districts", "ages", "pickup", "comparison", "notebook"];

/** What is true of some figures, in a few letters: what must never show. */
const truthOf = async (figures: readonly Figure[]): Promise<string> =>
  (await sha256Hex(JSON.stringify(figures))).slice(0, 8);

/** Where a truth is planted, to see that it would be noticed. */
type Plant = "nowhere" | "a digest" | "a title" | "a coordinate" | "an order";

async function plantedIn(
  districts: readonly District[],
  figures: readonly Figure[],
  plant: Plant,
): Promise<District[]> {
  const truth = await truthOf(figures);
  const number = Number.parseInt(truth, 16);
  return districts.map((d, i) => {
    if (i > 0) return d;
    if (plant === "a title") return { ...d, name: `地区${number % 997}` };
    if (plant === "a coordinate") return { ...d, tile_x: number % 499 };
    if (plant === "an order") return { ...d, area: `${number % 997} area` };
    return d;
  });
}

/** Takes a town in as it is at one time, drafts it with its noise and publishes. */
async function publish(state: TownState, noiseOf: NoiseOf, id: string, plant: Plant): Promise<void> {
  const { figures, districts, successions, policy } = state;
  const list = await plantedIn(districts, figures, plant);
  const body = list.map(({ municipality: _, ...d }) => d);
  expect((await call(`${BASE}/districts`, { method: "PUT", json: body })).status).toBe(200);
  for (const [, month] of Map.groupBy(figures, (f) => f.as_of)) {
    const sent = await uploadCsv(csvOf(month), "/api/v1/uploads?accept_warnings=true");
    expect([200, 201]).toContain(sent.status);
  }
  await call(`${BASE}/districts/successions`, { method: "PUT", json: { successions } });
  await call(`${BASE}/settings`, { method: "PUT", json: { policy, name_en: "Twin Town" } });
  const wanted = plant === "a digest" ? `${id}${await truthOf(figures)}` : id;
  const through = figures.reduce((a, f) => (f.as_of > a ? f.as_of : a), "");
  const made = await draftRelease(
    env,
    { id: wanted, municipality: SHIKA, through },
    { actor: "twin", at: clock.now.toISOString() },
    { noise: async () => ({ keyId: "twin", noiseOf: async () => noiseOf }) },
  );
  expect(made?.report.audit.faults).toEqual([]);
  const answer = await call(`/api/v1/releases/${made!.id}/publish`, { method: "POST" });
  expect(answer.status).toBe(200);
}

/** Everything that anybody can ask for: status, headers and bytes. */
async function everythingPublic(ids: readonly string[]): Promise<Map<string, string>> {
  const latest = `/open-data/${SHIKA}/latest`;
  const manifest = await (await call(`${latest}/manifest.json`, { token: null })).json<Manifest>();
  const charts = ["progress", "remaining", "ages", "districts", "flow"];
  const paths = [
    ...manifest.files.map((f) => `${latest}/${f.name}`),
    `${latest}/manifest.json`,
    `${latest}/protected.json`,
    ...ids.flatMap((id) =>
      ["tables.json", "manifest.json", "certificate.json", "nothing.json"].map(
        (file) => `/open-data/${SHIKA}/releases/${id}/${file}`,
      ),
    ),
    "/open-data/",
    "/open-data/catalog.jsonld",
    `/open-data/${SHIKA}/`,
    `/open-data/${SHIKA}/feed.atom`,
    `/open-data/${SHIKA}/releases/${ids[0]}/`,
    ...LANGUAGES.flatMap((lang) => [`/?m=${SHIKA}&lang=${lang}`, `/reading?m=${SHIKA}&lang=${lang}`]),
    ...LANGUAGES.flatMap((lang) =>
      charts.flatMap((id) => [
        `/charts/${SHIKA}/${id}.svg?lang=${lang}`,
        `/embed/${SHIKA}/${id}?lang=${lang}`,
      ]),
    ),
    // Made out of the drawings when they are asked for.
    ...charts.map((id) => `/charts/${SHIKA}/${id}.png`),
    ...NOTEBOOKS.map((page) => `/${page}?m=${SHIKA}`),
    `/district?m=${SHIKA}&district=02`,
    `/districts?m=${SHIKA}&sort=rate&measure=issued`,
    `/ages?m=${SHIKA}&show=people&measure=applications`,
    `/api/v1/releases?municipality=${SHIKA}`,
    `/api/v1/releases/${ids[0]}`,
    `/api/v1/figures.csv?municipality=${SHIKA}`,
    `/api/v1/headline?municipality=${SHIKA}`,
  ];
  const found = new Map<string, string>();
  for (const path of paths) {
    const response = await call(path, { token: null });
    // The moment at which a file was written, and a request's own number.
    const headers = [...response.headers].filter(
      ([name]) => !["last-modified", "x-request-id"].includes(name),
    );
    const bytes = new Uint8Array(await response.arrayBuffer());
    const isProblem = response.headers.get("content-type")?.includes("problem");
    const body = isProblem
      ? new TextDecoder().decode(bytes).replace(/"request_id":"[^"]*"/, "")
      : await sha256Hex(bytes);
    found.set(path, JSON.stringify([response.status, headers, body]));
  }
  return found;
}

async function lived(
  { states, noiseOf }: Life,
  plant: Plant,
  releases = states.length,
): Promise<Map<string, string>> {
  await freshDatabase();
  const ids: string[] = [];
  for (const [i, state] of states.slice(0, releases).entries()) {
    clock.now = new Date(Date.UTC(2026, 11, 1 + i, 3));
    await publish(state, noiseOf, `rel_twin${i}`, plant);
    ids.push(`rel_twin${i}`);
  }
  return everythingPublic(ids);
}

const differing = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): string[] =>
  [...new Set([...a.keys(), ...b.keys()])].filter((path) => a.get(path) !== b.get(path));

/** A shape that has ages, sexes and areas, and towns of it that have twins. */
const SHAPE = {
  districts: 9,
  areas: 2,
  ages: [0, 15, 30, 45, 60, 75],
  sexes: true,
  smallest: 900,
  largest: 2000,
};

beforeEach(() => {
  clock.now = new Date("2026-12-01T03:00:00Z");
});

describe("two towns with the same noisy counts", () => {
  it("are the same to everybody outside, in every byte of three releases", async () => {
    const [one, other] = twinTowns(20_261_128, SHAPE)!;
    expect(other.states[0]!.figures).not.toEqual(one.states[0]!.figures);
    const told = await lived(one, "nowhere");
    const sample = [...told].find(([path]) => path.endsWith("tables.csv"));
    expect(JSON.parse(sample![1])[0]).toBe(200);
    expect(told.size).toBeGreaterThan(150);
    expect(differing(told, await lived(other, "nowhere"))).toEqual([]);
  });

  it.each(["a digest", "a title", "a coordinate", "an order"] as const)(
    "are told apart by %s that knows",
    async (plant) => {
      const [one, other] = twinTowns(20_261_129, { ...SHAPE, ages: [], sexes: false })!;
      expect(differing(await lived(one, plant, 1), await lived(other, plant, 1))).not.toEqual([]);
    },
  );
});
