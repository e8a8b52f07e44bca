import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import type { AppEnv } from "../../../worker/http/app-env.js";
import { Refusal } from "../../../worker/refusal.js";
import { readParts, XLSX_TYPE } from "../../../worker/routes/read-parts.js";

const app = new Hono<AppEnv>()
  .post("/", async (c) => {
    const { bytes, format, mapping } = await readParts(c);
    return c.json({ text: new TextDecoder().decode(bytes), format, mapping });
  })
  .onError((error, c) => {
    if (!(error instanceof Refusal)) throw error;
    return c.json({ kind: error.kind, ...error.detail, fields: error.extra.members?.["fields"] });
  });

/** What is read of a request, or the refusal. */
const send = async (body: BodyInit, type?: string) => {
  const headers = type === undefined ? undefined : { "content-type": type };
  return (await app.request("/", { method: "POST", body, ...(headers && { headers }) })).json() as Promise<
    Record<string, unknown>
  >;
};
function form(file: File | string | null, mapping?: string | File): FormData {
  const parts = new FormData();
  if (file !== null) parts.set("file", file);
  if (mapping !== undefined) parts.set("mapping", mapping);
  return parts;
}
const csv = (name = "x.csv", type = "text/csv") => new File(["人口"], name, { type });

describe("a body", () => {
  it.each([
    ["text/csv", "csv"],
    ["Text/CSV; charset=Shift_JIS", "csv"],
    ["text/csv ; charset=UTF-8", "csv"],
    ["application/csv", "csv"],
    ["text/tab-separated-values", "csv"],
    ["application/json", "json"],
    ["application/x-ndjson", "ndjson"],
    ["application/jsonl", "ndjson"],
    [XLSX_TYPE, "xlsx"],
  ])("of %s is %s", async (type, format) => {
    expect(await send("人口", type)).toEqual({ text: "人口", format, mapping: null });
  });

  it.each(["text/plain", "application/octet-stream", "application/vnd.ms-excel", "csv", ""])(
    "of %j is not taken",
    async (type) => {
      expect(await send(new Uint8Array([1]), type)).toMatchObject({ kind: "unsupported_media_type" });
    },
  );
});

describe("a form", () => {
  it.each([
    ["x.csv", "text/csv", "csv"],
    ["x.csv", "application/vnd.ms-excel", "csv"],
    ["x.CSV", "", "csv"],
    ["x.tsv", "", "csv"],
    ["x.txt", "text/plain", "csv"],
    ["x.json", "", "json"],
    ["x.ndjson", "", "ndjson"],
    ["x.jsonl", "", "ndjson"],
    ["月報.xlsx", "application/octet-stream", "xlsx"],
    ["x.xlsm", "application/vnd.ms-excel.sheet.macroEnabled.12", "xlsx"],
    ["x.csv.xlsx", "", "xlsx"],
    ["x.csv", "application/json", "json"],
  ])("has a file %s of type %j, which is %s", async (name, type, format) => {
    expect(await send(form(csv(name, type)))).toEqual({ text: "人口", format, mapping: null });
  });

  it.each(["x", "x.xls", "x.pdf", "csv", "x.csv ", "x.csv2"])(
    "does not take a file %j of no known type",
    async (name) => {
      expect(await send(form(csv(name, "")))).toMatchObject({ kind: "unsupported_media_type" });
    },
  );

  it("may not name its file after a person", async () => {
    const answer = await send(form(csv("983205673214.csv")));
    expect(answer).toMatchObject({ kind: "invalid_request" });
    expect(JSON.stringify(answer)).not.toContain("983205673214");
  });

  it("says in both languages why it is not taken", async () => {
    for (const answer of [
      await send(form(csv("x.pdf", ""))),
      await send(form(null)),
      await send(form(csv(), "{")),
    ]) {
      expect(answer).toMatchObject({
        ja: expect.stringMatching(/[ぁ-ん]/),
        en: expect.stringMatching(/[a-z]/),
      });
    }
  });

  it("has its file under `file`, and as a file", async () => {
    const wanted = { kind: "invalid_request", en: expect.stringContaining("`file`") };
    expect(await send(form(null, "{}"))).toMatchObject(wanted);
    expect(await send(form("人口"))).toMatchObject(wanted);
    expect(await send("no form", "multipart/form-data; boundary=x")).toMatchObject(wanted);
  });
});

describe("a form's mapping", () => {
  const mapping = { columns: { population: "ひと" }, constants: {}, register_districts: false };

  it("is read and filled up; a blank one says nothing", async () => {
    expect((await send(form(csv(), JSON.stringify({ columns: mapping.columns })))).mapping).toEqual(mapping);
    expect((await send(form(csv(), ""))).mapping).toBeNull();
  });

  it("is JSON, as a text", async () => {
    expect(await send(form(csv(), "{"))).toMatchObject({
      kind: "invalid_request",
      en: "`mapping` is not valid JSON",
    });
    expect(await send(form(csv(), new File(["{}"], "m.json")))).toMatchObject({
      kind: "invalid_request",
      en: "`mapping` must be JSON text",
    });
  });

  it("is told each place at which it is wrong", async () => {
    const wrong = JSON.stringify({ columns: { population: ["ひと", ""] }, register_districts: 1 });
    const answer = await send(form(csv(), wrong));
    expect(answer).toMatchObject({ kind: "invalid_request", en: "Check the mapping" });
    const fields = answer["fields"] as { field: string; message: string }[];
    expect(fields.map((f) => f.field)).toEqual(["columns.population.1", "register_districts"]);
    for (const { message } of fields) expect(message).not.toBe("");
    expect(((await send(form(csv(), "[]")))["fields"] as { field: string }[]).map((f) => f.field)).toEqual([
      "mapping",
    ]);
  });

  it("is screened, and not repeated", async () => {
    const answer = await send(form(csv(), JSON.stringify({ constants: { district: "983205673214" } })));
    expect(answer).toMatchObject({ kind: "invalid_request", en: expect.stringContaining("My Number") });
    expect(JSON.stringify(answer)).not.toContain("983205673214");
  });
});
