import { beforeEach, describe, expect, it } from "vitest";
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

beforeEach(async () => {
  await freshDatabase();
  await registerDistricts();
});

/** A month whose first data row (row 2 of the file) is replaced. */
const withRow = (row: string) => month({ "01": row });

const BAD_ROWS: [name: string, row: string, column: string, code: string][] = [
  [
    "a district that does not exist",
    `${SHIKA},2026-10-31,77,1000,2026-01-01,900,850,800`,
    "地区コード",
    "unknown_district",
  ],
  [
    "issued over 1.5 times the population",
    `${SHIKA},2026-10-31,01,1000,2026-01-01,900,1501,800`,
    "交付枚数",
    "implausible_count",
  ],
  ["a negative count", `${SHIKA},2026-10-31,01,1000,2026-01-01,-900,850,800`, "申請件数", "negative_count"],
  [
    "a fractional count",
    `${SHIKA},2026-10-31,01,1000,2026-01-01,900,850.5,800`,
    "交付枚数",
    "fractional_count",
  ],
  [
    "a wrong check digit",
    `173844,2026-10-31,01,1000,2026-01-01,900,850,800`,
    "全国地方公共団体コード",
    "wrong_check_digit",
  ],
  ["a date that is none", `${SHIKA},2026-02-30,01,1000,2026-01-01,900,850,800`, "基準日", "not_a_date"],
  [
    "a date in the future",
    `${SHIKA},2026-11-30,01,1000,2026-01-01,900,850,800`,
    "基準日",
    "date_out_of_range",
  ],
  [
    "a date that reads two ways",
    `${SHIKA},3/4/22,01,1000,2026-01-01,900,850,800`,
    "基準日",
    "ambiguous_date",
  ],
  ["a missing population", `${SHIKA},2026-10-31,01,,2026-01-01,900,850,800`, "人口", "missing_population"],
  ["words for a count", `${SHIKA},2026-10-31,01,1000,2026-01-01,多数,850,800`, "申請件数", "not_a_count"],
];

describe("a file with one fault", () => {
  it.each(BAD_ROWS)(
    "%s is refused at its row and column, and nothing changes",
    async (_name, row, column, code) => {
      const before = await ledgerState();
      const response = await uploadCsv(withRow(row));
      expect(response.status).toBe(422);
      const problem = await problemOf(response);
      expect(problem.issues).toContainEqual(
        expect.objectContaining({ row: 2, column, code, severity: "error" }),
      );
      expect(await ledgerState()).toBe(before);
    },
  );

  it("a duplicate key names the second row", async () => {
    const before = await ledgerState();
    const response = await uploadCsv(month({ again: `${SHIKA},2026-10-31,01,1000,2026-01-01,900,850,800` }));
    expect(response.status).toBe(422);
    expect((await problemOf(response)).issues).toEqual([
      expect.objectContaining({ row: 4, column: "地区コード", code: "duplicate_key" }),
    ]);
    expect(await ledgerState()).toBe(before);
  });

  it("all faults are told at once, and no value is repeated", async () => {
    const response = await uploadCsv(
      month({
        "01": `${SHIKA},2026-10-31,99,-5,2026-01-01,x,1.5,秘密`,
        "02": `173840,2026-10-31,02,500,2026-01-01,400,380,350`,
      }),
    );
    const problem = await problemOf(response);
    expect(problem.issues!.map((i) => [i.row, i.code])).toEqual([
      [2, "unknown_district"],
      [2, "negative_count"],
      [2, "not_a_count"],
      [2, "fractional_count"],
      [2, "not_a_count"],
      [3, "wrong_check_digit"],
    ]);
    expect(JSON.stringify(problem)).not.toContain("秘密");
  });

  it("caps what it lists and tells the true number", async () => {
    const rows = Object.fromEntries(
      Array.from({ length: 1500 }, (_, i) => [`x${i}`, `${SHIKA},2026-10-31,z${i},10,2026-01-01,1,1,1`]),
    );
    const problem = await problemOf(await uploadCsv(month(rows)));
    expect(problem.issues).toHaveLength(1000);
    expect(problem.issue_count).toBe(1500);
  });
});

describe("a file that cannot be one", () => {
  const cases: [string, () => Promise<Response>, number, string][] = [
    ["a body over 5 MB", () => uploadCsv("x".repeat(6 * 1024 * 1024)), 413, "body_too_large"],
    [
      "a wrong content type",
      () => call("/api/v1/uploads", { body: "x", headers: { "content-type": "application/pdf" } }),
      415,
      "unsupported_media_type",
    ],
    [
      "broken JSON",
      () => call("/api/v1/uploads", { body: '[{"a":', headers: { "content-type": "application/json" } }),
      422,
      "refused_file",
    ],
    ["an empty file", () => uploadCsv(""), 422, "refused_file"],
    ["a header without rows", () => uploadCsv(month().split("\r\n")[0]!), 422, "refused_file"],
    ["a broken mapping", () => uploadForm(month(), "{"), 400, "invalid_request"],
    [
      "a mapping of unknown fields",
      () => uploadForm(month(), { columns: { 氏名: "x" } }),
      400,
      "invalid_request",
    ],
    [
      "a mapping to a column that is not there",
      () => uploadForm(month(), { columns: { held: "ない列" } }),
      422,
      "refused_file",
    ],
  ];
  it.each(cases)("%s gets its status, and nothing changes", async (_name, send, status, kind) => {
    const before = await ledgerState();
    const response = await send();
    expect([response.status, (await problemOf(response)).type]).toEqual([status, `/api/problems/${kind}`]);
    expect(await ledgerState()).toBe(before);
  });
});

describe("a file with personal data", () => {
  const cases: [string, string, string][] = [
    [
      "a My Number in a cell",
      month({ "01": `${SHIKA},2026-10-31,983205673214,1000,2026-01-01,900,850,800` }),
      "personal_number",
    ],
    [
      "one with full-width digits and blanks",
      month({ "01": `${SHIKA},2026-10-31,９８３２ ０５６７ ３２１４,1000,2026-01-01,900,850,800` }),
      "personal_number",
    ],
    ["one in a header", month().replace("地区コード", "983205673214"), "personal_number"],
    ["a column of names", month().replace("保有枚数", "氏名"), "personal_column"],
    [
      "a mail address",
      month({ "01": `${SHIKA},2026-10-31,taro@example.jp,1000,2026-01-01,900,850,800` }),
      "personal_mail",
    ],
    [
      "a telephone number",
      month({ "01": `${SHIKA},2026-10-31,0767-32-1111,1000,2026-01-01,900,850,800` }),
      "personal_phone",
    ],
  ];
  it.each(cases)("%s is refused without repeating it", async (_name, file, code) => {
    const before = await ledgerState();
    const response = await uploadCsv(file);
    expect(response.status).toBe(422);
    const text = await response.text();
    expect(text).toContain(code);
    expect(text).not.toMatch(/983205673214|９８３２|example\.jp|0767/);
    expect(await ledgerState()).toBe(before);
  });

  it("a corporate number raises no alarm", async () => {
    const response = await uploadCsv(
      month()
        .replace(/^(.*)$/m, "$1,備考")
        .replaceAll(/,800$|,350$/gm, "$&,7000020173843"),
    );
    expect(response.status).toBe(201);
  });
});

describe("who may not upload", () => {
  it("is told why, and nothing changes", async () => {
    const before = await ledgerState();
    const reader = await newToken("reader");
    const neighbour = await newToken("uploader", "172073");
    const answers = await Promise.all([
      uploadCsv(month(), undefined, { token: null }),
      uploadCsv(month(), undefined, { token: "ikw_wrong" }),
      uploadCsv(month(), undefined, { token: reader }),
      uploadCsv(month(), undefined, { token: neighbour }),
    ]);
    const kinds = await Promise.all(answers.map(async (r) => [r.status, (await problemOf(r)).type]));
    expect(kinds).toEqual([
      [401, "/api/problems/unauthenticated"],
      [401, "/api/problems/unauthenticated"],
      [403, "/api/problems/role_too_low"],
      [403, "/api/problems/other_municipality"],
    ]);
    expect(await ledgerState()).toBe(before);
  });
});
