import { html, type Markup } from "../html.js";
import { dateJa, number, percent, rateName } from "../words.js";
import { mostWithout } from "./gap-card.js";
import type { AgesModel } from "./model.js";
import { ageName, missing, ofWhom, wholePercent } from "./words.js";

/** The heading of 年齢; where ages are not told apart it says why and where to go. */
export function agesLead(model: AgesModel): Markup {
  const { municipality, asOf, measure, isPublic } = model;
  if (asOf === null) return html`<h1>${municipality.name}の数字はまだありません</h1>`;
  if (model.gaps.length === 0 || !measure) {
    const { code } = municipality;
    return html`<p class="eyebrow">年齢 ${dateJa(asOf)}現在</p>
      <div class="empty-state">
        <h1>この基準日の数字は、年齢に分かれていません</h1>
        <p>
          ${
            isPublic
              ? html`年齢別の数字は公表されていません。庁内の方は<a href="./sign-in?m=${code}">サインイン</a
                  >すると、取り込んだ数字を見られます。`
              : "年齢階級の列がある集計ファイルを取り込むと、どの年齢にまだ持っていない人が多いかがここに表示されます。"
          }
        </p>
        <ul>
          <li><a href="./progress?m=${code}">全体の進捗を見る</a></li>
          <li><a href="./districts?m=${code}">地区ごとの数字を見る</a></li>
        </ul>
      </div>`;
  }
  const hidden = model.gaps.filter((g) => g.without === null).length;
  return html`<p class="eyebrow">年齢 ${dateJa(asOf)}現在・${rateName(measure)}</p>
    <h1>${finding(model)}</h1>
    ${
      hidden > 0 &&
      html`<p class="lead">
        ${model.gaps.length}の年齢のうち${hidden}は、${isPublic ? "個人がわからないように秘匿しています" : "数字がありません"}。
      </p>`
    }`;
}

function finding(model: AgesModel): string {
  const { older, gaps } = model;
  const what = `${ofWhom(model)}${missing(model.measure!)}`;
  if (older) {
    return `${what}の${wholePercent(older.shareOfGap)}は${older.from}歳以上。住民に占める割合は${wholePercent(older.shareOfPopulation)}`;
  }
  const most = mostWithout(gaps);
  if (!most) return `${what}の年齢は、秘匿のため示せません`;
  if (most.without === 0) return `${what}はいません`;
  return `${what}がいちばん多いのは${ageName(most.age_band)}の${number(most.without)}人(${rateName(model.measure!)}${percent(most.percent)})`;
}

/** Three numbers beneath the heading, each beside what it is compared with. */
export function agesTiles(model: AgesModel): Markup {
  const { gaps, shown, measure } = model;
  if (gaps.length === 0 || !measure) return html``;
  const told = gaps.filter((g) => g.rate !== null && g.population > 0);
  if (told.length < 2) return html``;
  const byRate = told.toSorted((a, b) => a.rate! - b.rate!);
  const [lowest, highest] = [byRate[0]!, byRate.at(-1)!];
  const most = mostWithout(gaps)!;
  const tile = (name: string, value: string, unit: string, note: string): Markup =>
    html`<div class="tile">
      <h2 class="tile-name">${name}</h2>
      <p class="tile-value tile-value-small">${value}<span class="unit">${unit}</span></p>
      <p class="tile-count">${note}</p>
    </div>`;
  const rateWord = rateName(measure);
  const sumWithout = gaps.reduce((sum, g) => sum + (g.without ?? 0), 0);
  return html`${tile(`${rateWord}がいちばん低い年齢`, ageName(lowest.age_band), "", `${percent(lowest.percent)}(いちばん高い${ageName(highest.age_band)}は${percent(highest.percent)})`)}
  ${tile(`${missing(measure)}がいちばん多い年齢`, ageName(most.age_band), "", `${number(most.without)}人(${ofWhom(model)}全体${number(sumWithout)}人の${most.shareOfGap === null ? "—" : wholePercent(most.shareOfGap)})`)}
  ${tile("88%に届いていない年齢", String(gaps.filter((g) => (g.toPlanLine ?? 0) > 0).length), `/ ${gaps.length}`, `住民${number(shown.total.population)}人`)}`;
}
