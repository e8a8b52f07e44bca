import { INTERNET_USE, INTERNET_USE_SOURCE, type InternetUse } from "../../data/reference/internet-use.js";
import { percentHalfUp, rate } from "../../data/indicators/rate.js";
import type { Card } from "../card.js";
import { percent, rateName } from "../words.js";
import { internetChart, type InternetRow } from "./internet-chart.js";
import { peopleWithin, type AgesModel } from "./model.js";
import { ageName, agesSource } from "./words.js";

/** The spans that bands of ages make up, for each of the survey's: 13 to 59 begins no band of anybody's. */
const SPANS: Readonly<Record<string, readonly string[]>> = { "13-59": ["15-59", "10-59"] };

const DECADES: Readonly<Record<string, string>> = { "60-69": "60代", "70-79": "70代" };

const said = (use: InternetUse): string => `${use.percent}%${use.atLeast ? "以上" : ""}`;

/** The sixties and seventies beside who of them uses the internet: whom an application online does not reach. */
export function internetCard(model: AgesModel): Card {
  const measure = model.measure!;
  const rows = INTERNET_USE.flatMap((use) => rowOf(model, use));
  const seventies = rows.find((r) => r.name === "70代");
  const name = rateName(measure);
  const title = seventies
    ? `70代の${name}は${seventies.card.toFixed(1)}%。同じ年代でインターネットを使う人は${seventies.internetText}(全国)`
    : "インターネットを使う人は60代で83%、70代で61%(全国)";
  const table = {
    columns: ["年齢", `ここの${name}`, "インターネット利用(全国)"],
    rows: INTERNET_USE.map((use) => {
      const counts = ownCounts(model, use.ages);
      return [
        DECADES[use.ages] ?? ageName(use.ages),
        counts && percent(percentHalfUp(counts[measure], counts.population)),
        said(use),
      ];
    }),
    note: "調査は13～59歳を「9割を超える」としています。",
  };
  return {
    slot: "ages-internet",
    title,
    reading:
      "●はここのカード、◇は全国でインターネットを使う人。◇から先の人には、オンライン申請の案内だけでは届きません。出張申請や訪問が向く年代です。",
    source: `${agesSource(model)}。インターネット利用:${INTERNET_USE_SOURCE}`,
    span: "half",
    draw: seventies
      ? (options) => internetChart(rows, "カード", { title, description: "年代ごとの2つの割合。" }, options)
      : null,
    empty:
      "いまの年齢の区切りでは60代・70代を取り出せないか、その年齢の数字が秘匿されているため、並べた図は描けません。調査の数字は下の表にあります。",
    table,
  };
}

const ownCounts = (model: AgesModel, ages: string) =>
  (SPANS[ages] ?? [ages]).map((span) => peopleWithin(model.shown, span)).find((c) => c !== null) ?? null;

function rowOf(model: AgesModel, use: InternetUse): InternetRow[] {
  const counts = ownCounts(model, use.ages);
  const value = counts && rate(counts[model.measure!], counts.population);
  if (value === null) return [];
  const span = SPANS[use.ages]?.find((s) => peopleWithin(model.shown, s) !== null);
  const name = DECADES[use.ages] ?? ageName(span ?? use.ages);
  return [{ name, card: value * 100, internet: use.percent, internetText: said(use) }];
}
