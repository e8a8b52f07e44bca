import { describe, expect, it } from "vitest";
import { screenTable } from "../../../worker/intake/screen.js";
import type { Aside, Table } from "../../../worker/intake/table.js";

const NUMBER = "983205673214";
const table = (header: string[], rows: string[][] = [], aside?: Aside[]): Table => ({
  header,
  headerRow: 3,
  rows: rows.map((cells, i) => ({ row: i + 4, cells })),
  ...(aside && { aside }),
});
const told = (of: Table, harmless?: string[]) =>
  screenTable(of, harmless).map((i) => [i.row, i.column, i.code]);

describe("the headers of a table", () => {
  it.each([
    ..."氏名 姓名 名前 フリガナ ふりがな 住所 居所 番地 生年月日 誕生日 個人番号 マイナンバー 電話 携帯 メール".split(
      " ",
    ),
    ..."世帯主 本籍 宛名 住民票コード カード番号 製造番号 世帯主氏名 本人の住所 ﾌﾘｶﾞﾅ".split(" "),
    ..."name Name fullname full_name first_name firstname last_name lastname _name".split(" "),
    ..."address Address birth birthday phone telephone email e-mail E-Mail".split(" "),
  ])("that speak of persons are told: %s", (header) => {
    expect(told(table(["地区", header]))).toEqual([[3, header, "personal_column"]]);
  });

  it.each([
    ..."地区名 町丁目名 町字名 市区町村名 都道府県名 団体名 自治体名 地域名 地区名前 マイナンバーカード交付枚数".split(
      " ",
    ),
    ..."filename names name_en full_names middle_name 番号 年月日 人口".split(" "),
  ])("that do not are not: %s", (header) => expect(told(table([header]))).toEqual([]));

  it("may be of a kind that is harmless in this file", () => {
    expect(told(table(["name", "kana"]), ["name"])).toEqual([]);
    expect(told(table(["Name"]), ["name"])).toEqual([[3, "Name", "personal_column"]]);
  });

  it("that hold a number themselves are named by their places, in their cells too", () => {
    expect(told(table(["地区", NUMBER, `電話 ${NUMBER}`], [["01", "taro@example.jp"]]))).toEqual([
      [3, "#2", "personal_number"],
      [3, "#3", "personal_number"],
      [3, "#3", "personal_column"],
      [4, "#2", "personal_mail"],
    ]);
  });

  it("have no row where they are the keys of JSON", () => {
    expect(told({ ...table(["氏名", NUMBER]), headerRow: 0 })).toEqual([
      [null, "氏名", "personal_column"],
      [null, "#2", "personal_number"],
    ]);
  });
});

describe("the cells of a table", () => {
  it("are told each, in their rows and columns, a repeated one too", () => {
    const rows = [
      ["x", "a@b.jp"],
      [NUMBER, "0767-32-1111"],
      ["0767-32-111", "a@b.jp"],
    ];
    expect(told(table(["地区", "備考"], rows))).toEqual([
      [4, "備考", "personal_mail"],
      [5, "地区", "personal_number"],
      [5, "備考", "personal_phone"],
      [6, "備考", "personal_mail"],
    ]);
  });

  it("beyond the header are named by their places", () => {
    expect(told(table(["地区"], [["01", "x", NUMBER]]))).toEqual([[4, "#3", "personal_number"]]);
  });

  it("without a finding are not told", () => {
    expect(
      told(
        table(
          ["地区", "人口"],
          [
            ["01", "7000020173843"],
            ["北区池田町", "1,180,215"],
          ],
        ),
      ),
    ).toEqual([]);
  });
});

describe("what stands beside a table", () => {
  const aside = (text: string, heading?: boolean): Aside => ({
    row: 9,
    column: "シート2!C",
    text,
    ...(heading !== undefined && { heading }),
  });
  const found = (...asides: Aside[]) => told(table(["地区"], [], asides));

  it("is told at its place, each text once", () => {
    expect(found(aside(`${NUMBER} と taro@example.jp`), aside("x"), aside("0767-32-1111"))).toEqual([
      [9, "シート2!C", "personal_mail"],
      [9, "シート2!C", "personal_phone"],
    ]);
  });

  it("may head a column of persons; as a sentence the same words are harmless", () => {
    expect(found(aside("氏名", true))).toEqual([[9, "シート2!C", "personal_column"]]);
    expect(found(aside("ﾌﾘｶﾞﾅ", true))).toEqual([[9, "シート2!C", "personal_column"]]);
    expect(found(aside("氏名", false), aside("住所は載せていません"))).toEqual([]);
    expect(found(aside("地区名", true), aside("人口", true))).toEqual([]);
  });

  it("is looked at in all its length, wherever a number lies", () => {
    for (let before = 120; before < 345; before += 1) {
      const text = `${"字".repeat(before)}${NUMBER}${"字".repeat(30)}`;
      expect(found(aside(text)), `after ${before}`).toEqual([[9, "シート2!C", "personal_number"]]);
    }
    for (const before of [130, 139, 140, 141, 150, 188, 199, 200, 201]) {
      expect(found(aside(`${"字".repeat(before)}９８３２ − ０５６７ − ３２１４`)), `${before}`).toHaveLength(
        1,
      );
    }
  });

  it("of another kind is not told, however long", () => {
    expect(found(aside("交付状況の説明です。".repeat(500)))).toEqual([]);
    expect(found(aside(""))).toEqual([]);
  });

  it("is nothing for most files", () => expect(told(table(["地区"]))).toEqual([]));
});
