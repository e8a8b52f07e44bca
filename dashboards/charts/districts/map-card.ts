import type { Card } from "../card.js";
import { html, type Markup } from "../html.js";
import type { PageModel } from "../model.js";
import { rateClasses } from "../rate-classes.js";
import { NONE, percent, rateName, WITHHELD } from "../words.js";
import { districtGrid, spanOf } from "./grid.js";
import type { DistrictsView } from "./model.js";
import { RANKING_LENGTH } from "./ranking.js";
import { districtTiles, hasTiles } from "./tiles.js";
import { districtsSource } from "./words.js";

/** The rates where the districts lie, as far as that is known. */
export function mapCard(model: PageModel): Card {
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
    source: districtsSource(model),
    span: tiles ? "half" : spanOf(standings),
    draw: (options) =>
      tiles
        ? districtTiles(standings, { ...words, unknown }, options)
        : districtGrid(standings, words, options),
    legend: classLegend(standings, withheld),
    table: null,
  };
}

function classLegend(standings: DistrictsView["standings"], withheld: boolean): Markup {
  const { labels } = rateClasses(standings);
  const unknown = standings.some((s) => s.count === null);
  const empty = standings.some((s) => s.count !== null && s.rate === null);
  return html`<ul class="classes">
    ${labels.map((label, i) => html`<li class="class-${i}">${label}</li>`)}${unknown && html`<li class="class-hidden">${withheld ? WITHHELD : "数字なし"}</li>`}${empty && html`<li class="class-nobody">住民なし</li>`}
  </ul> `;
}
