import { beforeEach, describe, expect, it } from "vitest";
import {
  call,
  clock,
  env,
  freshDatabase,
  month,
  registerDistricts,
  uploadCsv,
  problemOf,
  SHIKA,
} from "../harness.js";

const draft = (through = "2026-10-31") =>
  call("/api/v1/releases", { json: { municipality: SHIKA, through } });
const idOf = async (response: Response) => (await response.json<{ release: { id: string } }>()).release.id;
const publish = (id: string) => call(`/api/v1/releases/${id}/publish`, { method: "POST" });
const keys = async () =>
  (
    await env.DB.prepare("SELECT municipality, key FROM noise_keys").all<{
      municipality: string;
      key: number[];
    }>()
  ).results;
const keyIds = async () =>
  (await env.DB.prepare("SELECT key_id FROM releases ORDER BY seq").all<{ key_id: string }>()).results.map(
    (r) => r.key_id,
  );

beforeEach(async () => {
  await freshDatabase();
  await registerDistricts();
});

describe("the key of a town's noise", () => {
  it("is made with the first draft, once, and is in no answer and no object", async () => {
    await uploadCsv(month());
    expect(await keys()).toEqual([]);
    const first = await draft();
    expect(first.status).toBe(201);
    const text = await first.clone().text();
    const [made, ...others] = await keys();
    expect([made!.municipality, made!.key.length, others]).toEqual([SHIKA, 32, []]);
    await publish(await idOf(first));
    expect((await draft()).status).toBe(201);
    expect((await keys()).map((k) => k.key)).toEqual([made!.key]);
    const [one, two] = await keyIds();
    expect(one).toMatch(/^[0-9a-f]{16}$/);
    expect(two).toBe(one);
    const hex = made!.key.map((b) => b.toString(16).padStart(2, "0")).join("");
    const base64 = btoa(String.fromCharCode(...made!.key));
    const answers = [
      text,
      await (await call("/api/v1/releases?municipality=173843")).text(),
      await (await call("/api/v1/audit-log?limit=200")).text(),
    ];
    const { objects } = await env.OBJECTS.list();
    for (const { key } of objects) answers.push(await (await env.OBJECTS.get(key))!.text());
    for (const answer of answers) {
      for (const secret of [hex, base64, one!]) expect(answer).not.toContain(secret);
    }
  });

  it("is another one for another town, and the sample's is open and makes none", async () => {
    await uploadCsv(month(), "/api/v1/uploads?synthetic=true");
    expect((await draft()).status).toBe(201);
    expect([await keys(), await keyIds()]).toEqual([[], ["sample"]]);
  });

  it("gives the sample the same files at every fresh start", async () => {
    const tables: string[] = [];
    for (const _ of [1, 2]) {
      await freshDatabase();
      await registerDistricts();
      await uploadCsv(month(), "/api/v1/uploads?synthetic=true");
      const id = await idOf(await draft());
      tables.push(await (await call(`/api/v1/releases/${id}/files/tables.csv`)).text());
    }
    expect(tables[1]).toBe(tables[0]);
  });

  it("is the town's own as soon as one figure is no sample", async () => {
    await uploadCsv(month(), "/api/v1/uploads?synthetic=true");
    await publish(await idOf(await draft()));
    clock.now = new Date("2026-12-05T03:00:00Z");
    await uploadCsv(month({}, "2026-11-30"));
    const mixed = await draft("2026-11-30");
    expect(mixed.status).toBe(201);
    expect(await keyIds()).toEqual(["sample", expect.stringMatching(/^[0-9a-f]{16}$/)]);
  });

  it("stays the town's own where real figures are sent again as a sample", async () => {
    await uploadCsv(month());
    await publish(await idOf(await draft()));
    const before = await (await call(`/open-data/${SHIKA}/latest/tables.json`)).json<{ rows: object[] }>();
    await uploadCsv(month(), "/api/v1/uploads?synthetic=true&accept_warnings=true");
    expect((await draft()).status).toBe(201);
    const [one, two] = await keyIds();
    expect(two).toBe(one);
    await publish(
      (await (await call("/api/v1/releases?municipality=173843")).json<{ releases: { id: string }[] }>())
        .releases[0]!.id,
    );
    const after = await (
      await call(`/open-data/${SHIKA}/latest/tables.json`)
    ).json<{ rows: { provenance: string }[] }>();
    expect(after.rows.map(({ provenance: _, ...row }) => row)).toEqual(
      (before.rows as { provenance: string }[]).map(({ provenance: _, ...row }) => row),
    );
  });

  it("refuses a draft under another key than what was published, or where the key is lost", async () => {
    await uploadCsv(month());
    await publish(await idOf(await draft()));
    await env.DB.prepare("UPDATE noise_keys SET key = ?").bind(new Uint8Array(32)).run();
    const other = await draft();
    expect(other.status).toBe(409);
    expect(await problemOf(other)).toMatchObject({ code: "other_key" });
    await env.DB.prepare("DELETE FROM noise_keys").run();
    expect((await draft()).status).toBe(409);
    expect(await keys()).toEqual([]);
  });
});
