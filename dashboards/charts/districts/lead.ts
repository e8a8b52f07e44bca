import type { DistrictStanding } from "../../data/indicators/district-standing.js";
import { residentsWithout } from "../../data/indicators/milestone.js";
import { isApart } from "../../data/indicators/printed.js";
import { funnelPoints } from "./funnel-points.js";
import { countVerdict } from "./funnel-card.js";
import { RANKING_LENGTH, withoutValue } from "./ranking.js";
import { whom, without as withoutName } from "./words.js";
import { html, type Markup } from "../html.js";
import type { PageModel } from "../model.js";
import { printNote } from "../print-note.js";
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
        地区別の数字は、一人ひとりがわからないように10枚単位のおよその数にしてから公開します。町全体の数字は「進捗」にあります。庁内の方はサインインすると見られます。
      </p>`;
  }
  const people = whom(view.filter);
  const behind = countVerdict(funnelPoints(view), "behind");
  const real = behind > 0 ? `。${number(behind)}地区の遅れは偶然では説明できません` : "";
  const lead = topWords(view);
  return html`<p class="eyebrow">
      地区 ${dateJa(view.asOf!)}現在・${rateName(view.measure!)}${people && `・${people}`}
    </p>
    <h1>${number(count)}地区に、まだ${withoutName(view.measure!)}が${allWithout(view)}人${real}</h1>
    ${lead && html`<p class="lead">${lead}</p>`}${printNote(view.isPublic)}`;
}

const sumWithout = (standings: readonly DistrictStanding[]): number =>
  standings.reduce((sum, s) => sum + (s.without ?? 0), 0);

/** Everybody without: the districts' sum; of prints the town's own exact number, where there is one. */
function allWithout({ standings, total, measure, isPublic }: PageModel["districts"]): string {
  const sum = sumWithout(standings);
  if (!isPublic) return number(sum);
  const exact = total && residentsWithout(total[measure!], total.population);
  return exact === null ? `約${number(sum)}` : number(exact);
}

/** How much of it the foremost districts are; their names where it is beyond the noise who they are. */
function topWords({ standings, isPublic }: PageModel["districts"]): string {
  const count = standings.length;
  const all = sumWithout(standings);
  if (count <= 3 || all === 0) return "";
  // Three of many hundred districts hold next to nobody; there the length of the ranking is worth saying.
  const top = standings.slice(0, count > 3 * RANKING_LENGTH ? RANKING_LENGTH : 3);
  const [last, next] = [top.at(-1)!, standings[top.length]!];
  const isSure = !isPublic || isApart(withoutValue(last), withoutValue(next));
  const names = top.length === 3 && isSure ? `(${top.map((s) => s.name).join("、")})` : "";
  const share = `${Math.round((100 * sumWithout(top)) / all)}%`;
  return `多い${isSure ? "" : "方から"}${top.length}地区${names}で、そのうち${isPublic ? "約" : ""}${share}。`;
}
