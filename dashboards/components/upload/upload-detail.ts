import type { Counts } from "../../data/contract/figure.js";
import { html, type Markup } from "../../charts/html.js";
import { COUNT_NAMES, dateJa, number } from "../../charts/words.js";
import { ageBandLabel } from "../../data/contract/age-band.js";
import type { Difference, UploadWithDifferences } from "../../data/contract/api/upload.js";
import { ALL, MEASURES } from "../../data/contract/figure.js";
import { changes, dates, format, received } from "./words.js";

/** One upload: who, when, what came in and which cells it changed. */
export function uploadDetail(upload: UploadWithDifferences, town: string): Markup {
  const { differences } = upload;
  const fact = (name: string, value: string | number, kind = "") =>
    html`<div>
      <dt>${name}</dt>
      <dd class="${kind}">${value}</dd>
    </div>`;
  return html`<p><a class="back" href="./uploads?m=${town}#history">アップロードへ戻る</a></p>
    <h1>${dates(upload)}の取り込み:${changes(upload)}</h1>
    ${
      upload.taken_back_in !== null &&
      html`<p class="upload-note">
        この取り込みは取り消し済みです(版${upload.taken_back_in}で元の数字に戻しました)。
      </p>`
    }
    <dl class="facts">
      ${fact("日時", received(upload))}${fact("取り込んだ人", upload.actor)}${fact("行", number(upload.rows))}
      ${fact("形式", format(upload))}${fact("版", upload.revision ?? "—")}
      ${fact("内容の指紋(SHA-256)", upload.sha256, "digest")}
    </dl>
    ${
      upload.notes.length > 0 &&
      html`<ul class="notes">
        ${upload.notes.map((n) => html`<li>${n.message.ja}(${number(n.count)}件)</li>`)}
      </ul>`
    }
    ${differences.items.length === 0 ? html`<p class="card-empty">変わった数字はありません。</p>` : differenceTable(differences)}`;
}

const KINDS = { added: "追加", changed: "変更", removed: "削除" } as const;
export const SEX_NAMES: Readonly<Record<string, string>> = { male: "男", female: "女", all: "計" };
const COLUMNS = ["population", ...MEASURES] as const;

function differenceTable({ total, truncated, items }: UploadWithDifferences["differences"]): Markup {
  const names = COLUMNS.map((f) => (f === "population" ? "人口" : COUNT_NAMES[f]));
  return html`<p class="table-note">
      ${truncated ? `${number(total)}件のうち先頭の${number(items.length)}件` : `${number(total)}件`}。前 →
      後(差)。
    </p>
    <div class="table-scroll" tabindex="0" role="region" aria-label="変わった数字">
      <table>
        <thead>
          <tr>
            <th scope="col">地区</th>
            <th scope="col">基準日</th>
            <th scope="col">年齢・性別</th>
            <th scope="col">種類</th>
            ${names.map((n) => html`<th scope="col">${n}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${items.map(differenceRow)}
        </tbody>
      </table>
    </div>`;
}

function differenceRow(d: Difference): Markup {
  const district = d.district_name ?? (d.district === ALL ? "町全体" : d.district);
  return html`<tr class="diff-${d.kind}">
    <th scope="row">${district}</th>
    <td>${dateJa(d.as_of)}</td>
    <td>${ageBandLabel(d.age_band)}・${SEX_NAMES[d.sex] ?? d.sex}</td>
    <td>${KINDS[d.kind]}</td>
    ${COLUMNS.map((f) => beforeAfter(d, f))}
  </tr>`;
}

function beforeAfter({ before, after }: Difference, field: keyof Counts): Markup {
  const [x, y] = [before?.[field] ?? null, after?.[field] ?? null];
  if (x === y) return html`<td class="num same">${number(x)}</td>`;
  const difference =
    x !== null && y !== null && html` <b>(${y > x ? "+" : "-"}${number(Math.abs(y - x))})</b>`;
  return html`<td class="num">${before && html`${number(x)} → `}${number(y)}${difference}</td>`;
}
