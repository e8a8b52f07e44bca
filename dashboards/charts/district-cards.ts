import { percentHalfUp, rate } from "../data/indicators/rate.js";
import type { Card, CardTable } from "./card.js";
import { districtGrid } from "./district-grid.js";
import { districtRanking, ranked, RANKING_LENGTH } from "./district-ranking.js";
import { districtTiles, hasTiles } from "./district-tiles.js";
import { html } from "./html.js";
import type { DistrictsView, PageModel } from "./model.js";
import { rateClasses } from "./rate-classes.js";
import { COUNT_NAMES, dateJa, NONE, number, percent, rateName, sourceLine, WITHHELD } from "./words.js";

/** The cards of 地区; none where no district has figures. */
export function districtCards(model: PageModel): Card[] {
  if (model.districts.standings.length === 0 || !model.districts.measure) return [];
  return [rankingCard(model), mapCard(model)];
}

const sourceOf = (model: PageModel): string =>
  sourceLine(model.municipality.name, model.districts.asOf, model.synthetic);

/** The whole town's rate by the page's measure; null where it is not known. */
export function townRate({ total, measure }: DistrictsView): number | null {
  return total && measure ? rate(total[measure], total.population) : null;
}

function rankingCard(model: PageModel): Card {
  const { districts: view } = model;
  const measure = view.measure!;
  const rows = ranked(view.standings);
  const all = view.standings.length;
  const first = rows[0];
  const title = first
    ? `${view.withheld ? "公表できる地区では、" : ""}持っていない人がいちばん多いのは${first.name}の${number(first.without)}人(${rateName(measure)}${percent(first.percent)})`
    : `${dateJa(view.asOf!)}の地区別の数字はありません`;
  const cut = all > RANKING_LENGTH ? `全${number(all)}地区のうち多い順に${rows.length}地区。` : "";
  const town = view.total && percentHalfUp(view.total[measure], view.total.population);
  return {
    slot: "districts-ranking",
    title:
      measure === "held"
        ? title
        : title.replace("持っていない人", `${COUNT_NAMES[measure]}に数えられていない人`),
    reading: `${cut}棒の長さは人数、かっこの中は${rateName(measure)}。${town ? `▼(橙)は全体の${percent(town)}より低い地区。` : ""}`,
    source: sourceOf(model),
    span: "half",
    draw: first
      ? (options) =>
          districtRanking(
            { standings: view.standings, townRate: townRate(view) },
            { title, description: `${rows.length}地区の棒グラフ。` },
            options,
          )
      : null,
    empty: "この日付・指標の数字がまだありません。",
    table: { ...standingsTable(view.standings.slice(0, RANKING_LENGTH), view) },
  };
}

function mapCard(model: PageModel): Card {
  const { standings, measure, withheld } = model.districts;
  const unknown = withheld ? WITHHELD : NONE;
  const name = rateName(measure!);
  const known = standings.filter((s) => s.rate !== null).sort((a, b) => a.rate! - b.rate!);
  // Among hundreds of districts the extremes are a handful of people each; the middle eight tenths say more.
  const many = known.length > 3 * RANKING_LENGTH;
  const edge = many ? Math.floor(known.length / 10) : 0;
  const [low, high] = [known[edge], known[known.length - 1 - edge]];
  const tiles = hasTiles(standings);
  const title = many
    ? `${known.length}地区の8割は、${name}が${percent(low!.percent)}から${percent(high!.percent)}の間`
    : low && high && low.code !== high.code
      ? `${name}は${low.name}の${percent(low.percent)}から${high.name}の${percent(high.percent)}まで`
      : `地区ごとの${name}`;
  const words = { title, description: `${standings.length}地区の${name}。` };
  return {
    slot: "districts-map",
    title,
    reading: tiles
      ? "1つの四角が1つの地区。およその位置に並べた略図で、広さは表しません。率は数字と、下の5段階の色で示します。"
      : "1つの小さな四角が1つの地区。区域ごとに率の高い順に並べ、下の5段階の色で示します。地図の位置はまだ登録されていません。",
    source: sourceOf(model),
    span: "half",
    draw: (options) =>
      tiles
        ? districtTiles(standings, { ...words, unknown }, options)
        : districtGrid(standings, words, options),
    legend: classLegend(standings, withheld),
    table: null,
  };
}

function classLegend(standings: DistrictsView["standings"], withheld: boolean) {
  const { labels } = rateClasses(standings);
  const unknown = standings.some((s) => s.count === null);
  const empty = standings.some((s) => s.count !== null && s.rate === null);
  return html`<ul class="classes">
    ${labels.map((label, i) => html`<li class="class-${i}">${label}</li>`)}${unknown && html`<li class="class-hidden">${withheld ? WITHHELD : "数字なし"}</li>`}${empty && html`<li class="class-nobody">住民なし</li>`}
  </ul> `;
}

/** The columns of the table of districts, as the page's table and its CSV show them. */
export function standingsTable(standings: DistrictsView["standings"], view: DistrictsView): CardTable {
  const measure = view.measure!;
  return {
    columns: ["地区", "持っていない人", rateName(measure), "人口", COUNT_NAMES[measure], "区域"],
    rows: standings.map((s) => {
      const isHidden = view.withheld && s.count === null;
      return [
        s.name,
        isHidden ? WITHHELD : s.without,
        isHidden ? WITHHELD : percent(s.percent),
        s.population,
        isHidden ? WITHHELD : s.count,
        s.area ?? NONE,
      ];
    }),
  };
}
