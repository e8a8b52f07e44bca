import { html, type Markup } from "../../charts/html.js";
import type { PageContext } from "../../data/contract/page-context.js";
import { fromAddress } from "../address.js";
import { isSignedOut, unreadPage } from "../failure.js";
import { NotAnswered } from "../http.js";
import { readPageContext } from "../page-context.js";
import { signInPrompt } from "./access.js";
import { startOverview } from "./overview.js";
import { startRelease } from "./release-view.js";
import { startSettings } from "./settings-view.js";

/** Starts 公開: what is public and the archive, with ?id= one release, with ?view=settings the town's settings. */
export async function startReleases(): Promise<void> {
  const context = readPageContext();
  const place = document.getElementById("releases")!;
  const { code } = context.municipality;
  const show = (content: Markup) => {
    place.removeAttribute("aria-busy");
    place.innerHTML = content.text;
  };
  if (context.role === null) return show(signInPrompt(code));
  const id = fromAddress("id");
  const isSettings = fromAddress("view") === "settings";
  place.innerHTML = html`<p class="hint" role="status">読み込んでいます…</p>`.text;
  try {
    const begin = (content: Markup) => {
      show(html`${subNavigation(context, id ? null : isSettings ? "settings" : "overview")}${content}`);
      return place;
    };
    if (isSettings) await startSettings(context, begin);
    else if (id) await startRelease(context, id, begin);
    else await startOverview(context, begin);
  } catch (error) {
    if (!(error instanceof NotAnswered)) throw error;
    const { ended } = error;
    show(isSignedOut(ended) ? signInPrompt(code) : unreadPage(ended, "その公開版は見つかりません"));
  }
}

const VIEWS = [
  { view: "overview", name: "公開と下書き", query: "" },
  { view: "settings", name: "公開の設定", query: "&view=settings" },
] as const;

const subNavigation = (context: PageContext, current: (typeof VIEWS)[number]["view"] | null): Markup =>
  html`<nav class="release-nav" aria-label="公開の画面">
    <ul>
      ${VIEWS.map(
        ({ view, name, query }) =>
          html`<li>
            <a
              href="./releases?m=${context.municipality.code}${query}"
              ${view === current && html` aria-current="page"`}
              >${name}</a
            >
          </li>`,
      )}
    </ul>
  </nav>`;
