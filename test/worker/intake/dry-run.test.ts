import { describe, expect, it } from "vitest";
import { NO_MAPPING } from "../../../data/contract/api/mapping.js";
import type { District } from "../../../data/contract/district.js";
import { checkGrain } from "../../../worker/intake/check-grain.js";
import { dryRunOf } from "../../../worker/intake/dry-run.js";
import { describeReading } from "../../../worker/intake/reading.js";
import { issue } from "../../../worker/intake/words.js";
import { figureOf } from "./rows.js";

const district = (code: string, name: string): District => ({
  municipality: "173843",
  code,
  name,
  kana: null,
  name_en: null,
  area: null,
  tile_x: null,
  tile_y: null,
});
const TABLE = { header: ["地区", "区", "人口", ""], headerRow: 4, rows: [] };
const FOUND = {
  plan: {
    district: { indexes: [1, 0], header: "区+地区" },
    population: { indexes: [2], header: "人口" },
    as_of: { constant: "2026-10-31" },
  },
  ignored: ["備考"],
  proposal: null,
};

describe("how a file was read", () => {
  it("names its header, its columns as they are written, and what stands for them", () => {
    const proposal = { ...NO_MAPPING, columns: { held: "枚" } };
    expect(describeReading(TABLE, { ...FOUND, proposal }, NO_MAPPING, "saved")).toEqual({
      header: ["地区", "区", "人口", ""],
      header_row: 4,
      mapping: NO_MAPPING,
      mapping_from: "saved",
      columns: [
        { field: "district", headers: ["区", "地区"], constant: null },
        { field: "population", headers: ["人口"], constant: null },
        { field: "as_of", headers: [], constant: "2026-10-31" },
      ],
      ignored: ["備考"],
      proposal,
    });
  });
});

describe("a dry run", () => {
  const reading = describeReading(TABLE, FOUND, NO_MAPPING, "none");
  const warnings = [issue("district_missing", null, "地区")];
  const run = (figures: Parameters<typeof checkGrain>[0], newDistricts: District[] = []) =>
    dryRunOf(
      { municipality: "173843", dates: checkGrain(figures, {}).dates, newDistricts, notes: [] },
      { known: [district("01", "高浜")], history: [] },
      reading,
      warnings,
    );

  it("shows the first twenty rows as figures, in the order of the file, with their districts' names", () => {
    const figures = Array.from({ length: 25 }, (_, i) =>
      figureOf({
        row: 30 - i,
        as_of: i % 2 === 0 ? "2026-10-31" : "2026-09-30",
        district: `${i}`,
        area: "志賀",
      }),
    );
    const { preview } = run(figures);
    expect(preview.map((f) => f.row)).toEqual(Array.from({ length: 20 }, (_, i) => i + 6));
    expect(preview[0]).not.toHaveProperty("area");
  });

  it("names districts by the list, by what the file adds to it, else not", () => {
    const figures = ["01", "新", "99"].map((code, i) => figureOf({ district: code, row: i + 2 }));
    const { preview, effect } = run(figures, [district("新", "新しい町")]);
    expect(preview.map((f) => f.district_name)).toEqual(["高浜", "新しい町", null]);
    expect(effect.districts.map((d) => [d.district, d.name, d.after.issued])).toEqual([
      ["01", "高浜", 50],
      ["99", "99", 50],
      ["新", "新しい町", 50],
    ]);
  });

  it("passes on how the file was read, and what there is to look at", () => {
    expect(run([figureOf({})])).toMatchObject({ reading, warnings, effect: { as_of: "2026-10-31" } });
  });
});
