import { html, type Markup } from "../charts/html.js";
import { COUNT_NAMES, dateJa, number } from "../charts/words.js";
import { ageBandLabel } from "../data/contract/age-band.js";
import { ALL, MEASURES } from "../data/contract/figure.js";
import type { CellCounts, Difference, Upload, UploadWithDifferences } from "./upload-types.js";

const TIME = new Intl.DateTimeFormat("ja-JP", {
  dateStyle: "medium",
  timeStyle: "short",
  timeZone: "Asia/Tokyo",
});
const received = (upload: Upload): string => TIME.format(new Date(upload.received_at));

/** The dates of an upload: one, or the first and the last with their number. */
function dates({ as_of: all }: Upload): string {
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) return "—";
  return all.length === 1 ? dateJa(first) : `${dateJa(first)}～${dateJa(last)}(${all.length}基準日)`;
}

function changes({ changes: { added, changed, removed, unchanged } }: Upload): string {
  const parts = [
    added && `追加${number(added)}`,
    changed && `変更${number(changed)}`,
    removed && `削除${number(removed)}`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join("・") : `変わりなし(${number(unchanged)})`;
}

/** The list of uploads, newest as the API gives them. */
export function uploadList(uploads: readonly Upload[], town: string): Markup {
  if (uploads.length === 0) {
    return html`<div class="empty-state">
      <h2>取り込みはまだありません</h2>
      <p>
        月次の集計ファイルを取り込むと、ここに記録が残ります。手順は
        <a href="/api/">APIの説明</a> にあります。
      </p>
    </div>`;
  }
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="取り込みの一覧">
    <table>
      <thead>
        <tr>
          <th scope="col">取り込んだ日時</th>
          <th scope="col">基準日</th>
          <th scope="col">行</th>
          <th scope="col">変わったところ</th>
          <th scope="col">取り込んだ人</th>
          <th scope="col">版</th>
        </tr>
      </thead>
      <tbody>
        ${uploads.map(
          (u) =>
            html`<tr>
              <th scope="row">
                <a class="row-link" href="./uploads?m=${town}&id=${encodeURIComponent(u.id)}"
                  >${received(u)}</a
                >
              </th>
              <td>${dates(u)}${u.synthetic && html` <span class="badge badge-sample">合成</span>`}</td>
              <td class="num">${number(u.rows)}</td>
              <td>${changes(u)}</td>
              <td>${u.actor}</td>
              <td class="num">${u.revision ?? "—"}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** One upload: who, when, what came in and which cells it changed. */
export function uploadDetail(upload: UploadWithDifferences, town: string): Markup {
  const { differences } = upload;
  return html`<p><a class="back" href="./uploads?m=${town}">取り込み履歴へ戻る</a></p>
    <h1>${dates(upload)}の取り込み:${changes(upload)}</h1>
    <dl class="facts">
      <div>
        <dt>日時</dt>
        <dd>${received(upload)}</dd>
      </div>
      <div>
        <dt>取り込んだ人</dt>
        <dd>${upload.actor}</dd>
      </div>
      <div>
        <dt>行</dt>
        <dd>${number(upload.rows)}</dd>
      </div>
      <div>
        <dt>形式</dt>
        <dd>${upload.format.toUpperCase()}${upload.encoding && `(${upload.encoding})`}</dd>
      </div>
      <div>
        <dt>版</dt>
        <dd>${upload.revision ?? "—"}</dd>
      </div>
      <div>
        <dt>内容の指紋(SHA-256)</dt>
        <dd class="digest">${upload.sha256}</dd>
      </div>
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
const SEX_NAMES: Readonly<Record<string, string>> = { male: "男", female: "女", all: "計" };
const FIELDS = ["population", ...MEASURES] as const;

function differenceTable({ total, truncated, items }: UploadWithDifferences["differences"]): Markup {
  const names = FIELDS.map((f) => (f === "population" ? "人口" : COUNT_NAMES[f]));
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
    ${FIELDS.map((f) => beforeAfter(d, f))}
  </tr>`;
}

function beforeAfter({ before, after }: Difference, field: keyof CellCounts): Markup {
  const [x, y] = [before?.[field] ?? null, after?.[field] ?? null];
  if (x === y) return html`<td class="num same">${number(x)}</td>`;
  const difference =
    x !== null && y !== null && html` <b>(${y > x ? "+" : "-"}${number(Math.abs(y - x))})</b>`;
  return html`<td class="num">${before && html`${number(x)} → `}${number(y)}${difference}</td>`;
}

/** The words of the page for whoever is not signed in. */
export function signInPrompt(town: string): Markup {
  const next = encodeURIComponent(`/uploads${location.search}`);
  return html`<div class="empty-state">
    <h1>取り込み履歴は庁内の方だけが見られます</h1>
    <p>サインインすると、だれが・いつ・何を取り込み、どの数字が変わったかを確かめられます。</p>
    <p><a class="button" href="./sign-in?m=${town}&next=${next}">サインインする</a></p>
  </div>`;
}
