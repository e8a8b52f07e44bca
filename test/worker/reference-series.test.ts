import { tableFromIPC } from "@uwdata/flechette";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { withFault } from "./faulty-stores.js";
import { ADMIN, ORIGIN, answer, call, clock, env, freshDatabase, newToken, problemOf } from "./harness.js";

const PATH = "/api/v1/reference-series";

interface Imported {
  import: number;
  series: string;
  changes: { added: number; changed: number; removed: number; unchanged: number };
  notes: { code: string; count: number }[];
  issues: { row: number | null; column: string | null; code: string; severity: string }[];
  sums: { check: string; compared: number; differing: object[] }[];
}

interface Row {
  code: string;
  name: string;
  as_of: string;
  age_band: string;
  sex: string;
  population: number;
  issued: number | null;
}

const post = (body: string, query = "", token?: string) =>
  call(PATH + query, { body, headers: { "content-type": "text/csv" }, ...(token && { token }) });

async function imported(body: string, status = 201): Promise<Imported> {
  const response = await post(body);
  if (response.status !== status) throw new Error(`${response.status} ${await response.text()}`);
  return response.json<Imported>();
}

async function rows(query = ""): Promise<Row[]> {
  const response = await call(`${PATH}.json${query}`);
  return (await response.json<{ figures: Row[] }>()).figures;
}

const TOWNS_HEADER =
  '\uFEFF"算出基準日","都道府県名","市区町村名","総数（人口）","交付枚数","人口に対する交付枚数率","人口算出基準日","交付件数基準日","団体コード"';
const town = (
  prefecture: string,
  name: string,
  population: number,
  issued: number,
  code: string,
  rate = "",
) =>
  `"2022/06/30","${prefecture}","${name}",${population},${issued},${rate},"2021/01/01","2022/06/30",${code}`;
const TOWNS = [
  TOWNS_HEADER,
  town("北海道", "札幌市", 1_961_575, 897_956, "11002", "45.8"),
  town("東京都", "三宅村", 2_383, 1_129, '"<NA>"', "47.4"),
  town("石川県", "羽咋郡志賀町", 19_552, 9_064, "173843", "46.4"),
  town("石川県", "羽咋市", 21_148, 9_000, "172073", "42.6"),
].join("\n");

const prefectures = (issued: number) =>
  [
    "算出基準日,都道府県名,総数（人口）,交付枚数,人口に対する交付枚数率,人口算出基準日,交付枚数算出基準日",
    `2022/06/30,石川県,40700,${issued},,2021/01/01,2022/06/30`,
  ].join("\n");

const SUMMARY = [
  "算出基準日,区分,人口,交付枚数,人口に対する交付枚数率,人口算出基準日,交付枚数算出基準日",
  "2022/06/30,全国,126654244,57311975,45.3,2021/01/01,2022/06/30",
  "2022/06/30,指定都市,27549061,13150046,47.7,2021/01/01,2022/06/30",
  "2022/06/30,特別区・市（指定都市を除く）,88437937,39804782,45.0,2021/01/01,2022/06/30",
  "2022/06/30,町村,10667246,4357147,40.8,2021/01/01,2022/06/30",
].join("\n");

const AGES_HEADER =
  "算出基準日,年齢,人口(男),人口(女),人口(計),交付件数(男),交付件数(女),交付件数(計),人口算出基準日,交付枚数算出基準日";
const AGES = [
  AGES_HEADER,
  "2022/06/30,全体,50,60,110,20,30,50,2021/01/01,2022/06/30",
  "2022/06/30,0～89,40,45,85,15,20,35,2021/01/01,2022/06/30",
  "2022/06/30,90歳以上,9,15,24,5,10,15,2021/01/01,2022/06/30",
].join("\n");

beforeEach(freshDatabase);

describe("a table of the ministry", () => {
  it("by municipality: lost zeros are back, lost codes come from the official name", async () => {
    const result = await imported(TOWNS);
    expect(result).toMatchObject({ import: 1, series: "municipality", changes: { added: 4 }, issues: [] });
    expect(result.notes.map((n) => [n.code, n.count])).toEqual([
      ["code_repaired", 1],
      ["code_from_name", 1],
    ]);
    expect((await rows()).map((r) => [r.code, r.name, r.population, r.issued])).toEqual([
      ["011002", "札幌市", 1_961_575, 897_956],
      ["133817", "三宅村", 2_383, 1_129],
      ["172073", "羽咋市", 21_148, 9_000],
      ["173843", "志賀町", 19_552, 9_064],
    ]);
  });

  it("by kind and by age stand side by side, the nation once", async () => {
    expect((await imported(SUMMARY)).changes.added).toBe(4);
    const ages = await imported(AGES);
    expect(ages.changes.added).toBe(8);
    // One resident of each sex has no known age; the fictitious nation is not the ministry's.
    expect(ages.issues.map((i) => [i.row, i.column, i.code, i.severity])).toEqual([
      [2, "人口(男)", "total_differs", "warning"],
      [2, "人口(計)", "total_differs", "warning"],
    ]);
    expect(ages.sums.map((s) => [s.check, s.differing.length])).toEqual([
      ["nation_is_sum_of_types", 0],
      ["nation_is_men_and_women", 2],
    ]);
    const nation = await rows("?code=000000");
    expect(nation.map((r) => `${r.age_band} ${r.sex}`)).toEqual([
      "0-89 male",
      "0-89 female",
      "0-89 all",
      "90+ male",
      "90+ female",
      "90+ all",
      "all male",
      "all female",
      "all all",
    ]);
    expect(nation.at(-1)).toMatchObject({ name: "全国", population: 126_654_244 });
    const [towns] = await rows("?code=type:towns-and-villages");
    expect(towns).toMatchObject({ name: "町村", issued: 4_357_147 });
  });

  it("compares a prefecture with its municipalities, whichever came first", async () => {
    expect((await imported(TOWNS)).sums).toEqual([]);
    const equal = await imported(prefectures(18_064));
    expect(equal.sums).toEqual([
      { check: "prefecture_is_sum_of_municipalities", as_of: "2022-06-30", compared: 1, differing: [] },
    ]);
    const differing = await imported(prefectures(18_065));
    expect(differing.sums[0]!.differing).toEqual([
      { code: "170003", count: "issued", published: 18_065, sum: 18_064 },
    ]);
  });

  it("the same bytes again change nothing; a dry run neither", async () => {
    const first = await imported(TOWNS);
    const state = async () =>
      JSON.stringify([
        (await env.DB.prepare("SELECT * FROM reference_figures").all()).results,
        (await env.DB.prepare("SELECT * FROM reference_imports").all()).results,
      ]);
    const before = await state();
    expect(await imported(TOWNS, 200)).toEqual(first);
    const dry = await post(prefectures(1), "?dry_run=true");
    expect(dry.status).toBe(200);
    expect(await dry.json()).toMatchObject({ dry_run: true, import: 2, changes: { added: 1 } });
    const again = await (await post(TOWNS, "?dry_run=true")).json();
    expect(again).toMatchObject({ dry_run: true, changes: { added: 0, unchanged: 4 } });
    expect(await state()).toBe(before);
  });

  it("a correction opens a new figure and keeps the old one for whoever asks for that day", async () => {
    await imported(TOWNS);
    clock.now = new Date("2026-12-01T00:00:00Z");
    const corrected = await imported(TOWNS.replace("9064,46.4", "9066,46.4"));
    expect(corrected.changes).toEqual({ added: 0, changed: 1, removed: 0, unchanged: 3 });
    const issued = async (query: string) => (await rows(`?code=173843${query}`)).map((r) => r.issued);
    expect(await issued("")).toEqual([9_066]);
    expect(await issued("&as_known_at=2026-11-30T00:00:00Z")).toEqual([9_064]);
    expect(await issued("&as_known_at=2026-11-01T00:00:00Z")).toEqual([]);
  });

  it("states whole prefectures: another prefecture's towns stay", async () => {
    await imported(TOWNS);
    const only = [TOWNS_HEADER, town("石川県", "羽咋郡志賀町", 19_552, 9_064, "173843")].join("\n");
    expect((await imported(only)).changes).toEqual({ added: 0, changed: 0, removed: 1, unchanged: 1 });
    expect((await rows()).map((r) => r.code)).toEqual(["011002", "133817", "173843"]);
  });

  it("two writers at once: both are kept, one after the other", async () => {
    const results = await Promise.all([imported(TOWNS), imported(SUMMARY), imported(prefectures(1))]);
    expect(results.map((r) => r.import).toSorted()).toEqual([1, 2, 3]);
    expect(await rows()).toHaveLength(9);
  });

  it("leaves a line in the audit log", async () => {
    await imported(TOWNS);
    const line = await env.DB.prepare("SELECT action, target, digest FROM audit_log").first();
    expect(line).toMatchObject({ action: "reference.imported", target: "reference-import 1" });
  });
});

describe("a table that is refused", () => {
  it("tells every fault with its place, lists names without a code, and stores nothing", async () => {
    const response = await post(
      [
        TOWNS_HEADER,
        town("石川県", "志賀市", 1, 1, '"<NA>"'),
        town("石川縣", "志賀町", 1, 1, "173843"),
        town("富山県", "志賀町", 1, 1, "173843"),
        town("石川県", "羽咋市", 1, 1, "173843"),
        town("石川県", "志賀町", 1, 1, "173844"),
        town("石川県", "山田 太郎", 1, 1, '"<NA>"'),
        town("石川県", "羽咋市", 1.5, 1, "172073"),
        town("石川県", "羽咋市", 1, 1, "172073").replace("2022/06/30", "2022/06/31"),
      ].join("\n"),
    );
    expect(response.status).toBe(422);
    const problem = (await problemOf(response)) as Awaited<ReturnType<typeof problemOf>> & {
      unmatched: object[];
    };
    expect(problem.issues!.map((i) => [i.row, i.column, i.code])).toEqual([
      [2, "市区町村名", "unmatched_name"],
      [3, "都道府県名", "unknown_prefecture"],
      [4, "団体コード", "code_of_another_prefecture"],
      [5, "団体コード", "code_of_another_name"],
      [6, "団体コード", "wrong_check_digit"],
      [7, "市区町村名", "unmatched_name"],
      [8, "総数（人口）", "fractional_count"],
      [9, "算出基準日", "not_a_date"],
      [9, "算出基準日", "dates_differ"],
    ]);
    expect(problem.unmatched).toEqual([
      { row: 2, name: "志賀市" },
      { row: 7, name: null },
    ]);
    expect(await rows()).toEqual([]);
  });

  it("says which row is there twice, and which table it does not know", async () => {
    const twice = await post(`${TOWNS}\n${town("石川県", "羽咋市", 1, 1, "172073")}`);
    expect((await problemOf(twice)).issues!.map((i) => [i.row, i.code])).toEqual([[6, "duplicate_key"]]);
    const other = await post("区,人口\n北区,1\n");
    expect((await problemOf(other)).issues!.map((i) => i.code)).toEqual(["unknown_table"]);
  });

  it("ages that leave a gap, or have no total", async () => {
    const gap = await post(AGES.replace("90歳以上", "91歳以上"));
    expect((await problemOf(gap)).issues!.map((i) => i.code)).toContain("age_gap");
    const lines = AGES.split("\n");
    const headless = await post([lines[0], ...lines.slice(2)].join("\n"));
    expect((await problemOf(headless)).issues!.map((i) => i.code)).toEqual(["missing_total"]);
  });

  it("holds a personal number: nothing of it comes back", async () => {
    const response = await post(`${TOWNS}\n${town("石川県", "983205673214", 1, 1, "172073")}`);
    expect(response.status).toBe(422);
    const text = await response.text();
    expect(text).toContain("personal_number");
    expect(text).not.toContain("983205673214");
  });
});

describe.each(["before", "after"] as const)("a fault %s the effect of any call", (moment) => {
  it("leaves the old figures or the new ones, and a retry the new", async () => {
    vi.spyOn(console, "error").mockReturnValue();
    const corrected = TOWNS.replace("9064,46.4", "9066,46.4");
    const visible = async () => (await rows()).map((r) => `${r.code} ${r.issued}`).join();
    let faults = 0;
    for (let at = 1; ; at++) {
      await freshDatabase();
      await imported(TOWNS);
      const faulty = withFault(env, { call: at, moment });
      const headers = { authorization: `Bearer ${ADMIN}`, "content-type": "text/csv" };
      const request = new Request(ORIGIN + PATH, { method: "POST", body: corrected, headers });
      const { status } = await answer(request, faulty.env);
      if (faulty.calls() < at) break;
      faults += 1;
      expect([200, 500]).toContain(status);
      expect(await visible()).toMatch(/173843 906[46]$/);
      expect((await post(corrected)).status).toBeLessThan(300);
      expect(await visible()).toMatch(/173843 9066$/);
      const lines = await env.DB.prepare("SELECT count(*) AS n FROM audit_log").first("n");
      expect(lines).toBe(2);
    }
    expect(faults).toBe(4);
  });
});

describe("who may", () => {
  it("import: an administrator of all towns", async () => {
    for (const [role, municipality] of [
      ["publisher", "*"],
      ["admin", "173843"],
    ] as const) {
      expect((await post(TOWNS, "", await newToken(role, municipality))).status).toBe(403);
    }
    expect((await post(TOWNS, "", await newToken("admin", "*"))).status).toBe(201);
  });

  it("read: every reader, all towns", async () => {
    await imported(TOWNS);
    const token = await newToken("reader");
    const csv = await (await call(`${PATH}.csv?prefecture=01`, { token })).text();
    expect(csv.replace(/,[^,]*\r\n$/, "\r\n")).toBe(
      "series,code,name,as_of,age_band,sex,population,population_as_of,issued,held,source,imported_at\r\n" +
        "municipality,011002,札幌市,2022-06-30,all,all,1961575,2021-01-01,897956,,総務省「マイナンバーカード交付状況」（2022-06-30現在）\r\n",
    );
    const arrow = await (await call(`${PATH}.arrow?from=2022-06-30&to=2022-06-30`, { token })).arrayBuffer();
    expect(tableFromIPC(new Uint8Array(arrow)).getChild("code")!.toArray()).toEqual([
      "011002",
      "133817",
      "172073",
      "173843",
    ]);
    expect(await rows("?to=2022-06-29")).toEqual([]);
  });
});
