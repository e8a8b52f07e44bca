import type { DistrictStanding } from "../../data/indicators/district-standing.js";
import { leading } from "../../data/indicators/printed.js";
import { percentHalfUp } from "../../data/indicators/rate.js";
import type { Card } from "../card.js";
import type { PageModel } from "../model.js";
import { counted, dateJa, number, percent, rateName, roughly } from "../words.js";
import type { DistrictsView } from "./model.js";
import { districtRanking, ranked, RANKING_LENGTH, rateValue, withoutValue } from "./ranking.js";
import { standingsTable } from "./table.js";
import { districtsSource, wholeName, without } from "./words.js";

interface Order {
  by: "without" | "rate";
  highestFirst: boolean;
}

/** Where people are missing: by their number, or by the rate where the page is ordered by it. */
export function rankingCard(model: PageModel): Card {
  const { districts: view } = model;
  const measure = view.measure!;
  const by = view.order === "rate" ? "rate" : "without";
  const highestFirst = by === "without" || view.descending;
  const every = ranked(view.standings, by, highestFirst);
  const rows = every.slice(0, RANKING_LENGTH);
  const all = view.standings.length;
  const title = rankingTitle(every, view, { by, highestFirst });
  const cut =
    all > RANKING_LENGTH
      ? `全${number(all)}地区のうち${by === "rate" ? (highestFirst ? "高い" : "低い") : "多い"}順に${rows.length}地区。`
      : "";
  const town = view.total && percentHalfUp(view.total[measure], view.total.population);
  const bars =
    by === "rate"
      ? `棒の長さは${rateName(measure)}、かっこの中は人数。`
      : `棒の長さは人数、かっこの中は${rateName(measure)}。`;
  const below = view.isPublic ? "数の幅を足しても" : "";
  return {
    slot: "districts-ranking",
    title,
    reading: `${cut}${bars}${town ? `▼(橙)は${below}${wholeName(view)}の${percent(town)}より低い地区。` : ""}`,
    source: districtsSource(model),
    span: "half",
    draw:
      rows.length > 0
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

/** The first of the ranking; of prints all that may be the first, as far as the noise tells. */
function rankingTitle(
  rows: readonly DistrictStanding[],
  { measure, isPublic, asOf }: DistrictsView,
  { by, highestFirst }: Order,
): string {
  const first = rows[0];
  if (!first) return `${dateJa(asOf!)}の地区別の数字はありません`;
  const people = `${counted(first.without, first.leaves)}人`;
  const rate = roughly(percent(first.percent), first.leaves);
  const missing = without(measure!);
  const [what, how] =
    by === "rate" ? [rateName(measure!), highestFirst ? "高い" : "低い"] : [missing, "多い"];
  const foremost = isPublic ? leading(rows, by === "rate" ? rateValue : withoutValue) : [first];
  if (foremost.length > 1) {
    const names = foremost.slice(0, 3).map((s) => s.name);
    const more = foremost.length > names.length ? `など${number(foremost.length)}地区` : "";
    return `${what}が${how}のは${names.join("、")}${more}(${by === "rate" ? rate : people})。その中の順は、数の幅の中で決められない`;
  }
  return by === "rate"
    ? `${what}がいちばん${how}のは${first.name}の${rate}(${people}が${missing.replace(/人$/, "")})`
    : `${what}がいちばん${how}のは${first.name}の${people}(${rateName(measure!)}${rate})`;
}
