import type { AgeGap } from "../../data/indicators/ages/age-gap.js";
import type { Card } from "../card.js";
import { NONE, number, percent, rateName, WITHHELD } from "../words.js";
import { gapChart } from "./gap-chart.js";
import type { AgesModel } from "./model.js";
import { ageName, agesSource, missing, ofWhom, wholePercent } from "./words.js";

/** What each age adds to the gap. */
export function gapCard(model: AgesModel): Card {
  const { gaps } = model;
  const measure = model.measure!;
  const title = gapTitle(model);
  return {
    slot: "ages-gap",
    title,
    reading: `棒は${missing(measure)}のうちその年齢の割合、縦の短い線は${ofWhom(model)}住民のうちの割合。橙と太字は、住民の割合より多く残っている年齢。`,
    source: agesSource(model),
    span: "half",
    draw: (options) =>
      gapChart(gaps, { title, description: `${gaps.length}の年齢階級の棒グラフ。` }, options),
    table: agesTable(model),
  };
}

function gapTitle(model: AgesModel): string {
  const most = mostWithout(model.gaps);
  const measure = model.measure!;
  if (!most) return `${ofWhom(model)}${missing(measure)}の年齢は、秘匿のため示せない`;
  if (most.without === 0) return `${ofWhom(model)}${missing(measure)}はいない`;
  return `${ofWhom(model)}${missing(measure)}がいちばん多いのは${ageName(most.age_band)}の${number(most.without)}人(${rateName(measure)}${percent(most.percent)})`;
}

/** The age with the most residents without; null where none is told. */
export const mostWithout = (gaps: readonly AgeGap[]): AgeGap | null =>
  gaps.reduce<AgeGap | null>(
    (most, g) => (g.without !== null && (most === null || g.without > most.without!) ? g : most),
    null,
  );

/** Every number of the ages, youngest first. */
export function agesTable(model: AgesModel): Card["table"] {
  const unknown = model.isPublic ? WITHHELD : NONE;
  return {
    columns: [
      "年齢",
      "人口",
      rateName(model.measure!),
      "持っていない人",
      "そのうちの割合",
      "住民のうちの割合",
      "88%まで",
    ],
    rows: model.gaps.map((g) => [
      ageName(g.age_band),
      g.population,
      g.count === null ? unknown : percent(g.percent),
      g.without ?? unknown,
      g.shareOfGap === null ? unknown : wholePercent(g.shareOfGap),
      g.shareOfPopulation === null ? NONE : wholePercent(g.shareOfPopulation),
      g.toPlanLine ?? unknown,
    ]),
  };
}
