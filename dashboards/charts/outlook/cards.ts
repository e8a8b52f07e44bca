import { percentHalfUp } from "../../data/indicators/rate.js";
import { addDays } from "../../data/indicators/forecast/office-days.js";
import type { Card, CardTable } from "../card.js";
import { COUNT_NAMES, dateJa, number, percent, rateName, sourceLine } from "../words.js";
import { backtestCard } from "./backtest-card.js";
import { fanChart, lowestPercent } from "./fan-chart.js";
import { leftChart } from "./left-chart.js";
import { nextMilestone } from "./lead.js";
import type { OutlookModel, Path } from "./model.js";
import { pastCard } from "./past-card.js";
import { LEFT_NAMES, monthJa, planJa, rangeJa, shareJa } from "./words.js";

/** The cards of 見通し in the order of the page; with too few dates only how good such forecasts have been. */
export function outlookCards(model: OutlookModel): Card[] {
  if (!model.measure || !model.asOf) return [];
  const ahead = model.path ? [fanCard(model, model.path), leftCard(model, model.path)] : [];
  return [...ahead, pastCard(model), backtestCard(model)];
}

const sourceOf = (model: OutlookModel): string =>
  sourceLine(model.municipality.name, model.asOf, model.synthetic);

const BAND =
  "薄い帯が80%の区間で、過去に同じように作った見通し10本のうち8本ほどは、実際の数字がこの幅に入りました。180日より先は確かめられていないので、帯を広げています。";

function fanCard(model: OutlookModel, path: Path): Card {
  const measure = model.measure!;
  const { origin, points } = path.forecast;
  const end = points.at(-1)!;
  const next = nextMilestone(path.milestones);
  const share = shareJa(end.point, origin.population);
  const from = percent(percentHalfUp(origin.count, origin.population));
  const when = next?.date ? `${next.percent}%は${rangeJa(next)}` : null;
  const title = `${rateName(measure)}は${from}から3年後に${share}ほど${when ? `。${when}` : ""}`;
  const lowest = lowestPercent(model, path);
  const words = {
    title,
    description: `実績と3年先までの見通し。80%の区間は3年後に${shareJa(end.low, origin.population)}から${shareJa(end.high, origin.population)}。`,
  };
  const came = model.later.length > 0 ? `橙の丸は、${dateJa(origin.as_of)}より後に実際に来た数字です。` : "";
  const plan = model.planned
    ? `青い破線は${planJa(model.plan)}の場合、灰色の点線は今のままの場合。帯は、計画どおりに増えるかどうかの不確かさまでは含みません。`
    : "破線が見通し。";
  return {
    slot: "outlook-fan",
    title,
    reading: `${plan}${BAND}${came}縦軸は${lowest}%から。住民は${number(origin.population)}人のまま変わらないとしています。実績の段は、分母の人口が変わったところです。`,
    source: sourceOf(model),
    span: "full",
    draw: (options) => fanChart({ model, path }, words, options),
    table: fanTable(model, path),
  };
}

/** A row for every quarter ahead, and what came where the origin is an earlier date. */
function fanTable(model: OutlookModel, path: Path): CardTable {
  const { origin, points } = path.forecast;
  const row = (label: string, days: number, came: string[]): (string | number)[] => {
    const { low, point, high } = points[days]!;
    const share = (n: number) => shareJa(n, origin.population);
    return [label, point, share(point), low, share(low), high, share(high), ...came];
  };
  const hasLater = model.later.length > 0;
  const quarters = Array.from({ length: 12 }, (_, i) => Math.round(((i + 1) * 365.25) / 4));
  const later = model.later
    .filter((o) => o.day - origin.day < points.length)
    .map((o) =>
      row(dateJa(o.as_of), o.day - origin.day, [number(o.count), shareJa(o.count, origin.population)]),
    );
  return {
    columns: [
      "時点",
      COUNT_NAMES[model.measure!],
      "割合",
      "80%の下",
      "割合",
      "80%の上",
      "割合",
      ...(hasLater ? ["実際", "割合"] : []),
    ],
    rows: hasLater
      ? later
      : quarters.map((days) => row(`${monthJa(addDays(origin.as_of, days))}ごろ`, days, [])),
    note: "割合は、見通しを立てた基準日の住民に対するもの。",
  };
}

function leftCard(model: OutlookModel, path: Path): Card {
  const { origin, points } = path.forecast;
  const left = (count: number) => Math.max(0, origin.population - count);
  const [now, end] = [left(origin.count), points.at(-1)!];
  const title =
    now === 0
      ? "累計は人口に達していて、残る住民は数えられない"
      : `${LEFT_NAMES[model.measure!]}は${number(now)}人から3年後に${number(left(end.point))}人ほど(${number(left(end.high))}〜${number(left(end.low))}人)`;
  const words = { title, description: "残る住民の実績と3年先までの見通し。縦軸は0人から。" };
  const years = [0, 1, 2, 3].map((y) => Math.min(points.length - 1, Math.round(y * 365.25)));
  return {
    slot: "outlook-left",
    title,
    reading: `人口から${COUNT_NAMES[model.measure!]}を引いた人数。残る人が減るほど、同じペースでも一月に増える枚数は少なくなります。だから見通しは直線ではなく、ゆるやかに曲がります。`,
    source: sourceOf(model),
    span: "full",
    draw: (options) => leftChart({ model, path }, words, options),
    table: {
      columns: ["時点", "残る住民", "少なければ", "多ければ"],
      rows: years.map((days, i) => {
        const { low, point, high } = points[days]!;
        return [i === 0 ? dateJa(origin.as_of) : `${i}年後`, left(point), left(high), left(low)];
      }),
    },
  };
}
