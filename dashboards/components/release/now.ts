import { html, type Markup } from "../../charts/html.js";
import { dateJa } from "../../charts/words.js";
import type { ListedRelease } from "../../data/contract/api/release.js";
import { moment, throughWords } from "./words.js";

/** What residents see now, when and by whom it was published, and where. */
export function nowSection(latest: ListedRelease | undefined, town: string): Markup {
  if (!latest) {
    return html`<section class="section" id="now">
      <h2>いま住民に見えているもの</h2>
      <p class="card-empty">まだ何も公開していません。下書きを作り、確かめてから公開します。</p>
    </section>`;
  }
  return html`<section class="section" id="now">
    <h2>いま住民に見えているもの</h2>
    <div class="upload-box">
      <p class="release-now">${dateJa(latest.through)}までの数字</p>
      <dl class="facts">
        <div>
          <dt>公開した日時</dt>
          <dd>${moment(latest.published_at)}</dd>
        </div>
        <div>
          <dt>公開した人</dt>
          <dd>${latest.published_by}</dd>
        </div>
        <div>
          <dt>台帳の版</dt>
          <dd>${latest.revision}</dd>
        </div>
      </dl>
      ${publicLinks(town)}
      <p class="hint">
        <a class="row-link" href="${releaseAddress(latest, town)}"
          >${throughWords(latest)}の報告を見る・取り下げる</a
        >
      </p>
    </div>
  </section>`;
}

/** Where the public finds a town's latest release. */
export const publicLinks = (town: string): Markup =>
  html`<ul class="release-links">
    <li><a class="button-quiet" href="/?m=${town}">住民向けページ</a></li>
    <li><a class="button-quiet" href="/open-data/${town}/">オープンデータ</a></li>
    <li><a class="button-quiet" href="/embed?m=${town}">グラフの埋め込み</a></li>
  </ul>`;

/** The page of one release. */
export const releaseAddress = ({ id }: Pick<ListedRelease, "id">, town: string): string =>
  `./releases?m=${town}&id=${encodeURIComponent(id)}`;
