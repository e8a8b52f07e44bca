import { describe, expect, it } from "vitest";
import { isMyNumber, screenTable, screenText } from "../../../worker/intake/screen.js";

/** 983205673214 is a number for tests: its check digit is right and it is nobody's. */
describe("a My Number", () => {
  it("is known by its check digit", () => {
    expect(isMyNumber("983205673214")).toBe(true);
    for (const digit of "012356789") expect(isMyNumber(`98320567321${digit}`)).toBe(false);
    expect(isMyNumber("7000020173843")).toBe(false);
  });

  it.each([
    "983205673214",
    "９８３２０５６７３２１４",
    "9832 0567 3214",
    "9832-0567-3214",
    "9832－0567－3214",
    "番号は983205673214です",
    "2026 9832 0567 3214",
    "9832.0567.3214 7",
  ])("is found in %j", (text) => expect(screenText(text)).toBe("personal_number"));
});

describe("other traces of persons", () => {
  it.each([
    ["taro@example.jp", "personal_mail"],
    ["連絡先 ｔａｒｏ＠example.jp", "personal_mail"],
    ["0767-32-1111", "personal_phone"],
    ["02-10-2022 0767-32-1111", "personal_phone"],
    ["090-1234-5678", "personal_phone"],
    ["09012345678", "personal_phone"],
    ["０７６７－３２－１１１１", "personal_phone"],
    ["AB12CD34EF56GH78", "personal_card"],
    ["カード ＡＢ１２ＣＤ３４ＥＦ５６ＧＨ７８", "personal_card"],
    ["1234567890123456", "personal_card"],
    ["申請書ID 12345678901234567890123", "personal_card"],
  ])("%j is %s", (text, kind) => expect(screenText(text)).toBe(kind));

  it.each([
    "氏名",
    "住所",
    "生年月日",
    "個人番号",
    "電話番号",
    "メールアドレス",
    "フリガナ",
    "住民票コード",
    "Name",
  ])("a column %s is refused", (header) => {
    const table = { header: ["地区コード", header], headerRow: 1, rows: [] };
    expect(screenTable(table).map((i) => [i.row, i.code])).toEqual([[1, "personal_column"]]);
  });
});

describe("what is no trace of anybody", () => {
  it.each([
    "7000020173843",
    "173843",
    "2026-10-31",
    "20261031",
    "2026/10/31 00:00",
    "1,180,215",
    "北区池田町",
    "浮田１丁目",
    "02-10-2022",
    "20261031T120000Z",
    "0.4577777777777778",
    "MYNUMBERCARDS123",
    "AB12CD34EF56GH789",
    "123456789012345678901234",
  ])("%j raises no alarm", (text) => expect(screenText(text)).toBeNull());

  it.each(["地区名", "町丁目名", "団体名", "マイナンバーカード交付枚数", "全国地方公共団体コード"])(
    "a column %s raises none either",
    (header) => expect(screenTable({ header: [header], headerRow: 1, rows: [] })).toEqual([]),
  );

  it("is not repeated where it is a finding: the header is named by its place", () => {
    const [finding] = screenTable({ header: ["983205673214"], headerRow: 1, rows: [] });
    expect(finding).toMatchObject({ row: 1, column: "#1", code: "personal_number" });
  });
});
