import { MEASURES, type Measure } from "../data/contract/figure.js";
import type { Headline } from "../data/indicators/headline.js";
import { PLAN_LINE_PERCENT } from "../data/indicators/milestone.js";
import { percentHalfUp, pointsBetween } from "../data/indicators/rate.js";
import { comparedSpans } from "../data/indicators/span-change.js";
import { html, type Markup } from "./html.js";
import type { PageModel } from "./model.js";
import { countOf, dateJa, number, planLineName, rateName, remaining } from "./words.js";

/** The headline numbers of 進捗: one tile a measure, each with what it is compared to. */
export function headlineMarkup(model: PageModel): Markup {
  const head = model.headline;
  if (!head) return html``;
  return html`${MEASURES.map((measure) => tile(measure, head, model))}`;
}

function tile(measure: Measure, head: Headline, model: PageModel): Markup {
  const value = head[measure];
  const main = measure === model.focus ? "tile tile-main" : "tile";
  if (!value) {
    return html`<div class="tile tile-absent">
      <h2 class="tile-name">${rateName(measure)}</h2>
      <p class="tile-none">この基準日の数字はありません</p>
    </div>`;
  }
  const all = value.milestones.find((m) => m.percent === 100)!;
  const { previous } = value;
  // The plan names 88% for applications; beside the other rates it is a mark, and said without the plan.
  const line = measure === "applications" ? planLineName(model.municipality.code) : `${PLAN_LINE_PERCENT}%`;
  return html`<div class="${main}">
    <h2 class="tile-name">${rateName(measure)}</h2>
    <p class="tile-value">${value.percent ?? "—"}<span class="unit">%</span></p>
    <p class="tile-count">${countOf(measure, value.count)} / 住民${number(head.population)}人</p>
    <ul class="tile-notes">
      <li>
        ${previous?.points ? html`前回(${dateJa(previous.as_of)})から <b>${previous.points}ポイント</b>` : "前回の数字はありません"}
      </li>
      ${yearAgo(measure, head, model)}${value.percent && html`<li>${line}から <b>${pointsBetween(`${PLAN_LINE_PERCENT}.0`, value.percent)}ポイント</b></li>`}
      <li>全住民まで <b>${remaining(all.remaining)}</b></li>
    </ul>
  </div>`;
}

/** The same rate a year before, where there is a figure of it. */
function yearAgo(measure: Measure, head: Headline, { totals }: PageModel): Markup | null {
  const span = comparedSpans(totals, measure, head.as_of).find(({ kind }) => kind === "year");
  if (!span) return null;
  const [before, after] = [span.from, span.to].map((t) => percentHalfUp(t[measure], t.population)!);
  return html`<li>
    1年前(${dateJa(span.from.as_of)})から <b>${pointsBetween(before!, after!)}ポイント</b>
  </li>`;
}

/** The heading of 進捗: the main finding in one sentence, and what the rates mean in one more. */
export function progressLead(model: PageModel): Markup {
  const { headline: head, focus, municipality } = model;
  if (!head || !focus) return html`<h1>${municipality.name}の数字はまだありません</h1>`;
  const value = head[focus]!;
  const people = value.milestones.find((m) => m.percent === 100)!.remaining;
  const over = MEASURES.some((m) => (head[m]?.rate ?? 0) > 1);
  const finding =
    focus === "held"
      ? `住民${number(head.population)}人のうち${number(value.count)}人がカードを持っています`
      : `${rateName(focus)}は${value.percent ?? "—"}%です`;
  const latest = model.totals.at(-1)!.as_of;
  const earlier = head.as_of !== latest && html`(最新は${dateJa(latest)})`;
  return html`<p class="eyebrow">進捗 ${dateJa(head.as_of)}現在${earlier}</p>
    <h1>${finding}${people > 0 && html`。全住民まで<span class="nowrap">${remaining(people)}</span>`}</h1>
    <p class="lead">
      ${over && "100%を超える率もそのまま示しています。"}申請率と交付枚数率は、再申請や亡くなった方の分も数える累計です。いまカードを持っている人の割合は保有枚数率で見ます。
    </p>`;
}
