import fc from "fast-check";
import type { District } from "../../../data/contract/district.js";
import type { Figure, Sex } from "../../../data/contract/figure.js";
import { encodeCp932 } from "../../../scripts/fuzz/cp932.js";

/** Valid months and every usual way of writing them down. Figures are in the order of their rows. */
export const TOWN = "011002"; // 札幌市: its leading zero is what spreadsheets lose
/** Codes with the names that a file may say instead; the last two are spelt in more than one way. */
const NAMES = {
  "01": "名01",
  "02": "名02",
  "A-3": "名A-3",
  北区池田町: "名北区池田町",
  "-3区": "名-3区",
  "05": "髙﨑①",
  "06": "大山田",
} as const;
export const DISTRICTS = Object.keys(NAMES) as (keyof typeof NAMES)[];
export const DISTRICT_LIST = Object.entries(NAMES).map(([code, name]): District => ({
  municipality: TOWN,
  code,
  name,
  kana: null,
  name_en: null,
  area: null,
  tile_x: null,
  tile_y: null,
}));
export const TODAY = "2026-11-10";

const PARTITIONS = [["all"], ["0-64", "65+"], ["0-4", "5-89", "90+"], ["0-14", "15-64", "65-74", "75+"]];
const DATES = [
  "2016-01-01",
  "2019-04-30",
  "2019-05-01",
  "2022-06-01",
  "2022-06-30",
  "2024-02-29",
  "2026-10-31",
];

const count = (max: number) => fc.integer({ min: 0, max });

/** Whole districts of one grain on one or two dates, with plausible counts. */
export const months: fc.Arbitrary<Figure[]> = fc
  .record({
    dates: fc.uniqueArray(fc.constantFrom(...DATES), { minLength: 1, maxLength: 2 }),
    districts: fc.uniqueArray(fc.constantFrom(...DISTRICTS), { minLength: 1, maxLength: 3 }),
    bands: fc.constantFrom(...PARTITIONS),
    sexes: fc.constantFrom<Sex[]>(["all"], ["male", "female"]),
    populationAsOf: fc.constantFrom("2022-01-01", null),
    supplied: fc.subarray(["applications", "issued", "held"] as const, { minLength: 1 }),
  })
  .chain(({ dates, districts, bands, sexes, populationAsOf, supplied }) => {
    const keys = dates.flatMap((as_of) =>
      districts.flatMap((district) =>
        bands.flatMap((age_band) => sexes.map((sex) => ({ as_of, district, age_band, sex }))),
      ),
    );
    const cell = fc.record({
      population: fc.integer({ min: 2, max: 2_000_000 }),
      shares: fc.tuple(count(100), count(100), count(100)),
    });
    return fc.array(cell, { minLength: keys.length, maxLength: keys.length }).map((cells) =>
      keys.map((key, i): Figure => {
        const { population, shares } = cells[i]!;
        const of = (measure: (typeof supplied)[number], share: number) =>
          supplied.includes(measure) ? Math.floor((population * share) / 100) : null;
        return {
          municipality: TOWN,
          ...key,
          population,
          population_as_of: populationAsOf,
          applications: of("applications", shares[0]),
          issued: of("issued", shares[1]),
          held: of("held", shares[2]),
        };
      }),
    );
  });

const fullWidth = (text: string): string =>
  text.replace(/[0-9]/g, (d) => String.fromCodePoint(d.codePointAt(0)! + 0xfee0));

/** 令和 and 平成 as official papers write them. */
function era(date: string, long: boolean): string {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const isReiwa = date >= "2019-05-01";
  const n = isReiwa ? year - 2018 : year - 1988;
  const name = isReiwa ? (long ? "令和" : "R") : long ? "平成" : "H";
  return long ? `${name}${n === 1 ? "元" : n}年${month}月${day}日` : `${name}${n}.${month}.${day}`;
}

const DATE_DRESSES: ((date: string) => string)[] = [
  (d) => d,
  (d) => d.replaceAll("-", "/"),
  (d) => d.replaceAll("-", ""),
  (d) => d.split("-").map(Number).join("/"),
  (d) => fullWidth(d.replaceAll("-", "/")),
  (d) => `${Number(d.slice(0, 4))}年${Number(d.slice(5, 7))}月${Number(d.slice(8))}日`,
  (d) => era(d, true),
  (d) => era(d, false),
];

const AGE_DRESSES: ((band: string) => string)[] = [
  (b) => b,
  (b) => b.replace("-", "～") + (b === "all" ? "" : "歳"),
  (b) => (b.endsWith("+") ? `${b.slice(0, -1)}歳以上` : b.replace("-", "－")),
  (b) => fullWidth(b.replace("-", "〜").replace("+", "以上")),
  (b) => (b === "all" ? "計" : b.replace("-", "–")),
];

const SEX_DRESSES: Record<Sex, string[]> = {
  male: ["male", "男", "男性", "Ｍ", " 男 "],
  female: ["female", "女", "女性", "F"],
  all: ["all", "計", "総数", "男女計"],
};

const COUNT_DRESSES: ((n: number) => string)[] = [
  String,
  (n) => n.toLocaleString("en"),
  (n) => fullWidth(String(n)),
  (n) => ` ${n} `,
  (n) => `${n}.0`,
  (n) => fullWidth(n.toLocaleString("en")).replaceAll(",", "，"),
];

const NOT_SUPPLIED = ["", "-", "ー", "―", "－", "–", "−", "…", "・", "‐"];
const DISTRICT_DRESSES: Readonly<Record<string, readonly string[]>> = {
  "01": ["01", "1", "０１", "名01"],
  "05": ["05", "5", "髙﨑①", " 髙﨑① "],
  // The second and third are Kangxi radicals: the same to the eye.
  "06": ["06", "大山田", "大⼭田", "大⼭⽥"],
};
const CODE_DRESSES = [TOWN, "11002", fullWidth(TOWN)];

const HEADERS: Record<keyof Figure, string[]> = {
  municipality: ["municipality", "全国地方公共団体コード", "団体コード"],
  as_of: ["as_of", "基準日", "基　準　日", "調査年月日"],
  district: ["district", "地区コード", "地域コード", "地区"],
  age_band: ["age_band", "年齢階級", "年齢"],
  sex: ["sex", "性別"],
  population: ["population", "人口", "総数（人口）", "総数"],
  population_as_of: ["population_as_of", "人口算出基準日"],
  applications: ["applications", "申請件数", "有効申請受付数"],
  issued: ["issued", "交付枚数", "交付件数"],
  held: ["held", "保有枚数", "取得者数"],
};

/** How one file is dressed: a number picks each alternative, so that shrinking undresses it. */
export interface Dress {
  picks: number[];
  separator: "," | "\t" | ";";
  newline: "\n" | "\r\n" | "\r";
  encoding: "utf-8" | "utf-8-bom" | "cp932";
  order: number;
  /** Titles above the header. */
  titles: number;
  quoteAll: boolean;
  /** A column that means nothing, with line breaks in its cells. */
  remarks: boolean;
}

export const dresses: fc.Arbitrary<Dress> = fc.record({
  picks: fc.array(fc.nat(1000), { minLength: 40, maxLength: 40 }),
  separator: fc.constantFrom(",", "\t", ";"),
  newline: fc.constantFrom("\n", "\r\n", "\r"),
  encoding: fc.constantFrom("utf-8", "utf-8-bom", "cp932"),
  order: fc.nat(9),
  titles: fc.nat(3),
  quoteAll: fc.boolean(),
  remarks: fc.boolean(),
});

const TITLES = ["マイナンバーカード交付状況（2026年10月末）", "単位:人、枚", "※ 人口は住民基本台帳による"];

export interface DressedTable {
  fields: (keyof Figure)[];
  header: string[];
  /** Cells as they are written, in the order of `fields`. */
  rows: string[][];
}

/** Writes figures down in a dress; the same dress, the same text. */
export function dressTable(figures: readonly Figure[], { picks, order }: Dress): DressedTable {
  let next = 0;
  const pick = <T>(list: readonly T[]): T => list[picks[next++ % picks.length]! % list.length]!;
  const all = Object.keys(HEADERS) as (keyof Figure)[];
  const fields = [...all.slice(order), ...all.slice(0, order)];
  const header = fields.map((field) => pick(HEADERS[field]));
  const write: Record<keyof Figure, (f: Figure) => string> = {
    municipality: () => pick(CODE_DRESSES),
    as_of: (f) => pick(DATE_DRESSES)(f.as_of),
    district: (f) => pick(DISTRICT_DRESSES[f.district] ?? [f.district]),
    age_band: (f) => pick(AGE_DRESSES)(f.age_band),
    sex: (f) => pick(SEX_DRESSES[f.sex]),
    population: (f) => pick(COUNT_DRESSES)(f.population),
    population_as_of: (f) => (f.population_as_of === null ? "" : pick(DATE_DRESSES)(f.population_as_of)),
    applications: (f) => (f.applications === null ? pick(NOT_SUPPLIED) : pick(COUNT_DRESSES)(f.applications)),
    issued: (f) => (f.issued === null ? pick(NOT_SUPPLIED) : pick(COUNT_DRESSES)(f.issued)),
    held: (f) => (f.held === null ? pick(NOT_SUPPLIED) : pick(COUNT_DRESSES)(f.held)),
  };
  return { fields, header, rows: figures.map((figure) => fields.map((field) => write[field](figure))) };
}

/** Titles and columns around a dressed table, in the order of a file's rows; the header follows `titles` rows. */
export function fileRows({ header, rows }: DressedTable, { titles, remarks }: Dress): string[][] {
  const wide = (cells: string[], last: string) => (remarks ? [...cells, last] : cells);
  const blank = header.map(() => "");
  return [
    ...TITLES.slice(0, titles).map((title) => wide([title, ...blank.slice(1)], "")),
    wide(header, "備考\n（任意）"),
    ...rows.map((cells, i) => wide(cells, i % 2 === 0 ? `"確認"済み\n${i}行目` : "")),
  ];
}

/** The table as a file's bytes. */
export function csvBytes(table: DressedTable, dress: Dress): Uint8Array<ArrayBuffer> {
  const { separator, newline, encoding, quoteAll } = dress;
  const quote = (cell: string) =>
    quoteAll || /[",;\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const lines = fileRows(table, dress).map((cells) => cells.map(quote).join(separator));
  const text = lines.join(newline) + newline;
  if (encoding === "cp932") return encodeCp932(text);
  return new Uint8Array(new TextEncoder().encode((encoding === "utf-8-bom" ? "\uFEFF" : "") + text));
}
