import type { Card } from "../../card.js";
import { VERDICTS } from "../../../data/indicators/reliability/verdict.js";
import { ageName } from "../../ages/words.js";
import { html } from "../../html.js";
import { dateJa, NONE, number, percent, points, rateName } from "../../words.js";
import { roundedPercent } from "../table.js";
import { VERDICT_NAMES, VERDICT_SYMBOLS, verdictText } from "../verdict-words.js";
import { districtAges, type AgePair } from "./ages.js";
import type { DistrictPageModel } from "./model.js";
import { districtPlaces } from "./places.js";
import { seriesCard } from "./series-card.js";
import { sourceOf } from "./source.js";
import { structureChart } from "./structure.js";

/**
 * The cards of a district's page; none where it has no figures. At the public door its place among the others has none:
 * within the noise it would change by itself.
 */
export function districtPageCards(model: DistrictPageModel): Card[] {
  if (!model.now) return [];
  // One word on ages is enough for a visitor; nothing that rests on them is shown as a second empty card.
  return model.isPublic
    ? [seriesCard(model), agesCard(model), sessionsCard(model)]
    : [seriesCard(model), placesCard(model), agesCard(model), structureCard(model), sessionsCard(model)];
}

const NOT_SUPPLIED = "この指標の数字は、この地区ではまだありません。";

function placesCard(model: DistrictPageModel): Card {
  const { moments, now, since } = model;
  const told = moments.filter((m) => m.own.place !== null);
  const { own, judgement } = now!;
  const base = { slot: "district-places", source: sourceOf(model), span: "half" as const };
  if (told.length === 0 || own.place === null) {
    return { ...base, title: "順位は示せない", reading: "", draw: null, empty: NOT_SUPPLIED, table: null };
  }
  const place = `${number(own.districts)}地区のうち高い方から${number(own.place)}番目`;
  const verdict = judgement?.verdict;
  const long =
    since === moments[0]!.as_of && moments.length > 1 ? "最初の基準日" : dateJa(since ?? now!.as_of);
  const title =
    verdict === "behind" || verdict === "ahead"
      ? `${place}。${long}から${VERDICT_NAMES[verdict]}`
      : `${place}${verdict === "within-noise" ? "。全体との差は偶然の範囲" : ""}`;
  const shown = VERDICTS.filter((v) => told.some((m) => m.judgement?.verdict === v));
  return {
    ...base,
    title,
    reading:
      "上ほど率が高い。印はその基準日の判定です。順位は1人の差でも動くので、判定と合わせて見てください。",
    draw: (options) => districtPlaces(moments, { title, description: "順位の推移。" }, options),
    legend: html`<ul class="verdicts">
      ${shown.map((v) => html`<li class="verdict-${v}"><b aria-hidden="true">${VERDICT_SYMBOLS[v]}</b>${VERDICT_NAMES[v]}</li>`)}
    </ul>`,
    table: {
      columns: ["基準日", "順位", "地区の数", "判定"],
      rows: told
        .toReversed()
        .map((m) => [dateJa(m.as_of), m.own.place, m.own.districts, verdictText(m.judgement) ?? NONE]),
    },
  };
}

function agesCard(model: DistrictPageModel): Card {
  const { gaps, townAges, measure, isPublic } = model;
  const base = { slot: "district-ages", source: sourceOf(model), span: "half" as const };
  const towns = new Map(townAges.rows.map((r) => [r.age_band, r.both]));
  const pairs = gaps.map((gap): AgePair => {
    const town = towns.get(gap.age_band);
    const count = town?.[measure] ?? null;
    return {
      ...gap,
      townRate: town && count !== null && town.population > 0 ? count / town.population : null,
    };
  });
  if (!pairs.some((p) => p.rate !== null)) {
    return {
      ...base,
      title: isPublic ? "地区の年齢別の数字は公表していない" : "この地区の数字は、年齢に分かれていない",
      reading: "",
      draw: null,
      empty: isPublic
        ? "地区と年齢を重ねると人数がとても少なくなり、個人がわかるおそれがあるためです。庁内の方はサインインすると見られます。"
        : "年齢階級の列がある集計ファイルを取り込むと、ここに表示されます。",
      table: null,
    };
  }
  const most = pairs.reduce((a, b) => ((b.without ?? -1) > (a.without ?? -1) ? b : a));
  const title = `まだの人がいちばん多いのは${ageName(most.age_band)}の${number(most.without)}人`;
  return {
    ...base,
    title,
    reading: `●はこの地区、縦の短い線は全体の同じ年齢の${rateName(measure)}。橙は全体より低い年齢。右の数字はまだの人。住民の少ない年齢の率は1人で大きく動きます。`,
    draw: (options) =>
      districtAges(pairs, { title, description: `${pairs.length}の年齢階級の率。` }, options),
    table: {
      columns: ["年齢", "人口", rateName(measure), `全体の${rateName(measure)}`, "まだの人"],
      rows: pairs.map((p) => [
        ageName(p.age_band),
        p.population,
        percent(p.percent),
        p.townRate === null ? NONE : roundedPercent(p.townRate),
        p.without,
      ]),
    },
  };
}

function structureCard(model: DistrictPageModel): Card {
  const { structure, measure } = model;
  const base = { slot: "district-structure", source: sourceOf(model), span: "half" as const };
  if (!structure) {
    return {
      ...base,
      title: "年齢構成の違いによる分は計算できない",
      reading:
        "高齢の住民が多い地区は、同じように呼びかけていても率が低くなります。その分を分けて見るには、地区ごとの年齢が要ります。",
      draw: null,
      empty: "地区の年齢別の数字がありません。",
      table: null,
    };
  }
  const part = (value: number) => `${points(100 * value, 1)}ポイント`;
  const title = `全体との差${part(structure.own - structure.town)}のうち、年齢構成で${part(structure.structure)}、同じ年齢どうしの差で${part(structure.rest)}`;
  return {
    ...base,
    title,
    reading: `全体の年齢別の率をこの地区の住民にあてはめると${roundedPercent(structure.expected)}。それと全体の差が年齢構成の分、残りが同じ年齢どうしの差です(間接法による標準化)。`,
    draw: (options) => structureChart(structure, { title, description: "全体との差の内訳。" }, options),
    table: {
      columns: ["", "率"],
      rows: [
        [`この地区の${rateName(measure)}`, roundedPercent(structure.own)],
        ["年齢構成から見込まれる率", roundedPercent(structure.expected)],
        [`全体の${rateName(measure)}`, roundedPercent(structure.town)],
      ],
    },
  };
}

/** Sessions are not recorded by district: the card says so, and where those to come are entered. */
const sessionsCard = (model: DistrictPageModel): Card => ({
  slot: "district-sessions",
  title: "出張申請などの記録はまだない",
  reading: "これから開く会は、公開の設定に入れると住民のページに載ります。",
  source: sourceOf(model),
  span: "half",
  draw: null,
  empty: "この地区で開いた出張申請受付やスマホ教室と、その前後の変化は、会の記録ができるとここに並びます。",
  table: null,
});
