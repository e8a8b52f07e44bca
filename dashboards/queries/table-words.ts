/** What a table is for, as a planner would say it. */
export interface TableWords {
  name: string;
  meaning: string;
}

/** The tables in the order they are listed; any other follows. */
export const TABLE_WORDS: Readonly<Record<string, TableWords>> = {
  figures: {
    name: "数字",
    meaning: "町の合計になる行。足し合わせると町全体になります(公開データでは、町全体の行)。",
  },
  district_figures: {
    name: "地区の数字",
    meaning:
      "地区ごとの行。公開データでは10枚単位のおよその数で、足し合わせても町全体とぴったりとは合いません。",
  },
  districts: { name: "地区", meaning: "地区の名前と、地図での位置。" },
  town_ages: {
    name: "年齢",
    meaning: "公開データの年齢・性別の数。10枚単位のおよその数。allの行は合計なので、足し合わせません。",
  },
  published: { name: "公表値", meaning: "総務省が公表した、町・県・全国の交付枚数と人口。" },
  reference_towns: { name: "全国の市区町村", meaning: "取り込んだ総務省の表。市区町村ごとの人口と枚数。" },
  reference_areas: { name: "県・区分・全国", meaning: "取り込んだ総務省の表。県、団体の区分、全国。" },
  reference_ages: { name: "全国の年齢", meaning: "取り込んだ総務省の表。全国の年齢・性別の人口と枚数。" },
};

const COLUMNS: Readonly<Record<string, string>> = {
  municipality: "全国地方公共団体コード(6桁の文字)",
  as_of: "基準日",
  district: "地区コード。allは町全体",
  age_band: "年齢階級。allは全年齢",
  sex: "性別。male 男性、female 女性、allは合計",
  population: "人口(住民基本台帳)",
  population_as_of: "人口算出基準日",
  applications: "有効申請件数の累計",
  issued: "交付枚数の累計",
  held: "保有枚数",
  provenance: "由来。syntheticはサンプル・合成データ",
  code: "コード",
  name: "名前",
  kana: "よみがな",
  name_en: "英語の名前",
  area: "区域(旧町村など)",
  tile_x: "地図での列",
  tile_y: "地図での行",
  issued_permille: "交付枚数率(1000分の1。四捨五入)",
  held_permille: "保有枚数率(1000分の1。四捨五入)",
};

/** Columns that mean something else in one table. */
const OF_TABLE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  districts: { code: "地区コード。数字の表のdistrictと対応" },
  published: {
    code: "団体コード。000000は全国、県は県コードと000",
    name: "全国・県・市区町村の名前",
    population_as_of: "公表された率が使う人口の日",
  },
  reference_towns: { code: "全国地方公共団体コード", name: "市区町村の名前" },
  reference_areas: { code: "県は2桁+000と検査数字、type:は団体の区分", name: "県、区分、全国の名前" },
};

/** What a column means; empty where nobody has written it down. */
export const columnMeaning = (table: string, column: string): string =>
  OF_TABLE[table]?.[column] ?? COLUMNS[column] ?? "";
