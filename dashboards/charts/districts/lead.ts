import { residentsWithout } from "../../data/indicators/milestone.js";
import { funnelPoints } from "./funnel-points.js";
import { countVerdict } from "./funnel-card.js";
import { RANKING_LENGTH } from "./ranking.js";
import { districtsTableMarkup } from "./table-markup.js";
import { whom, without as withoutName } from "./words.js";
import { html, type Markup } from "../html.js";
import type { PageModel } from "../model.js";
import { dateJa, number, rateName } from "../words.js";

/** The heading of 地区; without districts it says why there are none. */
export function districtsLead(model: PageModel): Markup {
  const { districts: view, municipality } = model;
  if (!model.headline) return html`<h1>${municipality.name}の数字はまだありません</h1>`;
  const count = view.standings.length;
  if (count === 0) {
    return html`<p class="eyebrow">地区</p>
      <h1>地区別の数字は公開前です</h1>
      <p class="lead">
        地区別の数字は、少人数の地区から個人がわからないように秘匿処理をしたあとで公開します。町全体の数字は「進捗」にあります。庁内の方はサインインすると見られます。
      </p>`;
  }
  const without = view.standings.reduce((sum, s) => sum + (s.without ?? 0), 0);
  // Three of many hundred districts hold next to nobody; there the length of the ranking is worth saying.
  const top = view.standings.slice(0, count > 3 * RANKING_LENGTH ? RANKING_LENGTH : 3);
  const people = top.reduce((sum, s) => sum + (s.without ?? 0), 0);
  const share = without > 0 ? Math.round((100 * people) / without) : 0;
  const names = top.length === 3 ? `(${top.map((s) => s.name).join("、")})` : "";
  const told = view.standings.filter((s) => s.count !== null).length;
  const where = view.withheld ? `${number(count)}地区のうち${number(told)}地区` : `${number(count)}地区`;
  const lead = count > 3 && without > 0 ? `多い${top.length}地区${names}で、そのうち${share}%。` : "";
  const about = whom(view.filter);
  const behind = countVerdict(funnelPoints(view), "behind");
  const real = behind > 0 ? `。${number(behind)}地区の遅れは偶然では説明できません` : "";
  return html`<p class="eyebrow">
      地区 ${dateJa(view.asOf!)}現在・${rateName(view.measure!)}${about && `・${about}`}
    </p>
    <h1>${where}に、まだ${withoutName(view.measure!)}が${number(without)}人${real}</h1>
    ${(lead || view.withheld) && html`<p class="lead">${lead}${view.withheld && withheldNote(view, count - told)}</p>`}`;
}

function withheldNote({ total, measure }: PageModel["districts"], districts: number): string {
  const whole = residentsWithout(total![measure!], total!.population);
  return `残りの${number(districts)}地区は、個人がわからないように秘匿しています(町全体では${number(whole)}人)。`;
}

/** The table of districts, most residents without first; cut after `limit` rows, and said so. */
export function districtsTable(model: PageModel, limit: number): Markup {
  const { districts: view } = model;
  if (view.standings.length === 0) return html``;
  const table = districtsTableMarkup(model, view.standings.slice(0, limit));
  const cut = view.standings.length > limit;
  return html`${table}${cut && html`<p class="table-note">全${number(view.standings.length)}地区のうち、持っていない人が多い${limit}地区。</p>`}`;
}
