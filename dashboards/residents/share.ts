import { html, type Markup } from "../charts/html.js";
import { ORIGIN } from "./frame.js";
import { findingText } from "./hero.js";
import { addressOf, type Page } from "./page.js";

/** Ways to tell others that need no script of anybody's: links that carry the finding and the address. */
export function shareSection(page: Page): Markup {
  const { words, say, id, language } = page;
  const { code } = page.release.municipality;
  const address = ORIGIN + addressOf("/", code)(language);
  const text = encodeURIComponent(findingText(page));
  const url = encodeURIComponent(address);
  const links = [
    ["LINE", `https://social-plugins.line.me/lineit/share?url=${url}&text=${text}`],
    ["X", `https://x.com/intent/tweet?text=${text}&url=${url}`],
    [page.plain(words.mail), `mailto:?subject=${text}&body=${url}`],
  ] as const;
  return html`<section class="card screen" aria-labelledby="${id("share")}">
    <h2 id="${id("share")}">${say(words.shareTitle)}</h2>
    <ul class="links">
      ${links.map(
        ([where, href]) =>
          html`<li>
            <a href="${href}" data-origin="href" rel="noopener">${say(words.shareBy(where))}</a>
          </li>`,
      )}
      <li><a href="/embed?m=${code}">${say(words.embed)}</a></li>
    </ul>
    <label class="small" for="${id("address")}">${say(words.shareAddress)}</label>
    <input class="address" id="${id("address")}" readonly value="${address}" data-origin="value" />
  </section>`;
}
