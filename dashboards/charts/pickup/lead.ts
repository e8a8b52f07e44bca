import { dueIn } from "../../data/indicators/renewal/renewal-calendar.js";
import { html, type Markup } from "../html.js";
import { dateJa, number } from "../words.js";
import type { PickupModel } from "./model.js";
import { about, flowJa, monthJa, timesJa, VERDICTS, waitJa } from "./words.js";

/** The heading of 受取: how many wait, for how long, and whether the counter keeps up. */
export function pickupLead(model: PickupModel): Markup {
  const { standing, municipality, place, totals, earlier } = model;
  if (!standing) return html`<h1>${place?.name ?? municipality.name}の数字はまだありません</h1>`;
  const latest = totals.at(-1)!;
  const eyebrow = html`<p class="eyebrow">
    受取
    ${place && html`${place.name} `}${dateJa(standing.as_of)}現在${earlier && "(最新の基準日ではありません)"}
  </p>`;
  if (latest.issued === null && latest.applications === null) {
    return html`${eyebrow}
      <h1>申請件数と交付枚数がないため、受け取りを待つ人の数は出せません</h1>
      <p class="lead">
        ${place ? "この地区の件数は取り込まれていません。" : "いま取り込まれているのは人口と保有枚数です。月次の集計に申請件数と交付枚数の列を足して取り込むと、待つ人数、窓口のペース、更新の見込みがここに出ます。"}
      </p>`;
  }
  return html`${eyebrow}
    <h1>${finding(model)}</h1>
    <p class="lead">
      待つ人は申請件数から交付枚数を引いた数です。申請件数には再申請も入るため、実際に待つ人はこれより少なく、上限として読みます。
    </p>`;
}

function finding(model: PickupModel): Markup {
  const standing = model.standing!;
  const { waiting, waitDays, verdict, issuedPer30 } = standing;
  if (waiting === null) {
    const issued = issuedPer30 === null ? "" : `交付は30日あたり${flowJa(issuedPer30)}枚。`;
    return html`${issued}申請件数と交付枚数がそろわないため、<span class="nowrap"
        >待つ人の数は出せません</span
      >`;
  }
  if (waiting === 0) return html`受け取りを待つ人はいません(申請件数と交付枚数が同じです)`;
  const long = waitDays !== null && html`、<span class="nowrap">いまのペースで${waitJa(waitDays)}分</span>`;
  const counter = verdict && html`<span class="nowrap">${VERDICTS[verdict]}</span>`;
  return html`<span class="nowrap">受け取り待ちは多くて${number(waiting)}人</span>${long}。${counter}`;
}

/** The headline numbers of 受取: who waits, the pace, the wait, the peak of renewals; each with its comparison. */
export function pickupTiles(model: PickupModel): Markup {
  const { standing } = model;
  if (!standing || !model.totals.some((t) => t.issued !== null || t.applications !== null)) return html``;
  return html`${waitingTile(model)}${paceTile(model)}${waitTile(model)}${peakTile(model)}`;
}

const absent = (name: string, why: string): Markup =>
  html`<div class="tile tile-absent">
    <h2 class="tile-name">${name}</h2>
    <p class="tile-none">${why}</p>
  </div>`;

const signed = (n: number): string => (n === 0 ? "±0" : `${n > 0 ? "+" : "-"}${number(Math.abs(n))}`);

function waitingTile({ standing }: PickupModel): Markup {
  const name = "受け取り待ち(申請済・未交付)";
  const { waiting, before } = standing!;
  if (waiting === null) return absent(name, "申請件数と交付枚数の両方がある基準日に出ます");
  return html`<div class="tile tile-main">
    <h2 class="tile-name">${name}</h2>
    <p class="tile-value">${number(waiting)}<span class="unit">人以下</span></p>
    <p class="tile-count">
      ${before?.waiting !== null && before ? html`前回(${dateJa(before.as_of)})から <b>${signed(waiting - before.waiting)}人</b>` : "前回の数字はありません"}
    </p>
  </div>`;
}

function paceTile({ standing }: PickupModel): Markup {
  const name = "窓口のペース";
  const { flow, issuedPer30, appliedPer30 } = standing!;
  if (!flow || issuedPer30 === null)
    return absent(name, "2つの基準日の交付枚数の差から出します。次の月を取り込むと出ます");
  return html`<div class="tile">
    <h2 class="tile-name">${name}</h2>
    <p class="tile-value">${flowJa(issuedPer30)}<span class="unit">枚/30日</span></p>
    <p class="tile-count">
      ${appliedPer30 === null ? "申請件数がなく比べられません" : html`申請は <b>${flowJa(appliedPer30)}件/30日</b>`}(直近${flow.days}日)
    </p>
  </div>`;
}

function waitTile({ standing }: PickupModel): Markup {
  const name = "いま待つ人を渡し終えるまで";
  const { waiting, waitDays, flow } = standing!;
  if (waiting === null || !flow) return absent(name, "待つ人の数とペースがそろうと出ます");
  if (waitDays === null) return absent(name, "直近は交付がなく、ペースから出せません");
  const [, size, unit] = /^(約?[\d.,]+)(.*)$/.exec(waitJa(waitDays))!;
  return html`<div class="tile">
    <h2 class="tile-name">${name}</h2>
    <p class="tile-value">${size}<span class="unit">${unit}</span></p>
    <p class="tile-count">待つ人 ÷ 窓口のペース(リトルの法則)</p>
  </div>`;
}

function peakTile({ renewal, standing }: PickupModel): Markup {
  const name = "更新の山";
  if (!renewal) return absent(name, "交付枚数があると出ます");
  const { peak, share, calendar } = renewal;
  if (!peak) return absent(name, `${calendar.length}か月先まで、期限を迎えるカードは見込まれません`);
  const load = dueIn(peak) * (share ?? 1);
  const pace = standing!.issuedPer30;
  return html`<div class="tile">
    <h2 class="tile-name">${name}(${monthJa(peak.month)})</h2>
    <p class="tile-value">${about(load)}<span class="unit">件/月</span></p>
    <p class="tile-count">
      ${pace !== null && pace > 0 ? html`いまの窓口(${flowJa(pace)}枚/30日)の <b>${timesJa(load / pace)}</b>` : "いまの窓口のペースはまだわかりません"}
    </p>
  </div>`;
}
