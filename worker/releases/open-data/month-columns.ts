import { SHARED, text, words, type Column } from "./column.js";
import { MARKS } from "./marks.js";

/** Texts that stand for no value in the month's file: nothing at all, and the marks. */
export const MISSING_IN_MONTH: readonly string[] = ["", ...Object.keys(MARKS)];

const rate = (name: string, key: string, en: string, count: string, counted: string): Column => ({
  name: `${name}（％）`,
  key,
  title: words(name, en),
  meaning: words(
    `${count}÷人口×100。幅が0でない行ではおよその率。人口算出基準日の住民基本台帳人口を分母とする。小数第2位を四捨五入。100を超えることがある`,
    `${counted} ÷ residents of the population date × 100; approximate where the margin is not 0; rounded half up to one decimal; may exceed 100`,
  ),
  type: "number",
  unit: words("％", "percent"),
  natural: true,
});

/** The headers begin as those of 自治体標準オープンデータセット do (デジタル庁). */
export const MONTH_COLUMNS: readonly Column[] = [
  text(
    "全国地方公共団体コード",
    words("全国地方公共団体コード", "Municipality code"),
    words("検査数字を含む6桁", "Six digits with the check digit"),
    { key: "municipality", required: true, pattern: "[0-9]{6}" },
  ),
  text(
    "地域コード",
    words("地域コード", "Code of the place"),
    words("places.csv のコード。市区町村全体は空欄", "Code in places.csv; blank for the whole municipality"),
    { key: "place" },
  ),
  text(
    "地方公共団体名",
    words("地方公共団体名", "Municipality"),
    words("市区町村の名称", "Name of the municipality"),
    { key: "municipality_name", required: true },
  ),
  { name: "調査年月日", key: "as_of", ...SHARED.asOf },
  { name: "地域名", key: "place_name", ...SHARED.placeName },
  text(
    "区分",
    words("区分", "Kind of place"),
    words("市区町村全体か、その中の地域か、地区か", "The municipality, an area of it, or a district"),
    { key: "kind", required: true, enum: ["市区町村", "地域", "地区"] },
  ),
  text(
    "年齢階級",
    words("年齢階級", "Age band"),
    words("満年齢。総数は全年齢", "Ages in years; 総数: all ages"),
    { key: "age_band", required: true, pattern: "総数|[0-9]+-[0-9]+歳|[0-9]+歳以上" },
  ),
  text("性別", words("性別", "Sex"), words("総数は男女計", "男: male; 女: female; 総数: both"), {
    key: "sex",
    required: true,
    enum: ["総数", "男", "女"],
  }),
  { name: "人口", key: "population", ...SHARED.population },
  { name: "人口算出基準日", key: "population_as_of", ...SHARED.populationAsOf },
  { name: "申請件数", key: "applications", ...SHARED.applications },
  { name: "交付枚数", key: "issued", ...SHARED.issued },
  { name: "保有枚数", key: "held", ...SHARED.held },
  { name: "幅（95%、枚）", key: "margin", ...SHARED.margin },
  rate("申請率", "application_percent", "Application rate", "申請件数", "Applications"),
  rate("交付枚数率", "issuance_percent", "Issuance rate", "交付枚数", "Cards issued"),
  rate("保有枚数率", "holding_percent", "Holding rate", "保有枚数", "Cards held"),
  {
    name: "率の幅（95%、ポイント）",
    key: "rate_margin",
    title: words("率の幅（95%）", "Margin of the rates (95%)"),
    meaning: words(
      "幅÷人口×100（小数第2位を切上げ）。行の三つの率のもとの値は、95%の確からしさで公表した率±この幅の間にある。約の率の小数第1位は、この幅より細かくは読めない",
      "Margin ÷ residents × 100, rounded up to one decimal: the true rates lie within those of the row ± this with 95% confidence. No digit of an approximate rate means more than that",
    ),
    type: "number",
    unit: words("ポイント", "points"),
    natural: true,
  },
  text(
    "備考",
    words("備考", "Notes"),
    words(
      "およその数の行、合算した地区、資料のない項目",
      "Which rows are approximate, what is merged or not supplied",
    ),
    { key: "notes" },
  ),
];
