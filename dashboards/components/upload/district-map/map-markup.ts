import type { Failure, Refusal } from "../../failure.js";
import { html, type Markup } from "../../../charts/html.js";
import { number } from "../../../charts/words.js";
import type { ReceivedMap } from "../../../data/contract/api/district-map.js";
import type { GivenMap } from "./town-map.js";

/** More names than this are counted. */
const MOST_NAMES = 12;

/** The part of アップロード that takes the town's own map; quiet, as few need it and rarely. */
export const mapSection = (): Markup =>
  html`<section class="section" id="map">
    <h2 tabindex="-1">地区の地図(任意)</h2>
    <p data-map-now></p>
    <div class="unseen" role="status" data-map-status></div>
    <div class="unseen" role="alert" data-map-alert></div>
    <details>
      <summary>地図を登録する・替える</summary>
      <p class="hint">
        地区の境界(GeoJSON、経度・緯度)を登録すると、「地区」の画面が略図の代わりに町の地図になります。境界は国土数値情報やe-Statの境界データから作れます。QGISなどで地区ごとにまとめ、地区コード(code)か地区名(name)を付けて、GeoJSONで書き出してください。
      </p>
      <div class="map-zone" role="group" aria-label="地図のファイルを選ぶところ">
        <p class="drop-words">地図のファイルをここに置いてください</p>
        <p>
          <button type="button" data-do="choose">地図のファイルを選ぶ</button>
          <input type="file" aria-label="地図のファイル" accept=".geojson,.json" hidden />
        </p>
        <p class="hint">GeoJSON、8MBまで。まず内容を確かめるだけで、まだ登録しません。</p>
      </div>
    </details>
    <div data-map-result></div>
  </section>`;

/** What the town has now, with the way to take it out. */
export const nowMarkup = (map: GivenMap | null): Markup =>
  map
    ? html`${number(map.districts)}地区の地図があります。${map.attribution && `境界:${map.attribution}。`}
        <button type="button" class="button-quiet" data-map-do="remove">地図を外す</button>`
    : html`まだ地図はありません。「地区」の画面は略図で示しています。`;

export const checkedTitle = ({ districts, missing, changed }: ReceivedMap): string => {
  if (!changed) return "いまの地図と同じです";
  return missing.length === 0
    ? `${number(districts)}地区すべてに形があります`
    : `${number(districts)}地区に形があり、${number(missing.length)}地区にありません`;
};

/** What a dry run found. */
export const checkedMarkup = (answer: ReceivedMap, fileName: string): Markup =>
  html`<div class="upload-box">
    <h3 tabindex="-1" data-focus>${checkedTitle(answer)}</h3>
    <p>「${fileName}」を確かめました。${thinned(answer)}</p>
    ${answer.missing.length > 0 && missingNote(answer)}
    ${answer.issues.length > 0 && html`<div data-issues></div>`}
    <p class="card-buttons">
      ${answer.changed && html`<button type="button" class="button" data-map-do="take-in">登録する</button>`}
      <button type="button" data-map-do="another">別のファイルを選ぶ</button>
    </p>
  </div>`;

const thinned = ({ vertices: { before, after }, bytes }: ReceivedMap): string =>
  `境界の点${number(before)}個を、形の変わらない範囲で${number(after)}個(${number(Math.ceil(bytes / 1024))}KB)にして使います。`;

function missingNote({ missing }: ReceivedMap): Markup {
  const names = missing.slice(0, MOST_NAMES).map(({ name }) => name);
  const more = missing.length > names.length ? `ほか${number(missing.length - names.length)}地区` : "";
  return html`<p>
    形のない地区:${names.join("、")}${more}。数字のある地区がすべてそろうまでは、「地区」の画面は略図のままです。
  </p>`;
}

export const ACCEPTED = "地図を登録しました";

export const acceptedMarkup = (answer: ReceivedMap, town: string): Markup =>
  html`<div class="upload-box upload-box-done">
    <h3 tabindex="-1" data-focus>${ACCEPTED}(版${answer.revision})</h3>
    <p>
      ${number(answer.districts)}地区の地図です。庁内の「地区」の画面で見られます。公開している画面には、次に公開する版から入ります。
    </p>
    ${answer.missing.length > 0 && missingNote(answer)}
    <p><a href="./districts?m=${town}">地区を見る</a></p>
  </div>`;

export const REFUSED = "この地図は登録できません";

/** A file that the server read and refused, with every reason by feature. */
export const refusedMarkup = ({ issue_count, issues = [] }: Refusal, fileName: string): Markup =>
  html`<div class="upload-box upload-box-error">
    <h3 tabindex="-1" data-focus>${REFUSED}</h3>
    <p>
      「${fileName}」に、直すところが${number(issue_count ?? issues.length)}か所あります。何も登録していません。
    </p>
    <div data-issues></div>
    <p class="card-buttons">
      <button type="button" data-map-do="another">別のファイルを選ぶ</button>
    </p>
  </div>`;

/** What went wrong with sending. @param town whose page signing in leads back to */
export const failedMarkup = ({ title, advice, way }: Failure, town: string): Markup =>
  html`<div class="upload-box upload-box-error">
    <h3 tabindex="-1" data-focus>${title}</h3>
    <p>${advice}</p>
    <p class="card-buttons">
      ${way === "retry" && html`<button type="button" class="button" data-map-do="retry">もう一度送る</button>`}
      ${
        way === "sign-in" &&
        html`<a class="button" href="./sign-in?m=${town}&next=${encodeURIComponent(`/uploads?m=${town}`)}"
          >サインインする</a
        >`
      }
      <button type="button" data-map-do="another">別のファイルを選ぶ</button>
    </p>
  </div>`;

export const REMOVED = "地図を外しました";

export const removedMarkup = (): Markup =>
  html`<div class="upload-box upload-box-done">
    <h3 tabindex="-1" data-focus>${REMOVED}</h3>
    <p>「地区」の画面は略図に戻ります。同じファイルをもう一度登録すると、元に戻せます。</p>
  </div>`;
