import { beforeEach, describe, expect, it } from "vitest";
import {
  call,
  clock,
  freshDatabase,
  ledgerState,
  month,
  registerDistricts,
  uploadCsv,
  SHIKA,
} from "./harness.js";

interface UploadAnswer {
  id: string;
  revision: number;
  rows: number;
  changes: Record<string, number>;
  synthetic: boolean;
  dry_run?: boolean;
  notes: { code: string; count: number }[];
}

const figuresOf = async (query = "") => {
  const response = await call(`/api/v1/figures.json?municipality=${SHIKA}${query}`);
  expect(response.status).toBe(200);
  return response.json<{
    revision: number;
    figures: { as_of: string; district: string; issued: number; provenance: string }[];
  }>();
};

describe("an upload", () => {
  beforeEach(async () => {
    await freshDatabase();
    await registerDistricts();
  });

  it("is accepted, and its figures can be read", async () => {
    const response = await uploadCsv(month());
    expect(response.status).toBe(201);
    const upload = await response.json<UploadAnswer>();
    expect(response.headers.get("location")).toBe(`/api/v1/uploads/${upload.id}`);
    expect(upload).toMatchObject({
      revision: 2,
      rows: 2,
      changes: { added: 2, changed: 0, removed: 0, unchanged: 0 },
    });
    const { figures } = await figuresOf();
    expect(figures.map((f) => [f.district, f.issued, f.provenance])).toEqual([
      ["01", 850, "reported"],
      ["02", 380, "reported"],
    ]);
  });

  it("changes nothing when the same bytes come again, and answers with the first result", async () => {
    const first = await (await uploadCsv(month())).json<UploadAnswer>();
    const before = await ledgerState();
    const again = await uploadCsv(month());
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual(first);
    expect(await ledgerState()).toBe(before);
  });

  it("keeps every past state: a correction is a new revision and the old figures stay readable", async () => {
    const first = await (await uploadCsv(month())).json<UploadAnswer>();
    const between = new Date("2026-11-10T04:00:00Z");
    clock.now = new Date("2026-11-10T05:00:00Z");
    const corrected = await uploadCsv(month({ "02": `${SHIKA},2026-10-31,02,500,2026-01-01,400,390,350` }));
    expect(corrected.status).toBe(201);
    const second = await corrected.json<UploadAnswer>();
    expect(second.revision).toBe(first.revision + 1);
    expect(second.changes).toEqual({ added: 0, changed: 1, removed: 0, unchanged: 1 });

    expect((await figuresOf()).figures.map((f) => f.issued)).toEqual([850, 390]);
    const old = await figuresOf(`&as_known_at=${between.toISOString()}`);
    expect(old.figures.map((f) => f.issued)).toEqual([850, 380]);
    expect(old.revision).toBe(first.revision);

    const detail = await (
      await call(`/api/v1/uploads/${second.id}`)
    ).json<{ differences: { total: number; items: object[] } }>();
    expect(detail.differences.total).toBe(1);
    expect(detail.differences.items).toEqual([
      {
        kind: "changed",
        as_of: "2026-10-31",
        district: "02",
        district_name: "地区02",
        age_band: "all",
        sex: "all",
        before: { population: 500, applications: 400, issued: 380, held: 350 },
        after: { population: 500, applications: 400, issued: 390, held: 350 },
      },
    ]);
  });

  it("replaces only the districts it states", async () => {
    await uploadCsv(month());
    const lines = month({ "01": `${SHIKA},2026-10-31,01,1000,2026-01-01,910,850,800` }).split("\r\n");
    const response = await uploadCsv(`${lines[0]}\r\n${lines[1]}\r\n`);
    expect(await response.json<UploadAnswer>()).toMatchObject({
      changes: { added: 0, changed: 1, removed: 0, unchanged: 0 },
    });
    expect((await figuresOf()).figures).toHaveLength(2);
  });

  it("says what a dry run would do, and does nothing", async () => {
    const before = await ledgerState();
    const response = await uploadCsv(month(), "/api/v1/uploads?dry_run=true");
    expect(response.status).toBe(200);
    expect(await response.json<UploadAnswer>()).toMatchObject({ dry_run: true, changes: { added: 2 } });
    expect(await ledgerState()).toBe(before);
  });

  it("marks made-up figures", async () => {
    await uploadCsv(month(), "/api/v1/uploads?synthetic=true");
    expect((await figuresOf()).figures.every((f) => f.provenance === "synthetic")).toBe(true);
  });

  it("honours Idempotency-Key and refuses it with another file", async () => {
    const headers = { "idempotency-key": "october-1" };
    const first = await uploadCsv(month(), undefined, { headers });
    expect(first.status).toBe(201);
    const again = await uploadCsv(month(), undefined, { headers });
    expect([again.status, (await again.json<UploadAnswer>()).id]).toEqual([
      200,
      (await first.json<UploadAnswer>()).id,
    ]);
    const other = await uploadCsv(month({}, "2026-09-30"), undefined, { headers });
    expect([other.status, (await other.json<{ type: string }>()).type]).toEqual([
      422,
      "/api/problems/idempotency_mismatch",
    ]);
  });

  it("takes JSON: the export can be uploaded again and changes nothing", async () => {
    await uploadCsv(month());
    const exported = await (await call(`/api/v1/figures.json?municipality=${SHIKA}`)).text();
    const response = await call("/api/v1/uploads", {
      body: exported,
      headers: { "content-type": "application/json" },
    });
    expect(response.status).toBe(201);
    expect(await response.json<UploadAnswer>()).toMatchObject({
      changes: { added: 0, changed: 0, removed: 0, unchanged: 2 },
    });
  });

  it("verifies totals beside finer rows and does not store them", async () => {
    const right = month({ all: `${SHIKA},2026-10-31,計,1500,2026-01-01,1300,1230,1150` });
    const upload = await (await uploadCsv(right)).json<UploadAnswer>();
    expect(upload.changes["added"]).toBe(2);
    expect(upload.notes).toContainEqual(expect.objectContaining({ code: "check_total_used", count: 1 }));
    const wrong = await uploadCsv(month({ all: `${SHIKA},2026-10-31,計,1501,2026-01-01,1300,1230,1150` }));
    expect(wrong.status).toBe(422);
  });

  it("loses nothing when two writers meet", async () => {
    const months = ["2026-06-30", "2026-07-31", "2026-08-31", "2026-09-30"];
    const responses = await Promise.all(
      months.map((asOf) => uploadCsv(month({}, asOf), "/api/v1/uploads?accept_warnings=true")),
    );
    expect(responses.map((r) => r.status)).toEqual([201, 201, 201, 201]);
    const revisions = await Promise.all(responses.map(async (r) => (await r.json<UploadAnswer>()).revision));
    expect(revisions.toSorted()).toEqual([2, 3, 4, 5]);
    expect((await figuresOf()).figures).toHaveLength(8);
  });

  it("is listed, newest first, in pages", async () => {
    for (const asOf of ["2026-08-31", "2026-09-30", "2026-10-31"]) await uploadCsv(month({}, asOf));
    const first = await call("/api/v1/uploads?limit=2");
    const page = await first.json<{ uploads: { as_of: string[] }[]; next: number }>();
    expect(page.uploads.map((u) => u.as_of)).toEqual([["2026-10-31"], ["2026-09-30"]]);
    const link = /<([^>]+)>; rel="next"/.exec(first.headers.get("link")!)![1]!;
    const rest = await (await call(link)).json<{ uploads: { as_of: string[] }[]; next: null }>();
    expect(rest.uploads.map((u) => u.as_of)).toEqual([["2026-08-31"]]);
    expect(rest.next).toBeNull();
  });
});
