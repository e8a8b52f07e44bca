import { writeXlsx, type WriteSheet } from "hucre/xlsx";
import { beforeEach, describe, expect, it } from "vitest";
import { call, freshDatabase, problemOf } from "./harness.js";
import { publishedRows, publishedWorkbook, sum, type Blocks, type Published } from "./mic-workbook.js";

const PATH = "/api/v1/reference-series";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const place = (prefecture: string, name: string, population: number, issued: number) => ({
  prefecture,
  name,
  population,
  issued,
});
/** Towns of one name in two prefectures, and one whose county the ministry writes. */
const TOWNS = [
  place("北海道", "伊達市", 33_000, 15_000),
  place("宮城県", "柴田郡川崎町", 8_500, 3_000),
  place("福島県", "伊達市", 59_000, 21_000),
  place("東京都", "府中市", 260_000, 120_000),
  place("石川県", "羽咋市", 21_148, 9_000),
  place("石川県", "羽咋郡志賀町", 19_552, 9_064),
  place("広島県", "府中市", 38_000, 16_000),
  place("福岡県", "田川郡川崎町", 16_000, 7_000),
];
const CODES = ["012335", "043249", "072133", "132063", "172073", "173843", "342084", "406058"];

const PUBLISHED: Published = {
  title: "マイナンバーカード交付状況（令和４年８月３１日現在）",
  populationAt: "【R3.1.1時点】",
  countsAt: "【R4.8.31時点】",
  towns: TOWNS,
};

const post = (body: Uint8Array<ArrayBuffer> | string, query = "") =>
  call(PATH + query, { body, headers: { "content-type": typeof body === "string" ? "text/csv" : XLSX } });

interface Imported {
  series: string;
  tables: { series: string; figures: number }[];
  notes: { code: string; count: number }[];
  issues: { row: number; column: string; code: string; severity: string }[];
  sums: { check: string; compared: number; differing: object[] }[];
}

async function imported(rows: ReturnType<typeof publishedRows>, others: WriteSheet[] = []) {
  const response = await post(await publishedWorkbook(rows, others));
  if (response.status !== 201) throw new Error(await response.text());
  return response.json<Imported>();
}

interface Row {
  series: string;
  code: string;
  as_of: string;
  population_as_of: string;
  population: number;
  issued: number | null;
  held: number | null;
}
async function known(): Promise<Row[]> {
  return (await (await call(`${PATH}.json`)).json<{ figures: Row[] }>()).figures;
}

async function refusal(rows: ReturnType<typeof publishedRows>) {
  const response = await post(await publishedWorkbook(rows));
  expect(response.status).toBe(422);
  const problem = (await problemOf(response)) as Awaited<ReturnType<typeof problemOf>> & {
    unmatched?: { row: number; name: string | null }[];
  };
  expect(await known()).toEqual([]);
  return problem;
}

beforeEach(freshDatabase);

describe("a sheet 公表用 without codes", () => {
  it.each<Blocks>(["every row", "first row", "row above"])(
    "tells towns of one name by their block: prefecture in %s",
    async (blocks) => {
      const result = await imported(publishedRows(PUBLISHED, { blocks, subtotals: true }));
      expect(result.tables).toEqual([
        { series: "municipality", figures: 8 },
        { series: "prefecture", figures: 7 },
      ]);
      expect(result.issues).toEqual([]);
      const towns = (await known()).filter((row) => row.series === "municipality");
      expect(towns.map((row) => [row.code, row.population, row.issued])).toEqual(
        TOWNS.map((town, i) => [CODES[i], town.population, town.issued]),
      );
      expect(new Set(towns.map((row) => `${row.as_of} ${row.population_as_of}`))).toEqual(
        new Set(["2022-08-31 2021-01-01"]),
      );
      expect(Object.fromEntries(result.notes.map((note) => [note.code, note.count]))).toMatchObject({
        code_from_name: 8,
        check_total_used: 1,
        prefecture_subtotal: 7,
      });
      expect(result.sums).toEqual([
        { check: "prefecture_is_sum_of_municipalities", as_of: "2022-08-31", compared: 7, differing: [] },
      ]);
    },
  );

  it("reports a subtotal and a nation that are not their sums, and stores what was published", async () => {
    const rows = publishedRows(PUBLISHED, { blocks: "first row", subtotals: true });
    const at = (text: string) => rows.findIndex((cells) => cells[0] === text);
    rows[at("石川県　計")]![3] = 18_065;
    rows[at("全国")]![2] = 1;
    const result = await imported(rows);
    expect(result.sums[0]!.differing).toEqual([
      { code: "170003", count: "issued", published: 18_065, sum: 18_064 },
    ]);
    expect(result.issues.map((i) => [i.row, i.code, i.severity])).toEqual([
      [at("全国") + 1, "check_total_differs", "warning"],
    ]);
    expect((await known()).find((row) => row.code === "170003")!.issued).toBe(18_065);
  });

  it("without any prefecture: only names that are the only one in the nation, the others are listed", async () => {
    const rows = publishedRows(PUBLISHED, { blocks: "not at all" });
    const problem = await refusal(rows);
    const row = (name: string, nth = 0) =>
      rows.flatMap((cells, i) => (cells[0] === name ? [i + 1] : []))[nth]!;
    expect(problem.unmatched).toEqual([
      { row: row("伊達市"), name: "伊達市" },
      { row: row("柴田郡川崎町"), name: "柴田郡川崎町" },
      { row: row("伊達市", 1), name: "伊達市" },
      { row: row("府中市"), name: "府中市" },
      { row: row("府中市", 1), name: "府中市" },
      { row: row("田川郡川崎町"), name: "田川郡川崎町" },
    ]);
    const clear = { ...PUBLISHED, towns: TOWNS.filter((town) => town.prefecture === "石川県") };
    await imported(publishedRows(clear, { blocks: "not at all" }));
    expect((await known()).map((figure) => figure.code)).toEqual(["172073", "173843"]);
  });

  it("lists every name that is not on the official list, and stores nothing", async () => {
    const towns = [...TOWNS, place("石川県", "志賀市", 1, 1), place("富山県", "府中市", 1, 1)];
    const rows = publishedRows({ ...PUBLISHED, towns }, { blocks: "first row" });
    expect((await refusal(rows)).unmatched!.map((name) => name.name)).toEqual(["志賀市", "府中市"]);
  });

  it("names no name that could be a person's, and refuses what is personal", async () => {
    const rows = publishedRows(PUBLISHED, { blocks: "first row" });
    const persons = rows.map((cells) => cells.map((cell) => (cell === "羽咋市" ? "山田　太郎" : cell)));
    expect((await refusal(persons)).unmatched).toEqual([{ row: expect.any(Number), name: null }]);
    const response = await post(
      await publishedWorkbook(rows, [{ name: "作業用", rows: [["9832", "0567", "3214"], ["983205673214"]] }]),
    );
    expect(response.status).toBe(422);
    const text = await response.text();
    expect(text).toContain("personal_number");
    expect(text).not.toContain("983205673214");
  });
});

describe("a sheet with every table", () => {
  const prefectures = [...Map.groupBy(TOWNS, (town) => town.prefecture)].map(([prefecture, of]) =>
    place(prefecture, "", sum(of, "population"), sum(of, "issued")),
  );
  const ages = [
    ["全体", 50, 60, 110, 20, 30, 50],
    ["０～８９歳", 40, 45, 85, 15, 20, 35],
    ["90歳以上", 10, 15, 25, 5, 10, 15],
  ];
  const types: Published["types"] = [
    ["全国", 455_200, 200_064],
    ["指定都市", 0, 0],
    ["特別区・市（指定都市を除く）", 411_148, 181_000],
    ["町村", 44_052, 19_064],
  ];
  const all: Published = { ...PUBLISHED, prefectures, ages, types };

  it("reads them all, passes over rankings, and compares prefectures with their municipalities", async () => {
    const result = await imported(publishedRows(all, { blocks: "every row", subtotals: true }));
    expect(result.tables).toEqual([
      { series: "municipality", figures: 8 },
      { series: "prefecture", figures: 7 },
      { series: "summary", figures: 4 },
      { series: "age_sex", figures: 8 },
    ]);
    expect(result.notes.map((note) => note.code)).toContain("ranking_passed_over");
    const sums = Object.fromEntries(result.sums.map((s) => [s.check, s.differing.length]));
    expect(sums).toMatchObject({ prefecture_is_sum_of_municipalities: 0, nation_is_sum_of_types: 0 });
    const again = await post(
      await publishedWorkbook(publishedRows(all, { blocks: "every row" })),
      "?dry_run=true",
    );
    expect(await again.json()).toMatchObject({
      changes: { added: 0, changed: 0, removed: 0, unchanged: 27 },
    });
  });

  it("reads cards held at a month's end, with the day in the title alone", async () => {
    const held: Published = {
      ...all,
      measure: "保有枚数",
      title: "マイナンバーカード交付状況（令和７年８月末時点）",
      populationAt: "（R7.1.1時点）",
      countsAt: "",
    };
    await imported(publishedRows(held, { blocks: "every row" }));
    const rows = await known();
    expect(new Set(rows.map((r) => `${r.as_of} ${r.population_as_of}`))).toEqual(
      new Set(["2025-08-31 2025-01-01"]),
    );
    expect(rows.find((r) => r.code === "173843")).toMatchObject({ issued: null, held: 9_064 });
    expect(
      rows.filter((r) => r.series === "age_sex").every((r) => r.issued === null && r.held !== null),
    ).toBe(true);
  });

  it("saved as CSV is the same", async () => {
    const rows = publishedRows(all, { blocks: "first row" });
    // Excel saves a cell as it shows it: a rate as a percent.
    const shown = (cell: unknown) =>
      typeof cell === "number" && !Number.isInteger(cell)
        ? `${(cell * 100).toFixed(1)}%`
        : String(cell ?? "");
    const quote = (cell: unknown) => `"${shown(cell).replaceAll('"', '""')}"`;
    const text = rows
      .map((cells) => Array.from({ length: 10 }, (_, i) => quote(cells[i])).join(","))
      .join("\r\n");
    expect((await post(text)).status).toBe(201);
    const dry = await post(await publishedWorkbook(rows), "?dry_run=true");
    expect(await dry.json()).toMatchObject({ changes: { added: 0, changed: 0, removed: 0, unchanged: 27 } });
  });

  it("does not choose between days", async () => {
    const two = publishedRows({ ...PUBLISHED, countsAt: "" }, { blocks: "every row" });
    two[1] = ["（令和４年９月３０日現在）"];
    expect((await refusal(two)).issues!.map((i) => i.code)).toEqual(["ambiguous_date"]);
    const none = publishedRows(
      { ...PUBLISHED, title: "マイナンバーカード交付状況", countsAt: "" },
      { blocks: "every row" },
    );
    expect((await refusal(none)).issues!.map((i) => [i.code, i.column])).toEqual([
      ["missing_column", "算出基準日"],
    ]);
  });

  it("says where a count is missing or wrong", async () => {
    const rows = publishedRows(all, { blocks: "row above" });
    const shika = rows.findIndex((cells) => cells[0] === "羽咋郡志賀町");
    rows[shika] = ["羽咋郡志賀町"];
    rows[shika + 2]![2] = "多い";
    expect((await refusal(rows)).issues!.map((i) => [i.row, i.code])).toEqual([
      [shika + 1, "missing_population"],
      [shika + 1, "missing_counts"],
      [shika + 3, "not_a_count"],
    ]);
  });

  it("is the one sheet of several that is named so; two without that name are not chosen between", async () => {
    const rows = publishedRows(PUBLISHED, { blocks: "every row" });
    await imported(rows, [{ name: "作業用", rows }]);
    const unnamed = new Uint8Array(
      await writeXlsx({
        sheets: [
          { name: "1", rows },
          { name: "2", rows },
        ],
      }),
    );
    expect((await problemOf(await post(unnamed))).issues!.map((i) => i.code)).toEqual(["ambiguous_sheet"]);
  });
});
