import type { Card } from "../card.js";
import { html } from "../html.js";
import { NO_NUMBER, number, percent, rateName } from "../words.js";
import { percentHalfUp } from "../../data/indicators/rate.js";
import { peopleClasses, shareClasses } from "./heat-classes.js";
import { HEAT_ROWS, heatCells, heatMap, type HeatCell } from "./heat-map.js";
import type { AgesModel } from "./model.js";
import { ageName, agesSource, missing, ofWhom } from "./words.js";

/** Fewer people than this give a rate that jumps with each of them; no title is made of it. */
const ENOUGH_TO_SAY = 30;

/** Districts by ages, as rates or as people. */
export function heatCard(model: AgesModel): Card {
  const { districts, mode, isPublic } = model;
  const measure = model.measure!;
  const base = { slot: "ages-heat", source: agesSource(model), span: "full" as const };
  if (districts.length === 0) {
    return {
      ...base,
      title: isPublic ? "地区と年齢を重ねた数字は公表していない" : "地区の数字は、年齢に分かれていない",
      reading: "地区ごとの年齢がわかると、出張申請の場所と呼びかける相手を合わせて決められます。",
      draw: null,
      empty: isPublic
        ? "地区と年齢を重ねると人数がとても少なくなり、個人がわかるおそれがあるため、町全体の年齢だけを公表しています。庁内の方はサインインすると見られます。"
        : "年齢階級の列がある集計ファイルを取り込むと、ここに表示されます。",
      table: null,
    };
  }
  const fine = heatCells(districts, measure, false);
  const coarse = heatCells(districts, measure, true);
  const classesOf = mode === "people" ? peopleClasses : shareClasses;
  const cut = districts.length > HEAT_ROWS ? `人数の多い${HEAT_ROWS}地区。` : "";
  const title = heatTitle(fine, model);
  const words = { title, description: `${Math.min(HEAT_ROWS, districts.length)}地区と年齢の表。` };
  const { labels } = classesOf(fine);
  const what = mode === "people" ? `${missing(measure)}の数` : `${rateName(measure)}(%)`;
  return {
    ...base,
    title,
    reading: `${cut}ますの数字は${what}で、下の5段階の色で示します。${mode === "share" ? "人数の少ないますの率は1人で大きく動くので、人数と合わせて見てください。" : ""}`,
    draw: (options) => {
      // On a phone twenty columns have no room for a number: the bands of life have.
      const cells = options.size === "narrow" ? coarse : fine;
      return heatMap({ cells, classes: classesOf(cells), mode }, words, options);
    },
    legend: html`<ul class="classes">
      ${labels.map((label, i) => html`<li class="class-${i}">${label}</li>`)}
      ${fine.some((c) => c.count === null) && html`<li class="class-unknown">${NO_NUMBER}</li>`}
      ${fine.some((c) => c.population === 0) && html`<li class="class-nobody">住民なし</li>`}
    </ul>`,
    table: heatTable(fine, mode),
  };
}

function heatTitle(cells: readonly HeatCell[], model: AgesModel): string {
  const what = missing(model.measure!);
  const name = (c: HeatCell) => `${c.name}の${ageName(c.age_band)}`;
  if (model.mode === "people") {
    const most = cells.reduce<HeatCell | null>(
      (a, c) => (c.without !== null && c.without > (a?.without ?? 0) ? c : a),
      null,
    );
    return most
      ? `${ofWhom(model)}${what}がいちばん多いのは${name(most)}、${number(most.without)}人`
      : `地区と年齢で見た${ofWhom(model)}${what}はいない`;
  }
  const lowest = cells.reduce<HeatCell | null>(
    (a, c) => (c.rate !== null && c.population >= ENOUGH_TO_SAY && c.rate < (a?.rate ?? Infinity) ? c : a),
    null,
  );
  return lowest
    ? `${ofWhom(model)}${rateName(model.measure!)}がいちばん低いのは${name(lowest)}で${percent(percentHalfUp(lowest.count, lowest.population))}(住民${number(lowest.population)}人)`
    : `地区と年齢で見た${ofWhom(model)}${rateName(model.measure!)}`;
}

function heatTable(cells: readonly HeatCell[], mode: AgesModel["mode"]): Card["table"] {
  const ages = [...new Set(cells.map((c) => c.age_band))];
  return {
    columns: ["地区", ...ages.map(ageName)],
    rows: [...Map.groupBy(cells, (c) => c.code).values()].map((row) => [
      row[0]!.name,
      ...ages.map((age) => {
        const cell = row.find((c) => c.age_band === age);
        if (!cell) return null;
        return mode === "people" ? cell.without : percent(percentHalfUp(cell.count, cell.population));
      }),
    ]),
  };
}
