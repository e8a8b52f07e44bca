import { percentHalfUp } from "../../data/indicators/rate.js";
import type { Card } from "../card.js";
import type { PageModel } from "../model.js";
import { dateJa, number, percent, rateName } from "../words.js";
import { districtRanking, ranked, RANKING_LENGTH } from "./ranking.js";
import { standingsTable } from "./table.js";
import { districtsSource, wholeName, without } from "./words.js";

/** Where people are missing: by their number, or by the rate where the page is ordered by it. */
export function rankingCard(model: PageModel): Card {
  const { districts: view } = model;
  const measure = view.measure!;
  const by = view.order === "rate" ? "rate" : "without";
  const highestFirst = by === "without" || view.descending;
  const rows = ranked(view.standings, by, highestFirst);
  const all = view.standings.length;
  const first = rows[0];
  const told = view.withheld ? "公表できる地区では、" : "";
  const title = !first
    ? `${dateJa(view.asOf!)}の地区別の数字はありません`
    : by === "rate"
      ? `${told}${rateName(measure)}がいちばん${highestFirst ? "高い" : "低い"}のは${first.name}の${percent(first.percent)}(${number(first.without)}人が${without(measure).replace(/人$/, "")})`
      : `${told}${without(measure)}がいちばん多いのは${first.name}の${number(first.without)}人(${rateName(measure)}${percent(first.percent)})`;
  const cut =
    all > RANKING_LENGTH
      ? `全${number(all)}地区のうち${by === "rate" ? (highestFirst ? "高い" : "低い") : "多い"}順に${rows.length}地区。`
      : "";
  const town = view.total && percentHalfUp(view.total[measure], view.total.population);
  const bars =
    by === "rate"
      ? `棒の長さは${rateName(measure)}、かっこの中は人数。`
      : `棒の長さは人数、かっこの中は${rateName(measure)}。`;
  return {
    slot: "districts-ranking",
    title,
    reading: `${cut}${bars}${town ? `▼(橙)は${wholeName(view)}の${percent(town)}より低い地区。` : ""}`,
    source: districtsSource(model),
    span: "half",
    draw: first
      ? (options) =>
          districtRanking(
            { rows, by, townRate: view.reliability.townRate },
            { title, description: `${rows.length}地区の棒グラフ。` },
            options,
          )
      : null,
    empty: "この日付・指標の数字がまだありません。",
    table: standingsTable(rows, view),
  };
}
