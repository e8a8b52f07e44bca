import { listMicDates, readMicTable, toIsoDate, type MicRow } from "./mic-tables.js";

/** One figure as the ministry published it. */
export interface PublishedFigure {
  code: string;
  name: string;
  as_of: string;
  population: number;
  population_as_of: string;
  issued: number;
}

/** The nation has no code of its own; six zeros fail the check digit, so no town can ever be taken for it. */
export const NATION_CODE = "000000";

const SHIKA = { code: "173843", name: "志賀町" };
const ISHIKAWA = { code: "170003", name: "石川県" };
const NATION = { code: NATION_CODE, name: "全国" };

/** What the ministry published after the newest of the tables (2022-06-30). */
const LATER: readonly PublishedFigure[] = [
  {
    ...NATION,
    as_of: "2022-12-31",
    population: 125_927_902,
    population_as_of: "2022-01-01",
    issued: 71_905_789,
  },
  {
    ...ISHIKAWA,
    as_of: "2022-12-31",
    population: 1_124_501,
    population_as_of: "2022-01-01",
    issued: 656_256,
  },
  { ...SHIKA, as_of: "2022-07-31", population: 19_552, population_as_of: "2021-01-01", issued: 9_504 },
  { ...SHIKA, as_of: "2022-08-31", population: 19_178, population_as_of: "2022-01-01", issued: 10_117 },
  { ...SHIKA, as_of: "2022-09-30", population: 19_178, population_as_of: "2022-01-01", issued: 10_706 },
  { ...SHIKA, as_of: "2022-10-31", population: 19_178, population_as_of: "2022-01-01", issued: 11_456 },
  { ...SHIKA, as_of: "2022-11-30", population: 19_178, population_as_of: "2022-01-01", issued: 12_299 },
  { ...SHIKA, as_of: "2022-12-31", population: 19_178, population_as_of: "2022-01-01", issued: 13_135 },
];

/** The published series of the town, its prefecture and the nation, by code and date. */
export function collectPublishedSeries(folder: string): PublishedFigure[] {
  const figures = listMicDates(folder).flatMap((date) => {
    const rowOf = (table: Parameters<typeof readMicTable>[2], is: (row: MicRow) => boolean): MicRow => {
      const row = readMicTable(folder, date, table)?.find(is);
      if (!row) throw new Error(`${date}/${table}: the row is missing`);
      return row;
    };
    return [
      figureOf(
        NATION,
        date,
        rowOf("summary_by_types", (r) => r["区分"] === NATION.name),
      ),
      figureOf(
        ISHIKAWA,
        date,
        rowOf("all_prefectures", (r) => r["都道府県名"] === ISHIKAWA.name),
      ),
      figureOf(
        SHIKA,
        date,
        rowOf("all_localgovs", (r) => r["団体コード"] === SHIKA.code),
      ),
    ];
  });
  return [...figures, ...LATER].sort((a, b) => (a.code + a.as_of < b.code + b.as_of ? -1 : 1));
}

function figureOf(place: { code: string; name: string }, date: string, row: MicRow): PublishedFigure {
  return {
    ...place,
    as_of: toIsoDate(date),
    population: Number(row["総数（人口）"] ?? row["人口"]),
    population_as_of: toIsoDate(row["人口算出基準日"]!),
    issued: Number(row["交付枚数"]),
  };
}
