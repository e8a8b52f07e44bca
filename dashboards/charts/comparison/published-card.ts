import { NATION, prefectureDigits, type PublishedTotal } from "../../data/indicators/published-total.js";
import { percentHalfUp, rate } from "../../data/indicators/rate.js";
import type { Card } from "../card.js";
import type { PageModel } from "../model.js";
import { publishedComparison } from "./published-comparison.js";
import { dateJa, percent } from "../words.js";

/** Town, prefecture and nation from the published series, on the dates all of them have; oldest first. */
export function comparable(published: readonly PublishedTotal[], town: string): PublishedTotal[] {
  const prefecture = `${prefectureDigits(town)}000`;
  const kept = published.filter(
    (p) => p.population > 0 && (p.code === town || p.code === NATION || p.code.startsWith(prefecture)),
  );
  const lines = new Set(kept.map((p) => p.code)).size;
  const perDate = Map.groupBy(kept, (p) => p.as_of);
  return kept
    .filter((p) => perDate.get(p.as_of)!.length === lines)
    .sort((a, b) => (a.as_of < b.as_of ? -1 : a.as_of > b.as_of ? 1 : a.code < b.code ? -1 : 1));
}

/** The town beside prefecture and nation; no card where the published series does not hold the town. */
export function comparisonCard(model: Pick<PageModel, "municipality" | "published">): Card[] {
  const town = model.municipality.code;
  const rows = comparable(model.published, town);
  const last = rows.findLast((p) => p.code === town);
  if (!last || rows.length < 4) return [];
  const others = rows.filter((p) => p.as_of === last.as_of && p.code !== town).reverse();
  const share = (p: PublishedTotal) => percent(percentHalfUp(p.issued, p.population));
  const lead = others.filter(
    (p) => rate(last.issued, last.population)! > rate(p.issued, p.population)!,
  ).length;
  const verdict = lead === others.length ? "を上回る" : lead === 0 ? "以下" : "の間";
  const title = `${dateJa(last.as_of)}の交付枚数率は${share(last)}で、${others.map((p) => `${p.name}${share(p)}`).join("・")}${verdict}`;
  const dates = [...new Set(rows.map((p) => p.as_of))].reverse();
  const names = [last, ...others];
  return [
    {
      slot: "progress-comparison",
      title,
      reading: `公表された交付枚数率どうしを比べています。収めた公表値は${dateJa(dates[0]!)}までで、その後の分はまだありません。`,
      source: "出典:総務省「マイナンバーカード交付状況」",
      span: "full",
      draw: (options) =>
        publishedComparison(
          { published: rows, town },
          { title, description: "公表された交付枚数率の推移。" },
          options,
        ),
      table: {
        columns: ["基準日", ...names.map((p) => p.name)],
        rows: dates.map((date) => [
          dateJa(date),
          ...names.map(({ code }) => share(rows.find((p) => p.as_of === date && p.code === code)!)),
        ]),
      },
    },
  ];
}
