import { MEASURES } from "../../data/contract/figure.js";
import { firstReached } from "../../data/indicators/crossing.js";
import { PLAN_LINE_PERCENT } from "../../data/indicators/milestone.js";
import { percentHalfUp } from "../../data/indicators/rate.js";
import type { Card } from "../card.js";
import { comparisonCard } from "../comparison/published-card.js";
import { milestonesRemaining, remainingRows } from "./milestones-remaining.js";
import type { PageModel } from "../model.js";
import { changeCard } from "./change-card.js";
import { yearsCard } from "./years-card.js";
import { WIDTHS } from "../chart.js";
import { ratesOverTime, type RateWords } from "../rates-over-time.js";
import { singlePoint } from "../single-point.js";
import { yearTick } from "../time-axis.js";
import { dateJa, percent, planLineName, rateName, remaining, shortEra, sourceLine } from "../words.js";

/** The cards of 進捗, in the order of the page; none without figures. */
export function progressCards(model: PageModel): Card[] {
  if (!model.headline || !model.focus) return [];
  const years = yearsCard(model);
  return [
    seriesCard(model),
    remainingCard(model),
    changeCard(model),
    ...(years ? [years] : []),
    ...comparisonCard(model),
  ];
}

const sourceOf = (model: PageModel): string =>
  sourceLine(model.municipality.name, model.headline!.as_of, model.synthetic);

const rateWords = (municipality: string): RateWords => ({
  rate: rateName,
  value: (point) => percent(point.percent),
  planLine: planLineName(municipality),
  populationOf: (date, narrow) => (narrow ? shortEra(date).split(".")[0]! : `人口${shortEra(date)}`),
  date: dateJa,
  reached: (measure) => `${rateName(measure)}が${PLAN_LINE_PERCENT}%に`,
  year: yearTick,
});

function seriesCard(model: PageModel): Card {
  const { totals, municipality } = model;
  const focus = model.focus!;
  const asOf = model.headline!.as_of;
  const until = totals.filter((t) => t.as_of <= asOf);
  const supplied = until.filter((t) => t[focus] !== null);
  const [first, last] = [supplied[0]!, supplied.at(-1)!];
  const share = (t: typeof first) => percent(percentHalfUp(t[focus], t.population));
  const single = totals.length === 1;
  const earlier = asOf !== totals.at(-1)!.as_of;
  const passed = firstReached(until, "applications", PLAN_LINE_PERCENT);
  const rise =
    supplied.length === 1
      ? `${rateName(focus)}は${dateJa(last.as_of)}に${share(last)}`
      : `${rateName(focus)}は${dateJa(first.as_of)}の${share(first)}から${dateJa(last.as_of)}の${share(last)}へ`;
  const title = passed ? `${rise}。申請率は${dateJa(passed.as_of)}に${PLAN_LINE_PERCENT}%を超えた` : rise;
  const words = {
    title,
    description: `住民に対する割合。${single ? "1つの基準日" : `${totals.length}の基準日`}の数字。`,
  };
  return {
    slot: "progress-series",
    title,
    reading: single
      ? "基準日がまだ1つなので、推移はありません。次の月の数字を取り込むと線になります。縦線は88・90・95・100%。"
      : `縦軸は住民に対する割合。軸の上の短い線は、分母にする人口の基準日が変わったところで、率はそこで段になることがあります。白い丸は88%に届いた基準日。${earlier ? "縦の線は選んだ基準日で、その後の線も見比べるために残しています。" : ""}`,
    source: sourceOf(model),
    span: "full",
    draw: (options) =>
      single
        ? singlePoint({ total: totals[0]!, focus }, words, options)
        : ratesOverTime({ totals, focus, asOf, exact: true }, rateWords(municipality.code), words, {
            ...options,
            frame: { width: WIDTHS.full[options.size], height: options.size === "narrow" ? 350 : 420 },
          }),
    table: {
      columns: ["基準日", "人口", "申請件数", "申請率", "交付枚数", "交付枚数率", "保有枚数", "保有枚数率"],
      rows: [...totals]
        .reverse()
        .map((t) => [
          dateJa(t.as_of),
          t.population,
          ...MEASURES.flatMap((m) => [t[m], percent(percentHalfUp(t[m], t.population))]),
        ]),
    },
  };
}

function remainingCard(model: PageModel): Card {
  const head = model.headline!;
  const focus = model.focus!;
  const next = head[focus]!.milestones.find(
    (m) => m.percent > PLAN_LINE_PERCENT && m.percent < 100 && m.remaining > 0,
  );
  const people = head[focus]!.milestones.find((m) => m.percent === 100)!.remaining;
  const title =
    people === 0
      ? `${rateName(focus)}は100%に達している`
      : `${rateName(focus)}で見ると、全住民まで${remaining(people)}${next ? `、${next.percent}%まで${remaining(next.remaining)}` : ""}`;
  const rows = remainingRows(head);
  const goals = [...new Set(rows.map((r) => r.goal))];
  const measures = [...new Set(rows.map((r) => r.measure))];
  return {
    slot: "progress-remaining",
    title,
    reading:
      "棒の長さは、その割合に届くまでにあと何人か。申請率は再申請や亡くなった方の分も数えるので、いちばん先に届きます。",
    source: sourceOf(model),
    span: "half",
    draw: (options) =>
      milestonesRemaining(
        { headline: head, focus },
        { title, description: "90%、95%、100%までの人数。" },
        options,
      ),
    table: {
      columns: ["指標", ...goals],
      rows: measures.map((m) => [
        rateName(m),
        ...goals.map((goal) => rows.find((r) => r.measure === m && r.goal === goal)!.people),
      ]),
    },
  };
}
