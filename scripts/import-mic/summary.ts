import type { ImportedTable, Sent } from "./send-table.js";

/** How one file fared. */
export type Outcome = { file: string } & (Sent | { refused: string });

const SERIES_NAMES: Readonly<Record<ImportedTable["series"], string>> = {
  municipality: "市区町村 / municipalities",
  prefecture: "都道府県 / prefectures",
  summary: "全国・区分 / nation and kinds",
  age_sex: "全国の年齢・性別 / nation by age and sex",
};

const CHECK_NAMES: Readonly<Record<string, string>> = {
  prefecture_is_sum_of_municipalities: "都道府県 = 市区町村の合計 / prefecture = its municipalities",
  nation_is_sum_of_prefectures: "全国 = 都道府県の合計 / nation = prefectures",
  nation_is_sum_of_types: "全国 = 区分の合計 / nation = kinds",
  nation_is_men_and_women: "全国 = 年齢別の男女の合計 / nation = men and women by age",
};

const number = (n: number): string => n.toLocaleString("en-US");

/** What went in, by kind of table; the sums that were compared; every warning; every file that was refused. */
export function describeOutcomes(outcomes: readonly Outcome[]): string {
  const sent = outcomes.filter((o): o is Outcome & Sent => "table" in o);
  const refused = outcomes.filter((o): o is Outcome & { refused: string } => "refused" in o);
  return [
    ...(Object.keys(SERIES_NAMES) as ImportedTable["series"][]).flatMap((series) =>
      describeSeries(
        series,
        sent.filter((o) => o.table.tables.some((table) => table.series === series)),
      ),
    ),
    ...describeSums(sent),
    ...describeWarnings(sent),
    ...refused.flatMap(({ file, refused: words }) => [
      `✗ ${file}`,
      ...words.split("\n").map((l) => `  ${l}`),
    ]),
    `${sent.length} 件を取り込み、${refused.length} 件は取り込めませんでした / ${sent.length} taken in, ${refused.length} refused`,
  ].join("\n");
}

function describeSeries(series: ImportedTable["series"], sent: readonly Sent[]): string[] {
  if (sent.length === 0) return [];
  const dates = sent.flatMap((s) => s.table.as_of).sort();
  const isNew = sent.filter((s) => !s.known);
  const lines = [
    `${SERIES_NAMES[series]}: ${sent.length} 表/tables (新規/new ${isNew.length}), ${dates[0]} – ${dates.at(-1)}`,
  ];
  // What a file with several tables changed is told once, by the first of them.
  const counted = isNew.filter((s) => s.table.series === series);
  const total = (key: keyof ImportedTable["changes"]): string =>
    number(counted.reduce((n, s) => n + s.table.changes[key], 0));
  if (counted.length > 0 || isNew.length === 0)
    lines.push(
      `  追加/added ${total("added")}, 訂正/changed ${total("changed")}, 削除/removed ${total("removed")}, 同じ/unchanged ${total("unchanged")}`,
    );
  return lines;
}

/** Each total of each date once: the table that came last has compared it with the most. */
function describeSums(sent: readonly Sent[]): string[] {
  const last = new Map(sent.flatMap((s) => s.table.sums).map((sum) => [`${sum.check} ${sum.as_of}`, sum]));
  return [...Map.groupBy(last.values(), (sum) => sum.check)].flatMap(([check, sums]) => {
    const compared = sums.reduce((n, sum) => n + sum.compared, 0);
    const differing = sums.flatMap((sum) => sum.differing.map((d) => ({ ...d, as_of: sum.as_of })));
    return [
      `${CHECK_NAMES[check] ?? check}: 照合/compared ${number(compared)}, 不一致/differing ${differing.length}`,
      ...differing.map(
        (d) =>
          `  ${d.as_of} ${d.code} ${d.count}: 公表/published ${number(d.published)}, 合計/sum ${number(d.sum)}`,
      ),
    ];
  });
}

const PLACES_SHOWN = 10;

function describeWarnings(sent: readonly (Outcome & Sent)[]): string[] {
  const warnings = sent.flatMap(({ file, table }) => table.issues.map((issue) => ({ file, ...issue })));
  return [...Map.groupBy(warnings, (w) => w.code)].flatMap(([, found]) => {
    const { ja, en } = found[0]!.message;
    return [
      `⚠ ${ja} / ${en}: ${found.length}`,
      ...found.slice(0, PLACES_SHOWN).map((w) => `  ${w.file}: 行/row ${w.row ?? "–"}, ${w.column ?? "–"}`),
      ...(found.length > PLACES_SHOWN ? [`  … (${found.length})`] : []),
    ];
  });
}
