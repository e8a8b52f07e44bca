import { SHARED, text, words, type Column } from "./column.js";
import type { ListedPlace, LongRow } from "./long-rows.js";

/** Nothing at all stands for no value in tables.csv and places.csv. */
export const MISSING_IN_TABLES: readonly string[] = [""];

const kind = text(
  "kind",
  words("区分", "Kind of place"),
  words(
    "town 市区町村全体、area 地域、district 地区",
    "town: the municipality; area: a part of it; district",
  ),
  { required: true, enum: ["town", "area", "district"] },
);
const area = text(
  "area",
  words("属する地域", "Area"),
  words(
    "地区が属する地域の名称（旧町村など）。市区町村全体は空欄",
    "The area a district belongs to, a former town for example; blank for the municipality",
  ),
);

/** The columns of tables.csv, .json, .arrow and .parquet. */
export const TABLE_COLUMNS: readonly (Column & { name: keyof LongRow })[] = [
  { name: "as_of", ...SHARED.asOf },
  { ...kind, name: "kind" },
  {
    ...text(
      "place",
      words("地域コード", "Code of the place"),
      words("places.csv のコード。市区町村全体は all", "Code in places.csv; all for the municipality"),
      { required: true },
    ),
    name: "place",
  },
  { name: "place_name", ...SHARED.placeName },
  { ...area, name: "area" },
  {
    ...text(
      "age_band",
      words("年齢階級", "Age band"),
      words("5-9 は満5歳から9歳、90+ は90歳以上、all は全年齢", "5-9: ages 5 to 9; 90+: 90 and over; all"),
      { required: true, pattern: "all|[0-9]+-[0-9]+|[0-9]+\\+" },
    ),
    name: "age_band",
  },
  {
    ...text("sex", words("性別", "Sex"), words("male 男、female 女、all 総数", "male, female, all"), {
      required: true,
      enum: ["all", "male", "female"],
    }),
    name: "sex",
  },
  { name: "population", ...SHARED.population },
  { name: "population_as_of", ...SHARED.populationAsOf },
  { name: "applications", ...SHARED.applications },
  { name: "issued", ...SHARED.issued },
  { name: "held", ...SHARED.held },
  { name: "margin", ...SHARED.margin },
  {
    ...text(
      "provenance",
      words("作成区分", "Provenance"),
      words(
        "reported 実際の集計値、synthetic サンプル・合成データ",
        "reported, or synthetic: made up for a sample",
      ),
      { required: true, enum: ["reported", "synthetic"] },
    ),
    name: "provenance",
  },
];

export const PLACE_COLUMNS: readonly (Column & { name: keyof ListedPlace })[] = [
  { ...kind, name: "kind" },
  {
    ...text(
      "code",
      words("地域コード", "Code of the place"),
      words("区分とあわせて一意。市区町村全体は all", "Unique within its kind; all for the municipality"),
      { required: true },
    ),
    name: "code",
  },
  { name: "name", ...SHARED.placeName },
  {
    ...text(
      "name_en",
      words("英語名", "Name in English"),
      words(
        "地区一覧の英語名。合算では含まれる地区の名前",
        "As the town's list has it; of a merge, its districts'",
      ),
    ),
    name: "name_en",
  },
  { ...area, name: "area" },
  {
    name: "merged",
    title: words("合算", "Merged"),
    meaning: words("複数の地区を一つにして公表している", "Several districts published as one"),
    type: "boolean",
    required: true,
  },
  {
    ...text(
      "members",
      words("含まれる地区", "Members"),
      words(
        "含まれる地区のコード（; 区切り）。05~2025-04-01 は、2025年4月1日より前の、いくつかに分かれる前の地区05",
        "Codes of the districts it consists of, separated by ;. 05~2025-04-01: district 05 as it was before 1 April 2025, when it was divided",
      ),
    ),
    name: "members",
  },
];
