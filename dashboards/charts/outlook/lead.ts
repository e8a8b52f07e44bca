import { FEWEST_DATES } from "../../data/indicators/forecast/forecast.js";
import type { MilestoneDates } from "../../data/indicators/forecast/milestone-dates.js";
import { PLAN_LINE_PERCENT } from "../../data/indicators/milestone.js";
import { html, type Markup } from "../html.js";
import { dateJa, number, rateName, remaining } from "../words.js";
import type { OutlookModel, Path } from "./model.js";
import { AHEAD, monthJa, planJa, rangeJa, shareJa, whenJa } from "./words.js";

/** The heading of 見通し: when the next milestone is reached, and how sure that is. */
export function outlookLead(model: OutlookModel): Markup {
  const { asOf, latest, measure, path, municipality } = model;
  if (!asOf || !measure) return html`<h1>${municipality.name}の数字はまだありません</h1>`;
  const earlier = asOf !== latest && html`の時点で見た見通し(最新は${dateJa(latest!)})`;
  return html`<p class="eyebrow">見通し ${dateJa(asOf)}${earlier || "現在"}</p>
    <h1>${path ? finding(model, path) : tooFew(model)}</h1>
    <p class="lead">${path ? meaning(model, path) : whatIsNeeded(model)}</p>`;
}

const tooFew = ({ measure, observed }: OutlookModel): string =>
  `${rateName(measure!)}の見通しには基準日が${FEWEST_DATES}つ以上必要です(今は${observed.length}つ)`;

const whatIsNeeded = ({ measures }: OutlookModel): string =>
  `次の月の数字を取り込むと、2つの基準日のあいだの増え方から見通しを作ります。3つあれば増え方の変化も、半年分あればふだんの増え方も見ます。${measures.length > 1 ? "ほかの指標に基準日が2つ以上あれば、指標を切り替えて見られます。" : ""}`;

/** The first milestone that is not reached; null once all are. */
export const nextMilestone = (milestones: readonly MilestoneDates[]): MilestoneDates | null =>
  milestones.find((m) => m.missing > 0) ?? null;

function finding({ measure, plan, planned }: OutlookModel, { forecast, milestones }: Path): string {
  const rate = rateName(measure!);
  const next = nextMilestone(milestones);
  const condition = planned ? `${planJa(plan)}なら` : "今のペースなら";
  if (!next) return `${rate}はもう100%に達しています`;
  // Reached soon or already passed all but 100%: the last one within reach says more than the next one.
  const reached = milestones.filter((m) => m.missing > 0 && m.date);
  if (reached.length === 0) {
    const end = forecast.points.at(-1)!;
    const share = shareJa(end.point, forecast.origin.population);
    return `${condition}、${rate}は${AHEAD}では${next.percent}%に届かない見込み。3年後は${share}ほど`;
  }
  const dates = reached.slice(0, 2).map((m) => `${m.percent}%は${monthJa(m.date!)}ごろ`);
  return `${condition}、${rate}の${dates.join("、")}`;
}

function meaning(model: OutlookModel, { milestones, forecast }: Path): Markup {
  const next = nextMilestone(milestones);
  if (!next) {
    return html`数えた累計が人口に達しているため、この指標ではこの先の見通しは出しません。再申請や亡くなった方の分も数える指標では、100%は全員がカードを持つことを意味しません。`;
  }
  const usual = model.planned && model.usual?.milestones.find((m) => m.percent === next.percent);
  const sure = next.earliest
    ? html`80%の区間は<b>${rangeJa(next)}</b>。`
    : html`80%の区間の早いほうでも、${AHEAD}では届きません。`;
  return html`${next.percent}%まで<b class="nowrap">${remaining(next.missing)}</b
    >。${sure}${usual && html`何もしなければ${whenJa(usual)}。`}住民は${number(forecast.origin.population)}人のままとします。`;
}

/** One tile a milestone: when, between when and when, how many are missing, what was said before. */
export function outlookTiles(model: OutlookModel): Markup {
  const { path, usual, before, planned } = model;
  if (!path) return html``;
  const shown = path.milestones.filter((m) => m.percent !== PLAN_LINE_PERCENT || m.missing > 0);
  const next = nextMilestone(path.milestones);
  return html`${shown.map((m) => {
    const compared = (planned ? usual : before)?.milestones.find((b) => b.percent === m.percent);
    return html`<div class="${m === next ? "tile tile-main" : "tile"}">
      <h2 class="tile-name">${m.percent === 100 ? "100%(全住民)" : `${m.percent}%`}</h2>
      <p class="tile-when">${whenJa(m)}</p>
      <ul class="tile-notes">
        ${m.missing > 0 && m.earliest && html`<li>80%の区間 <b>${rangeJa(m)}</b></li>`}
        <li>
          ${m.missing > 0 ? html`<b>${remaining(m.missing)}</b>` : "もう届いています"}${shortfall(path, m)}
        </li>
        ${compared && comparedNote(model, m, compared)}
      </ul>
    </div>`;
  })}`;
}

/** Of a milestone that is not within reach: what is still missing after three years, and how many a month that is. */
function shortfall({ forecast }: Path, { missing, date }: MilestoneDates): Markup | null {
  if (missing === 0 || date) return null;
  const { origin, points } = forecast;
  const people = origin.count + missing - points.at(-1)!.point;
  const months = Math.round((points.length - 1) / (365.25 / 12));
  return html`<li>
    3年後でも<b>${number(people)}人</b>足りない(月${number(Math.ceil(people / months))}人分)
  </li>`;
}

function comparedNote(
  { planned, before }: OutlookModel,
  shown: MilestoneDates,
  compared: MilestoneDates,
): Markup | null {
  const when = whenJa(compared);
  // Said twice, it would read as two findings.
  if (when === whenJa(shown))
    return planned && shown.missing > 0 ? html`<li>何もしない場合と同じ</li>` : null;
  return planned
    ? html`<li>何もしなければ ${when}</li>`
    : html`<li>前回(${dateJa(before!.forecast.origin.as_of)})の見通しは ${when}</li>`;
}
