import { beforeEach, describe, expect, it } from "vitest";
import type { DryRun } from "../../data/contract/api/dry-run.js";
import type { Reading } from "../../data/contract/api/mapping.js";
import {
  SHIKA,
  call,
  freshDatabase,
  ledgerState,
  month,
  registerDistricts,
  uploadCsv,
  uploadForm,
} from "./harness.js";

const DRY = `/api/v1/uploads?dry_run=true&municipality=${SHIKA}`;

beforeEach(freshDatabase);

describe("a dry run", () => {
  it("shows how the file was read, its first rows and the effect, and writes nothing", async () => {
    await registerDistricts();
    await uploadCsv(month({}, "2026-09-30"));
    const before = await ledgerState();
    const response = await uploadCsv(
      month({ "01": `${SHIKA},2026-10-31,1,1000,2026-01-01,910,860,810` }),
      DRY,
    );
    expect(response.status).toBe(200);
    const answer = await response.json<DryRun>();
    expect(await ledgerState()).toBe(before);
    expect(answer).toMatchObject({ dry_run: true, known: false, rows: 2 });
    expect(answer.reading).toMatchObject({
      header_row: 1,
      mapping_from: "none",
      ignored: [],
      proposal: null,
    });
    expect(answer.reading.columns.find((c) => c.field === "held")).toEqual({
      field: "held",
      headers: ["保有枚数"],
      constant: null,
    });
    expect(answer.preview[0]).toMatchObject({ row: 2, district: "01", district_name: "地区01", held: 810 });
    expect(answer.effect).toMatchObject({
      as_of: "2026-10-31",
      previous_as_of: "2026-09-30",
      other_dates: [],
    });
    expect(answer.effect.town).toEqual({
      before: null,
      previous: { population: 1500, applications: 1300, issued: 1230, held: 1150 },
      after: { population: 1500, applications: 1310, issued: 1240, held: 1160 },
    });
    expect(answer.effect.districts.map((d) => [d.name, d.previous?.held, d.after.held])).toEqual([
      ["地区01", 800, 810],
      ["地区02", 350, 350],
    ]);
  });

  it("counts districts that the file does not name as they stand", async () => {
    await registerDistricts();
    await uploadCsv(month());
    const one = month().split("\r\n").slice(0, 2).join("\r\n").replace(",800", ",790");
    const { effect } = await (await uploadCsv(`${one}\r\n`, DRY)).json<DryRun>();
    expect(effect.town.before!.held).toBe(1150);
    expect(effect.town.after.held).toBe(1140);
    expect(effect.districts.map((d) => [d.district, d.before!.held, d.after.held])).toEqual([
      ["01", 800, 790],
      ["02", 350, 350],
    ]);
  });

  it("proposes a reading where headers are not understood", async () => {
    const file =
      "令和8年10月末現在の表,,,\r\n(令和8年10月31日現在),,,\r\n区,町丁目名,住民数,保有者\r\n東,一丁目,100,90\r\n";
    const form = new FormData();
    form.set("file", new File([file], "x.csv", { type: "text/csv" }));
    const refused = await call(DRY, { body: form });
    expect(refused.status).toBe(422);
    const { reading } = await refused.json<{ reading: Reading }>();
    expect(reading.proposal).toEqual({
      columns: { population: "住民数", held: "保有者", district: ["区", "町丁目名"], area: "区" },
      constants: { as_of: "2026-10-31", municipality: SHIKA },
      register_districts: true,
    });
    const accepted = await uploadForm(file, reading.proposal);
    expect(accepted.status).toBe(201);
    expect((await accepted.json<{ changes: { added: number } }>()).changes.added).toBe(1);
  });

  it("says nothing of a file's headers where the screen found something", async () => {
    const response = await uploadCsv("氏名,区,住民数,保有者\r\n山田,東,1,1\r\n", DRY);
    expect(response.status).toBe(422);
    expect(await response.json()).not.toHaveProperty("reading");
  });
});

describe("a saved mapping", () => {
  const MAPPING = {
    columns: { district: "場所", population: "住民数", held: "持つ人" },
    constants: { as_of: "2026-10-31" },
    register_districts: true,
  };
  const PATH = `/api/v1/municipalities/${SHIKA}/mapping`;
  const FILE = "場所,住民数,持つ人\r\n東,100,90\r\n";
  const at = `/api/v1/uploads?municipality=${SHIKA}`;

  it("is kept, read with, and forgotten", async () => {
    expect(await (await call(PATH)).json()).toEqual({ mapping: null, saved_at: null, saved_by: null });
    expect((await uploadCsv(FILE, at)).status).toBe(422);
    const saved = await call(PATH, { method: "PUT", json: MAPPING });
    expect(saved.status).toBe(200);
    expect(await (await call(PATH)).json()).toMatchObject({ mapping: MAPPING });
    const { reading } = await (await uploadCsv(FILE, `${at}&dry_run=true`)).json<DryRun>();
    expect(reading.mapping_from).toBe("saved");
    expect((await uploadCsv(FILE, at)).status).toBe(201);
    expect((await call(PATH, { method: "DELETE" })).status).toBe(204);
    expect(await (await call(PATH)).json()).toMatchObject({ mapping: null });
    expect((await uploadCsv(`${FILE}\r\n`, at)).status).toBe(422);
  });

  it("does not stand in the way of a file with the contract's own headers", async () => {
    await registerDistricts();
    await call(PATH, { method: "PUT", json: MAPPING });
    const { reading } = await (await uploadCsv(month(), DRY)).json<DryRun>();
    expect(reading.mapping_from).toBe("none");
    expect((await uploadCsv(month(), at)).status).toBe(201);
  });

  it("is refused with a personal number in it", async () => {
    const before = await ledgerState();
    const json = { columns: { held: "983205673214" } };
    expect((await call(PATH, { method: "PUT", json })).status).toBe(400);
    expect(await ledgerState()).toBe(before);
  });
});
