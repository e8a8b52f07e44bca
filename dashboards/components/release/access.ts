import { html, type Markup } from "../../charts/html.js";
import type { PageContext } from "../../data/contract/page-context.js";

/** Whether the visitor may draft, publish, withdraw and set; everybody else reads. */
export const mayPublish = ({ role }: PageContext): boolean => role === "publisher" || role === "admin";

/** Where to sign in, and back to this page afterwards. */
export const signInAddress = (town: string): string =>
  `./sign-in?m=${town}&next=${encodeURIComponent(`/releases${location.search}`)}`;

/** The words of the page for whoever is not signed in. */
export const signInPrompt = (town: string): Markup =>
  html`<div class="empty-state">
    <h1>公開の画面は庁内の方だけが使えます</h1>
    <p>
      サインインすると、何を公開するかを確かめて公開し、これまでの公開版を見られます。住民の方に公開しているものは、<a
        href="/?m=${town}"
        >公開ページ</a
      >にあります。
    </p>
    <p><a class="button" href="${signInAddress(town)}">サインインする</a></p>
  </div>`;

/** Why the buttons are not there. */
export const readOnly = (): Markup =>
  html`<p class="hint">
    いまの権限では見るだけです。下書きの作成・公開・取り下げ・設定の変更には、公開の権限のあるトークンでのサインインが要ります。
  </p>`;
