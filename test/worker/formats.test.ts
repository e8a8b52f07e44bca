import { beforeEach, describe, expect, it } from "vitest";
import type { CellValue } from "hucre/xlsx";
import { parseXlsx } from "../../worker/intake/parse-xlsx.js";
import {
  call,
  freshDatabase,
  ledgerState,
  month,
  newToken,
  problemOf,
  registerDistricts,
  uploadCsv,
  uploadForm,
  SHIKA,
} from "./harness.js";
import { day, monthRows, workbook } from "./intake/workbook.js";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

beforeEach(async () => {
  await freshDatabase();
  await registerDistricts();
});

const send = (body: BodyInit, type: string) =>
  call("/api/v1/uploads", { body, headers: { "content-type": type } });

interface FigureAnswer {
  as_of: string;
  district: string;
  age_band: string;
  sex: string;
  population: number;
  issued: number;
}

async function figures(): Promise<FigureAnswer[]> {
  const response = await call(`/api/v1/figures.json?municipality=${SHIKA}`);
  return (await response.json<{ figures: FigureAnswer[] }>()).figures;
}

describe("an upload in another format", () => {
  it("gives the same figures as the CSV of them", async () => {
    await uploadCsv(month());
    const known = await figures();
    const lines = known.map((f) => JSON.stringify({ ...f, provenance: undefined })).join("\n");
    const rows = monthRows();
    // Excel has lost the codes' zeros.
    rows[1]![2] = 1;
    rows[2]![2] = 2;
    for (const [body, type] of [
      [await workbook({ rows }), XLSX],
      [lines, "application/x-ndjson"],
      [lines, "application/json"],
    ] as const) {
      const response = await send(body, type);
      expect([response.status, await response.json()]).toEqual([
        201,
        expect.objectContaining({ changes: { added: 0, changed: 0, removed: 0, unchanged: 2 } }),
      ]);
    }
    expect(await figures()).toEqual(known);
  });

  it("may be a form's file of any type, known by its ending", async () => {
    const form = new FormData();
    form.set(
      "file",
      new File([await workbook({ rows: monthRows() })], "月報.XLSX", { type: "application/octet-stream" }),
    );
    expect((await call("/api/v1/uploads", { body: form })).status).toBe(201);
  });

  it("is refused where its bytes are not what it says", async () => {
    const before = await ledgerState();
    const response = await send(month(), XLSX);
    expect(response.status).toBe(422);
    expect((await problemOf(response)).issues!.map((i) => i.code)).toEqual(["not_a_workbook"]);
    expect(await ledgerState()).toBe(before);
  });

  it.each([
    ["a cell", async () => workbook({ rows: [...monthRows(), [null, null, 983205673214]] })],
    ["a sheet's name", async () => workbook({ rows: monthRows() }, { name: "9832-0567-3214" })],
    ["a title", async () => workbook({ rows: [["９８３２０５６７３２１４", "交付状況"], ...monthRows()] })],
    [
      "a hidden sheet",
      async () => workbook({ rows: monthRows() }, { rows: [["983205673214"]], hidden: true }),
    ],
  ])("with a My Number in %s is refused, and the number is not repeated", async (_place, make) => {
    const before = await ledgerState();
    const response = await send(await make(), XLSX);
    const text = await response.text();
    expect([response.status, text]).toEqual([422, expect.stringContaining("personal_number")]);
    expect(text).not.toMatch(/983205673214|9832-0567|９８３２/);
    expect(await ledgerState()).toBe(before);
  });
});

describe("the template", () => {
  const get = (format: string, token?: string) =>
    call(`/api/v1/municipalities/${SHIKA}/template.${format}`, token ? { token } : {});
  const xlsxRows = async () => {
    const bytes = new Uint8Array(await (await get("xlsx")).arrayBuffer());
    const { table } = parseXlsx(bytes);
    return [table!.header, ...table!.rows.map((r) => r.cells)];
  };

  it("is a CSV of the town's districts that Excel opens rightly", async () => {
    const response = await get("csv", await newToken("uploader"));
    expect(response.headers.get("content-disposition")).toBe(`attachment; filename="template-${SHIKA}.csv"`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(bytes.slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf));
    expect(new TextDecoder().decode(bytes)).toBe(
      [
        "全国地方公共団体コード,基準日,地区コード,地区名,人口,人口算出基準日,申請件数,交付枚数,保有枚数",
        `${SHIKA},,01,地区01,,,,,`,
        `${SHIKA},,02,地区02,,,,,`,
        "",
      ].join("\r\n"),
    );
  });

  it("has the ages and sexes of the latest figures", async () => {
    const header = "基準日,地区コード,年齢階級,性別,人口,交付枚数";
    const cells = ["0-64", "65+"].flatMap((age) => ["男", "女"].map((sex) => `${age},${sex}`));
    const lines = ["01", "02"].flatMap((d) => cells.map((cell) => `2026-10-31,${d},${cell},10,5`));
    const sent = await uploadCsv([header, ...lines].join("\n"), undefined, {
      token: await newToken("uploader"),
    });
    expect(sent.status).toBe(201);
    const rows = await xlsxRows();
    expect(rows[0]!.slice(4, 6)).toEqual(["年齢階級", "性別"]);
    expect(rows.slice(1, 5).map((cell) => cell.slice(2, 6))).toEqual([
      ["01", "地区01", "0～64歳", "男"],
      ["01", "地区01", "0～64歳", "女"],
      ["01", "地区01", "65歳以上", "男"],
      ["01", "地区01", "65歳以上", "女"],
    ]);
    expect(rows).toHaveLength(9);
  });

  it.each(["csv", "xlsx"])("filled in as %s and uploaded, gives its figures", async (format) => {
    const fill = (cells: readonly (string | undefined)[]): CellValue[] =>
      [
        ...cells.slice(0, 1),
        day("2026-10-31"),
        ...cells.slice(2, 4),
        1000,
        day("2026-01-01"),
        900,
        850,
        800,
      ] as CellValue[];
    let response: Response;
    if (format === "xlsx") {
      const [header, ...rows] = await xlsxRows();
      response = await send(await workbook({ rows: [header!, ...rows.map(fill)] }), XLSX);
    } else {
      const text = await (await get("csv")).text();
      const filled = text.replace(
        /^(\d{6}),,(.*?),{5}(?=\r)/gm,
        "$1,2026-10-31,$2,1000,2026-01-01,900,850,800",
      );
      response = await uploadForm(filled, undefined);
    }
    expect(response.status).toBe(201);
    expect((await figures()).map((f) => [f.as_of, f.district, f.population, f.issued])).toEqual([
      ["2026-10-31", "01", 1000, 850],
      ["2026-10-31", "02", 1000, 850],
    ]);
  });

  it("has one row for a town that has no districts yet", async () => {
    const response = await call("/api/v1/municipalities/172073/template.csv");
    expect((await response.text()).split("\r\n")).toHaveLength(3);
  });

  it("is for uploaders of the town", async () => {
    const reader = await get("csv", await newToken("reader"));
    const neighbour = await get("xlsx", await newToken("uploader", "172073"));
    expect([reader.status, neighbour.status]).toEqual([403, 403]);
  });
});
