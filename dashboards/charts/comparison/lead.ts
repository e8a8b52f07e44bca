import { html, type Markup } from "../html.js";
import { dateJa, number } from "../words.js";
import type { ComparedGroup, ComparisonModel } from "./model.js";
import { comparedRate, groupName, groupOf, permilleJa, permillePoints } from "./words.js";

const group = (model: ComparisonModel, name: ComparedGroup["group"]): ComparedGroup | undefined =>
  model.groups.find((g) => g.group === name);

/** The heading of 比較: the town's ranks in one sentence, and why this date in one more. */
export function comparisonLead(model: ComparisonModel): Markup {
  const { town, asOf, own, measure } = model;
  const eyebrow = html`<p class="eyebrow">比較 ${dateJa(asOf)}現在の公表値</p>`;
  const named = `${town.prefecture}${town.name}`;
  if (!own) {
    return html`${eyebrow}
      <h1>${named}の${comparedRate(measure)}は、この基準日には公表されていません</h1>
      <p class="lead">ほかの基準日か、ほかの市区町村を選んでください。</p>`;
  }
  const [nation, prefecture] = [group(model, "nation"), group(model, "prefecture")];
  const place = prefecture
    ? `${town.prefecture || "県"}${prefecture.rank.of}市区町村で${prefecture.rank.rank}位`
    : "";
  return html`${eyebrow}
    <h1>
      ${town.name}の${comparedRate(measure)}は${permilleJa(own.permille)}。${place && html`<span class="nowrap">${place}</span>、`}${nation && html`<span class="nowrap">全国${number(nation.rank.of)}で${number(nation.rank.rank)}位</span>`}
    </h1>
    <p class="lead">${whyThisDate(model)}順位は公表の率(小数第1位)で比べ、同じ率は同じ順位です。</p>`;
}

/** The ministry's dates are not the town's: which is shown, and why. */
function whyThisDate({ ownLatest, asOf, town, dates }: ComparisonModel): string {
  const latest = dates.at(-1)!.as_of;
  if (ownLatest === null || ownLatest === asOf) return "";
  if (ownLatest > latest && asOf === latest) {
    return `${town.name}の最新の集計は${dateJa(ownLatest)}ですが、取り込んだ公表値はそれに最も近い${dateJa(asOf)}までです。`;
  }
  return `${town.name}の最新の集計は${dateJa(ownLatest)}です。`;
}

/** The headline numbers of 比較: three ranks and the distance to the nation. */
export function comparisonTiles(model: ComparisonModel): Markup {
  const { own, nation, prefecture } = model;
  if (!own) return html``;
  const ranks = (["nation", "prefecture", "size"] as const).flatMap((name) => {
    const found = group(model, name);
    return found ? [rankTile(found, model)] : [];
  });
  const beside = [nation, prefecture].flatMap((area) =>
    area
      ? [
          html`<li>
            ${area.name} ${permilleJa(area.permille)}から
            <b>${permillePoints(own.permille - area.permille)}ポイント</b>
          </li>`,
        ]
      : [],
  );
  return html`<div class="tile tile-main">
      <h2 class="tile-name">${comparedRate(model.measure)}</h2>
      <p class="tile-value">${permilleJa(own.permille).slice(0, -1)}<span class="unit">%</span></p>
      <ul class="tile-notes">
        ${beside}
      </ul>
    </div>
    ${ranks}`;
}

function rankTile({ group: name, rank, median }: ComparedGroup, { town, own }: ComparisonModel): Markup {
  const shared = rank.equal > 1 ? `同じ率が${number(rank.equal)}団体。` : "";
  return html`<div class="tile">
    <h2 class="tile-name">${groupName(name, town)}での順位</h2>
    <p class="tile-value">${number(rank.rank)}<span class="unit">位 / ${number(rank.of)}</span></p>
    <p class="tile-count">${groupOf[name]}。${shared}</p>
    <ul class="tile-notes">
      <li>百分位 <b>${rank.percentile}</b></li>
      <li>中央値 ${permilleJa(median)}から <b>${permillePoints(own!.permille - median)}ポイント</b></li>
    </ul>
  </div>`;
}

/** What 比較 says where nothing is imported: what it would show, and how to come by it. */
export function notImportedLead(name: string, hasSeries: boolean): Markup {
  return html`<p class="eyebrow">比較</p>
    <h1>
      ${hasSeries ? `${name}を県・全国と比べています。順位は公表値を取り込むと出ます` : "比べる公表値がまだ取り込まれていません"}
    </h1>
    <p class="lead">
      全市区町村との順位、同じ規模の市区町村、年齢別の比較には、総務省「マイナンバーカード交付状況」の表を使います。管理者が表(CSVかExcel)をダウンロードし、<code
        >npm run import-mic -- フォルダー</code
      >
      で取り込むと、このページに出ます。
    </p>`;
}
