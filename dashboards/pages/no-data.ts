import { html, type Markup } from "../charts/html.js";
import type { Visitor } from "./page.js";

/** The page of a town without data at this visitor's door: what that means and what to do next. */
export function noDataMarkup({ municipality: { name, code }, role }: Visitor): Markup {
  return html`<div class="empty-state">
    <h1>${name || "この市区町村"}の公開データはまだありません</h1>
    <p>数字は、職員が取り込み、内容を確かめて公開すると、ここに表示されます。</p>
    <ul>
      <li><b>庁内の方</b>:サインインすると、公開前の数字を見られます。</li>
      <li>
        <b>はじめて使う方</b>:月次の集計ファイルを取り込むと、このページができます。手順は
        <a href="/api/">APIの説明</a> にあります。
      </li>
    </ul>
    ${role === null && html`<p><a class="button" href="./sign-in?m=${code}">サインインする</a></p>`}
  </div>`;
}
