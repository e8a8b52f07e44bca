/** The same in both languages of the metadata. */
export interface Words {
  ja: string;
  en: string;
}

/** A column of a published CSV: all that Table Schema, CSVW and the dictionary say of it. */
export interface Column {
  /** The header in the file. */
  name: string;
  /** Its name for machines where the header is none: what the same column is called in tables.*. */
  key?: string;
  title: Words;
  /** Meaning, rounding, denominator and odd cases. */
  meaning: Words;
  type: "string" | "integer" | "number" | "date" | "boolean";
  unit?: Words;
  required?: boolean;
  /** Never below zero. */
  natural?: boolean;
  /** A regular expression for the whole value. */
  pattern?: string;
  enum?: readonly string[];
}

export const words = (ja: string, en: string): Words => ({ ja, en });

const PERSONS = words("人", "persons");
const CARDS = words("枚", "cards");
const APPLICATIONS = words("件", "applications");

/** How exact a row's counts are, said of each of them. */
const IN_TENS = words(
  "幅が0でない行では10単位のおよその数",
  "Approximate and in tens where the margin is not 0",
);

/** What is the same in the month's file and in tables.*; each gives it its own header. */
export const SHARED = {
  asOf: {
    title: words("基準日", "As-of date"),
    meaning: words("件数・枚数の基準日（ISO 8601）", "The date the counts stand for (ISO 8601)"),
    type: "date",
    required: true,
  },
  placeName: {
    title: words("地域名", "Place"),
    meaning: words("市区町村・地域・地区の名称", "Name of the municipality, area or district"),
    type: "string",
    required: true,
  },
  population: {
    title: words("人口", "Residents"),
    meaning: words("人口算出基準日の住民基本台帳人口", "Registered residents on the population date"),
    type: "integer",
    unit: PERSONS,
    required: true,
    natural: true,
  },
  populationAsOf: {
    title: words("人口算出基準日", "Population date"),
    meaning: words(
      "人口（率の分母）の日付。変わると率も変わる。空欄は不明か複数",
      "The date of the population, the rates' denominator; a rate jumps where it changes; blank: unknown or several",
    ),
    type: "date",
  },
  applications: {
    title: words("申請件数", "Applications"),
    meaning: words(
      `有効な申請の累計（不備・取下げを除く。再申請・更新を含む）。${IN_TENS.ja}`,
      `Valid applications, cumulative; reapplications and renewals included. ${IN_TENS.en}`,
    ),
    type: "integer",
    unit: APPLICATIONS,
    natural: true,
  },
  issued: {
    title: words("交付枚数", "Cards issued"),
    meaning: words(
      `交付した枚数の累計（死亡・失効・再交付の分を含む）。${IN_TENS.ja}`,
      `Cards issued, cumulative; those of the dead, expired and reissued included. ${IN_TENS.en}`,
    ),
    type: "integer",
    unit: CARDS,
    natural: true,
  },
  held: {
    title: words("保有枚数", "Cards held"),
    meaning: words(
      `いま保有されている枚数（交付−廃止）。${IN_TENS.ja}`,
      `Cards held now: issued less abolished. ${IN_TENS.en}`,
    ),
    type: "integer",
    unit: CARDS,
    natural: true,
  },
  margin: {
    title: words("幅（95%）", "Margin (95%)"),
    meaning: words(
      "もとの数が95%の確からしさで「公表値−幅」から「公表値＋幅」の間にある、その幅。行の件数・枚数のすべてに当てはまる。0は一の位まで正確。二つの約の数の差では最大で約1.4倍になる",
      "The true count lies within the published one ± this with 95% confidence; for each count of the row. 0: exact. The difference of two approximate counts has up to about 1.4 times the margin",
    ),
    type: "integer",
    unit: CARDS,
    required: true,
    natural: true,
  },
} as const satisfies Record<string, Omit<Column, "name">>;

/** A column of its own name and title. */
export const text = (name: string, title: Words, meaning: Words, more: Partial<Column> = {}): Column => ({
  name,
  title,
  meaning,
  type: "string",
  ...more,
});
