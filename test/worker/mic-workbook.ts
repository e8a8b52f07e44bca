import { writeXlsx, type CellValue, type WriteSheet } from "hucre/xlsx";

/** One place of the ministry's: a prefecture or a municipality, with its counts. */
export interface Place {
  prefecture: string;
  name: string;
  population: number;
  issued: number;
}

export interface Published {
  /** 令和4年6月30日 and the like, as the title says it. */
  title: string;
  /** What the headers of population and of cards add to their name: `【R3.1.1時点】`. */
  populationAt: string;
  countsAt: string;
  measure?: "交付枚数" | "保有枚数";
  towns: readonly Place[];
  prefectures?: readonly Place[];
  types?: readonly [name: string, population: number, issued: number][];
  /** 年齢, then population of men, women, both, cards of men, women, both. */
  ages?: readonly (string | number)[][];
}

/** How a sheet shows which prefecture a municipality belongs to. */
export type Blocks = "every row" | "first row" | "row above" | "not at all";

export const sum = (places: readonly Place[], count: "population" | "issued"): number =>
  places.reduce((n, place) => n + place[count], 0);

/** A rate as a sheet holds it: a fraction that is shown as a percent. */
const rate = (issued: number, population: number): number => issued / population;

/**
 * The rows of a sheet 公表用: title, table by kind, ranking, table by prefecture, by age and by municipality below
 * one another, as far as there is anything to put into them.
 */
export function publishedRows(
  published: Published,
  { blocks, subtotals = false }: { blocks: Blocks; subtotals?: boolean },
): CellValue[][] {
  const { title, populationAt, countsAt, measure = "交付枚数", towns } = published;
  const counted = [`${measure}\n${countsAt}`, `人口に対する\n${measure}率`];
  const rows: CellValue[][] = [[title], []];
  if (published.types) {
    rows.push(["１．団体区分別"], ["区分", "", `人口\n${populationAt}`, ...counted]);
    for (const [name, population, issued] of published.types)
      rows.push([
        name === "全国" ? name : "",
        name === "全国" ? "" : name,
        population,
        issued,
        rate(issued, population),
      ]);
    rows.push([]);
  }
  if (published.prefectures) {
    const header = ["順位", "団体名", `人口\n${populationAt}`, ...counted];
    rows.push(["２．上位の団体"], [...header, ...header]);
    towns.slice(0, 3).forEach((town, i) => {
      const cells = [
        i + 1,
        town.prefecture + town.name,
        town.population,
        town.issued,
        rate(town.issued, town.population),
      ];
      rows.push([...cells, ...cells]);
    });
    rows.push([], ["３．都道府県別"], ["都道府県名", `総数（人口）\n${populationAt}`, ...counted]);
    for (const { prefecture, population, issued } of published.prefectures)
      rows.push([prefecture, population, issued, rate(issued, population)]);
    rows.push([]);
  }
  if (published.ages) {
    rows.push(
      ["４．男女・年齢別"],
      [
        "年齢",
        `人口${populationAt}`,
        "",
        "",
        `${measure === "交付枚数" ? "交付件数" : measure}${countsAt}`,
        "",
        "",
      ],
      ["", "男", "女", "計", "男", "女", "計"],
      ...published.ages.map((cells) => [...cells]),
      [],
    );
  }
  rows.push(["５．市区町村別"], townHeader(blocks, populationAt, counted));
  const total: CellValue[] = [sum(towns, "population"), sum(towns, "issued")];
  rows.push(
    blocks === "every row"
      ? ["全国", "", ...total]
      : ["全国", ...(blocks === "first row" ? [""] : []), ...total],
  );
  for (const [prefecture, of] of Map.groupBy(towns, (town) => town.prefecture)) {
    if (blocks === "row above") rows.push([prefecture]);
    of.forEach((town, i) => {
      const cells = [town.name, town.population, town.issued, rate(town.issued, town.population)];
      const named = blocks === "every row" || i === 0 ? prefecture : "";
      rows.push(blocks === "every row" || blocks === "first row" ? [named, ...cells] : cells);
    });
    const counts = [sum(of, "population"), sum(of, "issued")];
    if (subtotals)
      rows.push(
        blocks === "every row" || blocks === "first row"
          ? [`${prefecture}　計`, "", ...counts]
          : [`${prefecture}計`, ...counts],
      );
  }
  rows.push([], ["※ 転出等により、実際の枚数とは異なる場合がある。"]);
  return rows;
}

function townHeader(blocks: Blocks, populationAt: string, counted: string[]): CellValue[] {
  const names =
    blocks === "every row" || blocks === "first row" ? ["都道府県名", "市区町村名"] : ["市区町村名"];
  return [...names, `総数（人口）\n${populationAt}`, ...counted];
}

/** The rows as a workbook's sheet 公表用, its title merged over the columns, beside whatever other sheets. */
export async function publishedWorkbook(
  rows: CellValue[][],
  others: WriteSheet[] = [],
): Promise<Uint8Array<ArrayBuffer>> {
  const merges = [{ startRow: 0, startCol: 0, endRow: 0, endCol: 4 }];
  return new Uint8Array(await writeXlsx({ sheets: [{ name: "公表用", rows, merges }, ...others] }));
}
