import { tableFromIPC } from "@uwdata/flechette";
import { parquetReadObjects } from "hyparquet";
import { beforeEach, describe, expect, it } from "vitest";
import { keepHouse } from "../../worker/keep-house.js";
import { ensureSnapshot, sweepSnapshots } from "../../worker/snapshots/ensure-snapshot.js";
import {
  call,
  clock,
  env,
  freshDatabase,
  month,
  registerDistricts,
  settle,
  uploadCsv,
  SHIKA,
} from "./harness.js";

const figures = (format: string, query = "") =>
  call(`/api/v1/figures.${format}?municipality=${SHIKA}${query}`);

beforeEach(async () => {
  await freshDatabase();
  await registerDistricts();
  await uploadCsv(month({ "02": `${SHIKA},2026-10-31,02,500,2026-01-01,400,380,` }));
});

describe("a snapshot", () => {
  it("holds the same rows in every format, nulls included", async () => {
    const json = (await (await figures("json")).json<{ figures: Record<string, unknown>[] }>()).figures;
    expect(json).toHaveLength(2);
    expect(json[1]).toMatchObject({ held: null, population: 500 });

    const arrow = tableFromIPC(new Uint8Array(await (await figures("arrow")).arrayBuffer()));
    expect(arrow.toArray()).toEqual(json);
    const parquet = await parquetReadObjects({ file: await (await figures("parquet")).arrayBuffer() });
    expect(parquet).toEqual(json);

    const [header, ...lines] = (await (await figures("csv")).text()).trimEnd().split("\r\n");
    const names = header!.split(",");
    const fromCsv = lines.map((line) =>
      Object.fromEntries(line.split(",").map((cell, i) => [names[i], cell])),
    );
    expect(fromCsv).toEqual(
      json.map((row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, String(v ?? "")]))),
    );
  });

  it("of the newest figures is made ahead of its first reader, once uploads rest", async () => {
    await settle({ overtake: false });
    const { results } = await env.DB.prepare("SELECT revision FROM snapshot_editions").all();
    expect(results).toEqual([{ revision: 2 }]);
  });

  it("is byte-identical when made again from the ledger", async () => {
    const bytes = async () => {
      const digest = await ensureSnapshot(env, SHIKA, 2);
      const { objects } = await env.OBJECTS.list({ prefix: `snapshots/${SHIKA}/${digest}/` });
      const bodies = await Promise.all(
        objects.map(async (o) => [o.key, await (await env.OBJECTS.get(o.key))!.bytes()]),
      );
      return Object.fromEntries(bodies);
    };
    const first = await bytes();
    expect(Object.keys(first).length).toBeGreaterThan(8);
    await env.DB.exec("DELETE FROM snapshot_editions");
    for (const key of Object.keys(first)) await env.OBJECTS.delete(key);
    expect(await bytes()).toEqual(first);
  });

  it("lists every file with its SHA-256 in the manifest", async () => {
    const digest = await ensureSnapshot(env, SHIKA, 2);
    const at = (name: string) => call(`/api/v1/snapshots/${SHIKA}/${digest}/${name}`);
    const manifest = await (
      await at("manifest.json")
    ).json<{ files: { name: string; bytes: number; sha256: string }[] }>();
    for (const file of manifest.files) {
      const bytes = await (await at(file.name)).arrayBuffer();
      expect(bytes.byteLength).toBe(file.bytes);
      expect(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex()).toBe(file.sha256);
    }
  });

  it("can be cut to a span of dates", async () => {
    await uploadCsv(month({}, "2026-09-30"));
    const dates = async (query: string) =>
      (await (await figures("json", query)).json<{ figures: { as_of: string }[] }>()).figures.map(
        (f) => f.as_of,
      );
    expect(await dates("&from=2026-10-01")).toEqual(["2026-10-31", "2026-10-31"]);
    expect(await dates("&to=2026-10-01")).toEqual(["2026-09-30", "2026-09-30"]);
    expect(await dates("")).toHaveLength(4);
  });

  it("says that nothing was known before the first upload", async () => {
    const response = await figures("json", "&as_known_at=2020-01-01T00:00:00Z");
    expect(response.status).toBe(404);
  });

  it("of an old revision is swept and comes back when it is asked for", async () => {
    const old = await (await figures("csv")).text();
    clock.now = new Date("2026-11-11T03:00:00Z");
    await uploadCsv(month());
    await ensureSnapshot(env, SHIKA, 3);
    await sweepSnapshots(env, SHIKA);
    const { results } = await env.DB.prepare("SELECT revision FROM snapshot_editions").all();
    expect(results).toEqual([{ revision: 3 }]);
    expect(await (await figures("csv", "&as_known_at=2026-11-10T12:00:00Z")).text()).toBe(old);
  });

  it("of an older edition of the software is made again, and then swept", async () => {
    const rows = async () => {
      const { results } = await env.DB.prepare("SELECT revision, digest FROM snapshot_editions").all();
      return results;
    };
    const digest = await ensureSnapshot(env, SHIKA, 2);
    await env.DB.exec("UPDATE snapshot_editions SET edition = 1, digest = 'of-old'");
    await env.OBJECTS.put(`snapshots/${SHIKA}/of-old/manifest.json`, "{}");
    await keepHouse(env, clock.now);
    expect(await rows()).toEqual([{ revision: 2, digest }]);
    expect(await env.OBJECTS.head(`snapshots/${SHIKA}/of-old/manifest.json`)).toBeNull();
  });

  it("that an interrupted upload left unmade is made overnight", async () => {
    await env.DB.exec("DELETE FROM snapshot_editions");
    await keepHouse(env, clock.now);
    const { results } = await env.DB.prepare("SELECT revision FROM snapshot_editions").all();
    expect(results).toEqual([{ revision: 2 }]);
  });
});
