import type { Card } from "../card.js";
import type { ChartElement, ChartOptions } from "../chart.js";
import { html, type Markup } from "../html.js";
import type { PageModel } from "../model.js";
import { rateClasses } from "../rate-classes.js";
import type { DistrictStanding } from "../../data/indicators/district-standing.js";
import { leading } from "../../data/indicators/printed.js";
import { NO_NUMBER, number, percent, rateName, roughly } from "../words.js";
import { districtGrid, spanOf } from "./grid.js";
import { districtMap, withoutShape } from "./map/district-map.js";
import type { DistrictsView } from "./model.js";
import { RANKING_LENGTH, rateValue } from "./ranking.js";
import { districtTiles, hasTiles } from "./tiles.js";
import { districtsSource } from "./words.js";

/** The rates where the districts lie, as far as that is known. */
export function mapCard(model: PageModel): Card {
  const { standings, measure } = model.districts;
  const name = rateName(measure!);
  const known = standings.filter((s) => s.rate !== null).sort((a, b) => a.rate! - b.rate!);
  // Among hundreds of districts the extremes are a handful of people each; the middle eight tenths say more.
  const many = known.length > 3 * RANKING_LENGTH;
  const edge = many ? Math.floor(known.length / 10) : 0;
  const [low, high] = [known[edge], known[known.length - 1 - edge]];
  const title = many
    ? `${known.length}地区の8割は、${name}が${rateOf(low!)}から${rateOf(high!)}の間`
    : low && high && low.code !== high.code
      ? `${name}は${endOf(known)}から${endOf(known.toReversed())}まで`
      : `地区ごとの${name}`;
  const words = { title, description: `${standings.length}地区の${name}。` };
  const { reading, source = "", span, draw } = pictureOf(model.districts);
  return {
    slot: "districts-map",
    title,
    reading,
    source: `${districtsSource(model)}${source}`,
    span,
    draw: (options) => draw(words, options),
    legend: classLegend(standings),
    table: null,
  };
}

const rateOf = (s: DistrictStanding): string => roughly(percent(s.percent), s.leaves);

/** The rate at one end of the districts, which begin there; of prints with a name only where no other may be the end. */
function endOf(known: readonly DistrictStanding[]): string {
  const first = known[0]!;
  const isSure = first.leaves === 0 || leading(known, rateValue).length === 1;
  return `${isSure ? `${first.name}の` : ""}${rateOf(first)}`;
}

interface Picture extends Pick<Card, "reading" | "span"> {
  /** What is said behind the source of the figures. */
  source?: string;
  draw: (words: Parameters<typeof districtTiles>[1], options: ChartOptions) => ChartElement;
}

/** The town's own map where it has every district; tiles where those have a place each; squares for the rest. */
function pictureOf({ standings, map }: DistrictsView): Picture {
  const missing = map ? withoutShape(map, standings).length : 0;
  if (map && missing === 0) {
    return {
      reading:
        "上が北の地図。率は数字と、下の5段階の色で示します。広さは人の数を表しません。狭い地区の数字は、地区の表で見られます。",
      source: map.attribution === null ? "" : `。境界:${map.attribution}`,
      span: spanOf(standings),
      draw: (words, options) => districtMap(map, standings, words, options),
    };
  }
  const why = missing > 0 ? `境界データに${number(missing)}地区が足りないため、略図で示しています。` : "";
  if (hasTiles(standings)) {
    return {
      reading: `1つの四角が1つの地区。およその位置に並べた略図で、広さは表しません。率は数字と、下の5段階の色で示します。${why}`,
      span: "half",
      draw: (words, options) => districtTiles(standings, words, options),
    };
  }
  return {
    reading: `1つの小さな四角が1つの地区。区域ごとに率の高い順に並べ、下の5段階の色で示します。${why || "地図の位置はまだ登録されていません。"}`,
    span: spanOf(standings),
    draw: (words, options) => districtGrid(standings, words, options),
  };
}

function classLegend(standings: DistrictsView["standings"]): Markup {
  const { labels } = rateClasses(standings);
  const unknown = standings.some((s) => s.count === null);
  const empty = standings.some((s) => s.count !== null && s.rate === null);
  return html`<ul class="classes">
    ${labels.map((label, i) => html`<li class="class-${i}">${label}</li>`)}${unknown && html`<li class="class-unknown">${NO_NUMBER}</li>`}${empty && html`<li class="class-nobody">住民なし</li>`}
  </ul> `;
}
