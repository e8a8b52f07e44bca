import { INTERNET_USE, INTERNET_USE_SOURCE, type InternetUse } from "../../data/reference/internet-use.js";
import { rate } from "../../data/indicators/rate.js";
import type { Card } from "../card.js";
import { printedPercent } from "../../data/indicators/printed.js";
import { percent, rateName, roughly } from "../words.js";
import { internetChart, type InternetRow } from "./internet-chart.js";
import { leavesOf, peopleWithin, type AgesModel } from "./model.js";
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
    ? `70代の${name}は${seventies.cardText}。同じ年代でインターネットを使う人は${seventies.internetText}(全国)`
    : "インターネットを使う人は60代で83%、70代で61%(全国)";
  const table = {
    columns: ["年齢", `ここの${name}${model.isPublic ? "(約)" : ""}`, "インターネット利用(全国)"],
    rows: INTERNET_USE.map((use) => {
      const span = ownSpan(model, use.ages);
      return [DECADES[use.ages] ?? ageName(use.ages), span && percent(span.percent), said(use)];
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
      "いまの年齢の区切りでは60代・70代を取り出せないか、その年齢の数字がないため、並べた図は描けません。調査の数字は下の表にあります。",
    table,
  };
}

/** The people here that are nearest to the survey's ages, and their rate; null where no bands make them up. */
function ownSpan(model: AgesModel, ages: string) {
  const { shown, sex, measure } = model;
  for (const span of SPANS[ages] ?? [ages]) {
    const counts = peopleWithin(shown, span);
    if (!counts) continue;
    const leaves = leavesOf(model, span, sex);
    const { population, [measure!]: count } = counts;
    const value = rate(count, population);
    return { span, leaves, rate: value, percent: printedPercent(count, population, leaves) };
  }
  return null;
}

function rowOf(model: AgesModel, use: InternetUse): InternetRow[] {
  const own = ownSpan(model, use.ages);
  if (!own || own.rate === null) return [];
  return [
    {
      name: DECADES[use.ages] ?? ageName(own.span),
      card: own.rate * 100,
      cardText: roughly(percent(own.percent), own.leaves),
      internet: use.percent,
      internetText: said(use),
    },
  ];
}
