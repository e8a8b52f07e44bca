import type { Card } from "../card.js";
import { dateJa, number, rateName, sourceLine } from "../words.js";
import type { OutlookModel } from "./model.js";
import { pastChart } from "./past-chart.js";
import { pointsJa } from "./words.js";

/** The horizon whose forecasts are drawn: the middle one, or the nearest there is. */
const DRAWN_HORIZON = 90;

/** This town's own past forecasts against what came. */
export function pastCard(model: OutlookModel): Card {
  const { past, pastSummary, measure } = model;
  const drawn = pastSummary.find((s) => s.horizon === DRAWN_HORIZON) ?? pastSummary.at(-1) ?? null;
  const base = {
    slot: "outlook-past",
    source: sourceLine(model.municipality.name, model.latest, model.synthetic),
    span: "half" as const,
  };
  if (!drawn) {
    return {
      ...base,
      title: "この町の見通しがどれくらい当たってきたかは、まだわからない",
      reading: "過去の基準日から作った見通しを、その後に来た数字とくらべます。",
      draw: null,
      empty: "くらべるには基準日が3つ以上、うち2つは見通しより前に必要です。",
      table: null,
    };
  }
  const shown = past.filter((p) => p.horizon === drawn.horizon);
  const better = Math.min(drawn.slope, drawn.constant);
  const name = drawn.slope < drawn.constant ? "直線" : "一定のペース";
  const title = `この町の${drawn.horizon}日先の見通しは${drawn.forecasts}回のうち${drawn.inside}回が80%の区間の中。ずれは平均${pointsJa(drawn.model)}(${name}なら${pointsJa(better)})`;
  const words = { title, description: `${rateName(measure!)}の、過去の見通しの区間と実際の数字。` };
  return {
    ...base,
    title,
    reading: `縦棒が${drawn.horizon}日前に示していたはずの80%の区間、丸が実際に来た数字。中なら塗った丸、外れたら橙の白い丸。どれも、その日までの数字だけから作り直したものです(係数は今のもの)。`,
    draw: (options) => pastChart(shown, words, options),
    table: {
      columns: ["見通した日", "何日先", "来た日", "見通し", "80%の下", "80%の上", "実際", "区間の中"],
      rows: [
        ...pastSummary.map((s) => [
          `${s.horizon}日先の平均のずれ`,
          s.horizon,
          `${s.forecasts}回`,
          pointsJa(s.model),
          `直線 ${pointsJa(s.slope)}`,
          `一定 ${pointsJa(s.constant)}`,
          "",
          `${s.inside}回`,
        ]),
        ...[...past]
          .reverse()
          .map((p) => [
            dateJa(p.origin),
            p.horizon,
            dateJa(p.target),
            number(p.point),
            number(p.low),
            number(p.high),
            number(p.came),
            p.inside ? "中" : "外",
          ]),
      ],
    },
  };
}
