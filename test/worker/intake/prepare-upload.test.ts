import { describe, expect, it } from "vitest";
import { NO_MAPPING } from "../../../data/contract/api/mapping.js";
import type { District } from "../../../data/contract/district.js";
import type { DistrictTotal } from "../../../worker/intake/check-history.js";
import { prepareUpload, type PrepareOptions } from "../../../worker/intake/prepare-upload.js";
import { issue } from "../../../worker/intake/words.js";

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
const LIST = [district("01", "高浜"), district("02", "志加浦"), district("A-3", "福浦")];
const HEADER = ["基準日", "地区", "人口", "交付枚数"];

const prepare = (rows: string[][], options: Partial<PrepareOptions> = {}, header = HEADER) =>
  prepareUpload(
    { header, headerRow: 1, rows: rows.map((cells, i) => ({ row: i + 2, cells })) },
    {
      mapping: NO_MAPPING,
      fileIssues: [],
      today: "2026-11-10",
      expectedMunicipality: "173843",
      provenance: "reported",
      districtsOf: async () => LIST,
      historyOf: async () => [],
      ...options,
    },
  );
const row = (name: string, population = "100", issued = "50", date = "2026-10-31") => [
  date,
  name,
  population,
  issued,
];
const ALL = LIST.map((d) => row(d.code));

async function accepted(rows: string[][], options: Partial<PrepareOptions> = {}, header = HEADER) {
  const prepared = await prepare(rows, options, header);
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.issues));
  return prepared;
}
async function refused(rows: string[][], options: Partial<PrepareOptions> = {}, header = HEADER) {
  const prepared = await prepare(rows, options, header);
  if (prepared.ok) throw new Error("accepted");
  return prepared;
}
const codes = (issues: readonly { row: number | null; code: string }[]) => issues.map((i) => [i.row, i.code]);
const notesOf = async (rows: string[][], options: Partial<PrepareOptions> = {}, header = HEADER) =>
  (await accepted(rows, options, header)).upload.notes.map((n) => [n.code, n.severity, n.count]);

describe("a right file", () => {
  it("is the town, its dates and their figures, with nothing to say", async () => {
    const { upload, issues } = await accepted(ALL);
    expect(issues).toEqual([]);
    expect(upload).toMatchObject({ municipality: "173843", newDistricts: [], notes: [] });
    expect(upload.dates.map((d) => [d.as_of, d.figures.map((f) => [f.row, f.district, f.issued])])).toEqual([
      [
        "2026-10-31",
        [
          [2, "01", 50],
          [3, "02", 50],
          [4, "A-3", 50],
        ],
      ],
    ]);
  });

  it("asks for the list and the history of its own town, once", async () => {
    const asked: string[] = [];
    await accepted(
      ALL.map((cells) => ["172073", ...cells]),
      {
        expectedMunicipality: null,
        districtsOf: async (code) => (asked.push(`list of ${code}`), LIST),
        historyOf: async (code) => (asked.push(`history of ${code}`), []),
      },
      ["団体コード", ...HEADER],
    );
    expect(asked).toEqual(["list of 172073", "history of 172073"]);
  });
});

describe("a district", () => {
  const read = async (text: string, options: Partial<PrepareOptions> = {}) =>
    (await accepted([row(text)], options)).upload.dates[0]!.figures[0]!.district;

  it("is known by its code, by its name, and by a number that has lost its zeros", async () => {
    expect(await read("01")).toBe("01");
    expect(await read("A-3")).toBe("A-3");
    expect(await read("高浜")).toBe("01");
    expect(await read(" 志　加浦 ")).toBe("02");
    expect(await read("1")).toBe("01");
    expect(await read("００２")).toBe("02");
  });

  it("that two of the list could be is not guessed", async () => {
    const districtsOf = async () => [...LIST, district("1", "高浜"), district("002", "別")];
    for (const text of ["高浜", "0002"]) {
      expect(codes((await refused([row(text)], { districtsOf })).issues)).toEqual([[2, "unknown_district"]]);
    }
    // A code as it stands is no guess.
    expect(await read("1", { districtsOf })).toBe("1");
    expect(await read("02", { districtsOf })).toBe("02");
  });

  it("may have an apostrophe before it, as our own files have where it would be a formula", async () => {
    const districtsOf = async () => ["=1", "+2", "-3", "@4"].map((code) => district(code, code));
    for (const code of ["=1", "+2", "-3", "@4"]) expect(await read(`'${code}`, { districtsOf })).toBe(code);
    const mapping = { ...NO_MAPPING, register_districts: true };
    expect(await read("'x", { mapping })).toBe("'x");
    expect(await read("x'=1", { districtsOf, mapping })).toBe("x'=1");
  });

  it("is not known by a part of its name or its number", async () => {
    for (const text of ["高", "3", "x1", "1x", "高浜町"]) {
      expect(codes((await refused([row(text)])).issues)).toEqual([[2, "unknown_district"]]);
    }
  });

  it("without a list is one thing to do, not one a row; other faults are told beside it", async () => {
    const { issues, municipality } = await refused([...ALL, row("01", "x")], { districtsOf: async () => [] });
    expect(codes(issues)).toEqual([
      [null, "no_district_list"],
      [5, "not_a_count"],
    ]);
    expect(municipality).toBe("173843");
  });

  it("without a list is not asked for where the file is of the whole town", async () => {
    expect((await accepted([row("計")], { districtsOf: async () => [] })).issues).toEqual([]);
    expect(codes((await refused([row("計", "x")], { districtsOf: async () => [] })).issues)).toEqual([
      [2, "not_a_count"],
    ]);
  });
});

describe("new districts", () => {
  const mapping = { ...NO_MAPPING, columns: { area: "旧町" }, register_districts: true };
  const header = [...HEADER, "旧町"];
  const rows = [
    [...row("01"), "志賀"],
    [...row(" 堀松 "), "志賀"],
    [...row("堀松", "100", "40", "2026-09-30"), "別"],
    [...row("１２"), ""],
  ];

  it("are taken from the file where the mapping says so, each once, with the area it names first", async () => {
    const { upload } = await accepted(rows, { mapping }, header);
    expect(upload.newDistricts).toEqual([
      { ...district("堀松", "堀松"), area: "志賀" },
      { ...district("12", "12"), area: null },
    ]);
    expect(upload.newDistricts[0]!.municipality).toBe("173843");
    expect(upload.dates[1]!.figures.map((f) => f.district)).toEqual(["01", "堀松", "12"]);
    expect(upload.notes.find((n) => n.code === "districts_registered")).toMatchObject({
      count: 2,
      severity: "note",
    });
  });

  it("are refused where it does not", async () => {
    const { issues } = await refused(rows, { mapping: { ...mapping, register_districts: false } }, header);
    expect(codes(issues)).toEqual([
      [3, "unknown_district"],
      [4, "unknown_district"],
      [5, "unknown_district"],
    ]);
  });

  it("are none where all are known, or the rows are of the whole town", async () => {
    expect(await notesOf(ALL, { mapping: { ...mapping, columns: {} } })).toEqual([]);
    const { upload } = await accepted([row("計")], { mapping: { ...mapping, columns: {} } });
    expect(upload.newDistricts).toEqual([]);
  });
});

describe("what a file does not have", () => {
  it("in its header is told before its rows are read and its history is asked for", async () => {
    const historyOf = async () => {
      throw new Error("asked");
    };
    const { issues } = await refused([["x"], ["y"]], { historyOf }, ["x"]);
    expect(codes(issues)).toEqual([
      [1, "missing_column"],
      [1, "missing_column"],
      [1, "missing_column"],
      [1, "missing_measure"],
    ]);
  });

  it("in a row is told before its grain is looked at and its history asked for", async () => {
    const historyOf = async () => {
      throw new Error("asked");
    };
    const { issues, municipality } = await refused([row("01"), row("01"), row("02", "x")], { historyOf });
    expect([codes(issues), municipality]).toEqual([[[4, "not_a_count"]], "173843"]);
    expect(codes((await refused([row("01"), row("01")], { historyOf })).issues)).toEqual([
      [3, "duplicate_key"],
    ]);
  });

  it("in the code of its town leaves the list unasked for", async () => {
    const districtsOf = async () => {
      throw new Error("asked");
    };
    const rows = [["志賀", ...row("01")]];
    const result = await refused(rows, { expectedMunicipality: null, districtsOf }, [
      "団体コード",
      ...HEADER,
    ]);
    expect(result.municipality).toBeNull();
    expect(codes(result.issues)).toEqual([
      [null, "no_district_list"],
      [2, "not_a_code"],
    ]);
  });
});

describe("how a file's columns were read", () => {
  const hints = ["基準日", "地区", "住民数", "交付枚数"];
  const proposalOf = async (options: Partial<PrepareOptions>, header = HEADER) =>
    (await prepare(ALL, options, header)).columns.proposal;

  it("is told with the figures, and with nothing to propose where all is known", async () => {
    const { columns } = await accepted(
      ALL.map((cells) => [...cells, "x"]),
      {},
      [...HEADER, "備考"],
    );
    expect(columns).toMatchObject({ ignored: ["備考"], proposal: null });
    expect(columns.plan.population).toEqual({ indexes: [2], header: "人口" });
  });

  it("is told with a refusal, and with a proposal where a column is missing", async () => {
    const { columns } = await refused(ALL, {}, hints);
    expect(columns.plan.population).toBeUndefined();
    expect(columns.proposal).toMatchObject({ columns: { population: "住民数" }, register_districts: false });
  });

  it("proposes to register districts where the town has no list, unless that is asked for or done", async () => {
    const districtsOf = async () => [];
    expect(await proposalOf({ districtsOf })).toMatchObject({ register_districts: true });
    expect(
      await proposalOf({ districtsOf, mapping: { ...NO_MAPPING, register_districts: true } }),
    ).toBeNull();
    expect(await proposalOf({ districtsOf }, hints)).toMatchObject({ register_districts: true });
    expect(await proposalOf({ districtsOf, expectedMunicipality: null }, hints)).toMatchObject({
      register_districts: false,
    });
    expect(await proposalOf({})).toBeNull();
  });
});

describe("two towns in one file", () => {
  it("are refused, whatever else is right", async () => {
    const rows = [
      ["173843", ...row("01")],
      ["172073", ...row("02")],
    ];
    const { issues, municipality } = await refused(rows, {}, ["団体コード", ...HEADER]);
    expect([codes(issues), municipality]).toEqual([[[null, "several_municipalities"]], "173843"]);
  });
});

describe("a register of persons", () => {
  const persons = (n: number, of: number) =>
    Array.from({ length: of }, (_, i) => row(`町${i}`, i < n ? "1" : "30", "1"));
  const mapping = { ...NO_MAPPING, register_districts: true };
  const personal = async (rows: string[][]) => {
    const prepared = await prepare(rows, { mapping });
    return (
      prepared.issues.some((i) => i.code === "personal_rows") && prepared.issues.length === 1 && !prepared.ok
    );
  };

  it("is a table of which most rows count one person", async () => {
    expect(await personal(persons(20, 20))).toBe(true);
    expect(await personal(persons(11, 20))).toBe(true);
    expect(await personal(persons(10, 20))).toBe(false);
    expect(await personal(persons(19, 19))).toBe(false);
  });

  it("is a table of which most rows have the key of another", async () => {
    const same = (keys: number, of: number) =>
      Array.from({ length: of }, (_, i) => row(`町${i % keys}`, "30", "1"));
    expect(await personal(same(9, 20))).toBe(true);
    expect(await personal(same(10, 20))).toBe(false);
    expect(await personal(same(9, 19))).toBe(false);
  });

  it("is told as such and nothing else of it is, with the town it is of", async () => {
    const result = await refused([...persons(30, 30), row("x", "多い")], { mapping });
    expect([codes(result.issues), result.municipality]).toEqual([[[null, "personal_rows"]], "173843"]);
  });
});

describe("notes", () => {
  it("count what was repaired, passed over and verified, a line a kind", async () => {
    const header = ["団体コード", ...HEADER, "備考", "メモ"];
    const rows = [...LIST.map((d) => row(d.code, "100", "50", "R8.10.31")), row("計", "300", "150")];
    const notes = await notesOf(
      rows.map((cells) => ["17384", ...cells, "", ""]),
      {},
      header,
    );
    expect(notes.toSorted()).toEqual([
      ["check_total_used", "note", 1],
      ["code_repaired", "note", 4],
      ["date_rewritten", "note", 3],
      ["ignored_column", "note", 2],
    ]);
  });

  it("count what reading the file had to say, and every warning", async () => {
    const fileIssues = [issue("hidden_rows", 2, null), issue("hidden_rows", 3, null)];
    const rows = [row("01", "100", "101"), row("02", "100", "102"), row("A-3")];
    const { upload, issues } = await accepted(rows, { fileIssues });
    expect(codes(issues)).toEqual([
      [2, "hidden_rows"],
      [3, "hidden_rows"],
      [2, "count_over_population"],
      [3, "count_over_population"],
    ]);
    expect(upload.notes.map((n) => [n.code, n.severity, n.count])).toEqual([
      ["hidden_rows", "note", 2],
      ["count_over_population", "warning", 2],
    ]);
    expect(upload.notes[0]!.message.ja).not.toBe("");
  });

  it("count check totals of every date", async () => {
    const rows = ["2026-09-30", "2026-10-31"].flatMap((date) => [
      ...LIST.map((d) => row(d.code, "100", "50", date)),
      row("計", "300", "150", date),
    ]);
    expect(await notesOf(rows)).toEqual([["check_total_used", "note", 2]]);
  });
});

describe("the history", () => {
  it("gives warnings, which do not refuse", async () => {
    const before = (code: string): DistrictTotal => ({
      as_of: "2026-09-30",
      district: code,
      population: 100,
      population_as_of: null,
      applications: null,
      issued: 60,
      held: null,
    });
    const { issues, upload } = await accepted(ALL.slice(0, 2), {
      historyOf: async () => LIST.map((d) => before(d.code)),
    });
    expect(codes(issues)).toEqual([
      [null, "district_missing"],
      [2, "count_falls"],
      [3, "count_falls"],
    ]);
    expect(upload.notes.map((n) => [n.code, n.count])).toEqual([
      ["district_missing", 1],
      ["count_falls", 2],
    ]);
  });

  it("is not asked for where the grain is wrong: a total that does not add up is an error", async () => {
    const rows = [...ALL, row("計", "301", "150")];
    const { issues, municipality } = await refused(rows);
    expect([codes(issues), municipality]).toEqual([[[5, "check_total_mismatch"]], "173843"]);
  });
});
