import { overBetter } from "../../data/indicators/forecast/backtest-row.js";
import { BACKTEST, FITTED_AT } from "../../data/indicators/forecast/fitted.js";
import type { Card } from "../card.js";
import { dateJa, number } from "../words.js";
import { backtestChart, WAYS } from "./backtest-chart.js";
import type { OutlookModel } from "./model.js";
import { pointsJa } from "./words.js";

const MUNICIPALITIES = 1741;
const ALL = BACKTEST.filter((row) => row.group === "all");
const share = (value: number): string => `${(100 * value).toFixed(1)}%`;

/** How such forecasts did on every municipality's past: beside the two simple ones, and how often the interval held. */
export function backtestCard(model: OutlookModel): Card {
  const used = model.usual?.forecast.beside ? "model" : "alone";
  const first = ALL[0]!;
  const better = (row: (typeof ALL)[number]) => `${Math.round(100 * (1 - overBetter(row, used)))}%`;
  const title = `全国${number(MUNICIPALITIES)}市区町村の過去では、30日先のずれは平均${pointsJa(first[used])}。単純な二つの方法のよいほうより、30・90・180日先で${ALL.map(better).join("・")}小さい`;
  const inside = ALL.map((row) => share(used === "model" ? row.inside : row.insideAlone)).join("・");
  const way =
    used === "model"
      ? "この基準日の見通しは、その日までの全国の動きもあわせて使っています。"
      : "この基準日の全国の動きは手元にないため、見通しは町の数字だけから作っています。";
  const words = { title, description: "30、90、180日先の平均のずれ。" };
  return {
    slot: "outlook-backtest",
    title,
    reading: `棒は平均のずれ(住民に対するポイント)、短いほどよい。青が、この見通しの作り方です。80%の区間に入った割合は${inside}。${way}全国で増え方が急に変わった月(2021年の春と夏)には大きく外れ、2022年の30日先は一定のペースのほうがよく当たりました。`,
    source: `出典:総務省「マイナンバーカード交付状況」(2017年3月8日〜${dateJa(FITTED_AT)}の40表)の交付枚数から計算`,
    span: "half",
    draw: (options) => backtestChart({ rows: ALL, used }, words, options),
    table: {
      columns: ["対象", "何日先", "回数", ...WAYS.map((w) => w.name), "区間の中(全国も)", "区間の中(町だけ)"],
      rows: BACKTEST.map((row) => [
        groupJa(row.group),
        row.horizon,
        row.forecasts,
        ...WAYS.map((w) => row[w.key].toFixed(3)),
        share(row.inside),
        share(row.insideAlone),
      ]),
      note: "ずれは平均絶対誤差、単位は見通した日の住民に対するポイント。どの見通しも、その日までに公表されていた数字だけから作ったもの。",
    },
  };
}

const SIZES: Readonly<Record<string, string>> = {
  "population 0+": "人口5千人未満",
  "population 5000+": "人口5千〜2万人",
  "population 20000+": "人口2万〜10万人",
  "population 100000+": "人口10万人以上",
};

const groupJa = (group: string): string =>
  group === "all" ? "すべて" : (SIZES[group] ?? `${group}年に見通したもの`);
